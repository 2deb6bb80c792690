"""The command lines of our own programs, as units, scripts and documents use them."""

import argparse
from pathlib import Path

from counter_client.__main__ import parser as keypad
from server.command.line import commands
from server.command.lines.help import arguments

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"
INSTALLED = "/opt/hallqueue"


def problem_of(words: list[str]) -> str:
    """Why this command line could not be run, or ""; the first word is the program."""
    program, *rest = words
    if rest[:2] == ["-m", "counter_client"]:
        return _unknown(keypad(), rest[2:])
    name = program.rpartition("/")[2]
    if name == "hallqueue":
        return _unknown_of_hallqueue(rest) if rest else ""
    if program.startswith(f"{INSTALLED}/deploy/"):
        return "" if (DEPLOY / name).is_file() else f"there is no deploy/{name}"
    return f"whose program is {program}?"


def _unknown_of_hallqueue(words: list[str]) -> str:
    chain, apps, left = commands().parse_commands(words)
    if apps[-1].default_command is None:
        return "there is no such command"
    known = {name for argument in arguments(apps[-1]) for name in argument.names}
    unknown = [w for w in left if w.startswith("--") and w.partition("=")[0] not in known]
    return f"hallqueue {' '.join(chain)} does not know {unknown}" if unknown else ""


def _unknown(parser: argparse.ArgumentParser, words: list[str]) -> str:
    known = {option for action in parser._actions for option in action.option_strings}
    unknown = [w for w in words if w.startswith("--") and w.partition("=")[0] not in known]
    return f"{parser.prog} does not know {unknown}" if unknown else ""
