"""What `--help` shows, Chinese first: of the program, of a family of commands, of one command."""

import textwrap
from collections.abc import Iterator, Sequence

from cyclopts import App, Argument

from server.command.lines.help_texts import COMMANDS, OPTIONS, PROGRAM, START, USAGE
from server.command.terminal.tongue import in_order
from server.domain.text import Text

WIDTH = 79


def help_of(app: App, chain: Sequence[str], *, chinese: bool = True) -> Iterator[str]:
    """Blocks to say; `chinese`: whether there is a line of it before the English one."""
    yield usage(app, chain)
    yield ""
    if app.default_command is None:
        yield from _two(COMMANDS[" ".join(chain)] if chain else PROGRAM)
        yield ""
        for name in names_in(app):
            about = COMMANDS[" ".join((*chain, name))]
            lines = (about.zh, about.en) if chinese else (about.en,)
            yield "\n".join(f"  {'' if at else name:<16}{line}" for at, line in enumerate(lines))
        if not chain:
            yield ""
            yield from _two(START)
        return
    yield from _two(COMMANDS[" ".join(chain)])
    yield ""
    for argument in arguments(app):
        yield f"  {shape(argument)}"
        about = OPTIONS[argument.parameter.help or ""]
        yield in_order(about, "      ")


def names_in(app: App) -> Sequence[str]:
    return tuple(name for name in app if not name.startswith("-"))


def arguments(app: App) -> Sequence[Argument]:
    """Of one command, in the order they are declared: what is typed without a name comes first."""
    return tuple(app.assemble_argument_collection())


def usage(app: App, chain: Sequence[str]) -> str:
    """As `usage: hallqueue backup FILE [--data PATH]`."""
    words = ["hallqueue", *chain]
    if app.default_command is None:
        words.append("COMMAND")
    else:
        words += [shape(a) if a.required else f"[{shape(a)}]" for a in arguments(app)]
    line = " ".join([USAGE, *(word.replace(" ", "\xa0") for word in words)])
    wrapped = textwrap.wrap(
        line, WIDTH, subsequent_indent=" " * 11, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(wrapped).replace("\xa0", " ")


def shape(argument: Argument) -> str:
    """An option and what is written behind it; of what has no name, only that."""
    what = argument.parameter.metavar or _metavar(argument)
    if not argument.field_info.is_keyword:
        return what
    if argument.hint is bool:
        return argument.name
    several = " ..." if argument.parameter.consume_multiple else ""
    return f"{argument.name} {what}{several}"


def _metavar(argument: Argument) -> str:
    if choices := argument.get_choices(force=True):
        return f"{{{','.join(choices)}}}"
    return argument.name.lstrip("-").upper()


def _two(text: Text) -> Iterator[str]:
    yield in_order(text)
