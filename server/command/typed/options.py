"""Options that several commands have, and what may be written behind one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Group, Parameter, Token
from cyclopts.argument import ArgumentCollection

from server.command.lines.mistyped_texts import both
from server.settings import DEFAULT_PORT, LAST_PORT

PRINTER = (
    "ID=KIND:ADDRESS[,58][,dots=N][,text][,noack][,plain][,large][,density=N]"
    "[,cut=HOW][,feed=MM][,fallback=ID]"
)


def option(text: str, name: str | None = None, **more: Any) -> Parameter:
    """`text`: what it is for, by its name in `help_texts.OPTIONS`."""
    return Parameter(name=name, help=text, **more)


def _port(_: Any, tokens: Sequence[Token]) -> int:
    typed = tokens[0].value
    port = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(LAST_PORT)) else -1
    if not 0 <= port <= LAST_PORT:
        raise ValueError(both("port", last=LAST_PORT, said=typed[:20]))
    return port


def _day(_: Any, tokens: Sequence[Token]) -> date:
    try:
        return date.fromisoformat(tokens[0].value)
    except ValueError:
        raise ValueError(both("day", said=tokens[0].value[:20])) from None


def _one_of_them(given: ArgumentCollection) -> None:
    if sum(argument.has_tokens for argument in given) != 1:
        raise ValueError(both("one_of", names=", ".join(argument.name for argument in given)))


ONE_OF_THEM = Group(validator=_one_of_them, show=False)

Data = Annotated[Path | None, option("data", metavar="PATH")]
Host = Annotated[str, option("host")]
Port = Annotated[int, option("port", converter=_port, metavar="N")]
PublicUrl = Annotated[str, option("public_url", metavar="URL")]
Printers = Annotated[tuple[str, ...], option("printer", "--printer", metavar=PRINTER)]
Voices = Annotated[tuple[str, ...], option("voice", "--voice", metavar="KIND")]
Speaker = Annotated[str, option("speaker", metavar="DEVICE")]
Yes = Annotated[bool, option("yes")]
Day = Annotated[date | None, option("from_day", "--from", converter=_day, metavar="YYYY-MM-DD")]

__all__ = ["DEFAULT_PORT"]
