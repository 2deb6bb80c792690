"""The command lines of our own programs, as units, scripts and documents use them."""

import argparse
from pathlib import Path

from counter_client.__main__ import parser as keypad
from server.command.line import parser as hallqueue

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
        return _unknown(_command(rest[0]), rest[1:]) if rest else ""
    if program.startswith(f"{INSTALLED}/deploy/"):
        return "" if (DEPLOY / name).is_file() else f"there is no deploy/{name}"
    return f"whose program is {program}?"


def _command(name: str) -> argparse.ArgumentParser | None:
    for action in hallqueue()._actions:
        if isinstance(action, argparse._SubParsersAction):
            found = action.choices.get(name)
            return found if isinstance(found, argparse.ArgumentParser) else None
    return None


def _unknown(parser: argparse.ArgumentParser | None, words: list[str]) -> str:
    if parser is None:
        return "there is no such command"
    known = {option for action in parser._actions for option in action.option_strings}
    unknown = [w for w in words if w.startswith("--") and w.partition("=")[0] not in known]
    return f"{parser.prog} does not know {unknown}" if unknown else ""
