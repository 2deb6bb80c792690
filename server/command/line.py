"""The command line: which commands there are, and what a line that was typed means."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from cyclopts import App, CycloptsError, Parameter

from server.command.lines.help import help_of
from server.command.lines.mistyped import answer, undecided
from server.command.terminal.terminal import say, writes_chinese

if TYPE_CHECKING:
    from rich.console import Console

_TYPED = "server.command.typed"

# In the order of the help. A path is followed when its command is asked for, so that no other is loaded.
COMMANDS: Mapping[str, str] = {
    "serve": "running:serve",
    "demo": "running:demo",
    "init": "owning:init",
    "token": "owning:token",
    "person": "owning:person",
    "doctor": "looking:doctor",
    "replay": "looking:replay",
    "print-agent": "running:print_agent",
    "voice list": "voice:list_",
    "voice check": "voice:check",
    "voice build": "voice:build",
    "voice say": "voice:say",
    "clock": "looking:clock",
    "configure": "changing:configure",
    "export-config": "changing:export_config",
    "staffing": "looking:staffing",
    "special-days": "changing:special_days",
    "import-history": "history:import_history",
    "export-tickets": "history:export_tickets",
    "backup": "keeping:backup",
    "drill": "looking:drill",
    "sheet": "looking:sheet",
    "restore": "keeping:restore",
}
HELP = ("--help", "-h")
MISTYPED = 2  # what the program ends with, as everywhere on a terminal
_UNDRAWN = cast("Console", object())  # cyclopts wants a place for errors and loads one; we say them ourselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A line that makes sense: `options` are all of the command's, also those that were not typed."""

    command: str
    options: Mapping[str, Any]
    do: Callable[[], None]


def commands() -> App:
    top = App(
        name="hallqueue",
        help_flags=(),
        version_flags=(),
        default_parameter=Parameter(negative=()),
    )
    families: dict[str, App] = {"": top}
    for typed, path in COMMANDS.items():
        family, _, name = typed.rpartition(" ")
        if family not in families:
            families[family] = App(name=family, help_flags=(), version_flags=())
            top.command(families[family])
        families[family].command(f"{_TYPED}.{path}", name=name, help_flags=(), version_flags=())
    return top


def understood(words: Sequence[str]) -> Asked:
    """Leaves with an answer in words where the line makes no sense, or asks for help."""
    top = commands()
    chain, apps, left = top.parse_commands([word for word in words if word not in HELP])
    if set(HELP) & set(words[: words.index("--")] if "--" in words else words):
        say(*help_of(apps[-1], chain, chinese=writes_chinese(sys.stdout)))
        sys.exit(0)
    if apps[-1].default_command is None and not left:
        say(*undecided(apps[-1], chain), out=sys.stderr)
        sys.exit(MISTYPED)
    try:
        do, bound, _ = top.parse_args(words, exit_on_error=False, print_error=False, error_console=_UNDRAWN)
    except CycloptsError as why:
        say(*answer(why, apps[-1], chain), out=sys.stderr)
        sys.exit(MISTYPED)
    bound.apply_defaults()
    return Asked(command=" ".join(chain), options=bound.arguments, do=lambda: do(*bound.args, **bound.kwargs))
