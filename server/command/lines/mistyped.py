"""The answer to a line that makes no sense: what is wrong, what was perhaps meant, and how it is written."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from cyclopts import (
    App,
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
    ValidationError,
)

from server.command.lines.help import arguments, names_in, shape, usage
from server.command.lines.mistyped_texts import both, text_of
from server.command.terminal.tongue import in_order
from server.domain.text import Text

LONGEST = 40  # letters of what was typed are shown


def answer(why: CycloptsError, app: App, chain: Sequence[str]) -> Iterator[str]:
    """Blocks to say."""
    yield in_order(_wrong(why, app), "hallqueue: ")
    yield from written(app, chain)


def undecided(app: App, chain: Sequence[str]) -> Iterator[str]:
    """A family without one of its commands, or nothing at all."""
    text, names = text_of("no_command"), ", ".join(names_in(app))
    yield in_order(Text(f"{text.zh}：{names}", f"{text.en}: {names}"), "hallqueue: ")
    yield from written(app, chain)


def written(app: App, chain: Sequence[str]) -> Iterator[str]:
    yield usage(app, chain)
    yield both("see", command="".join(f"{name} " for name in chain))


def _wrong(why: CycloptsError, app: App) -> Text:
    match why:
        case UnknownCommandError(unused_tokens=[word, *_]):
            return _near("unknown_command", word, names_in(app))
        case UnknownOptionError():
            word = why.token.keyword or why.token.value
            return _near("unknown_option", word, (name for a in arguments(app) for name in a.names))
        case MissingArgumentError(argument=argument) if argument is not None:
            if why.keyword is None:
                return text_of(
                    "missing", name=(argument.parameter.metavar and shape(argument)) or argument.name
                )
            return text_of(
                "no_value", name=why.keyword, what=shape(argument).partition(" ")[2] or argument.name
            )
        case CoercionError():
            return _no_such_value(why)
        case RepeatArgumentError():
            return text_of("twice", name=why.token.keyword)
        case ValidationError(exception_message=message) if "\n" in message:
            return _two(message)
        case UnusedCliTokensError(unused_tokens=words) if words:
            return text_of("too_much", words=" ".join(words)[:LONGEST])
        case _:
            return text_of("unclear")


def _no_such_value(why: CoercionError) -> Text:
    if isinstance(why.msg, str) and "\n" in why.msg:
        return _two(why.msg)  # by a rule of our own
    name = why.argument.name if why.argument else ""
    value = (why.token.value if why.token else "")[:LONGEST]
    if choices := why.argument and why.argument.get_choices(force=True):
        return text_of("choice", name=name, said=value, choices=", ".join(choices))
    if why.target_type in (int, float):
        return text_of("number", name=name, said=value)
    return text_of("unclear")


def _near(name: str, word: str, known: Iterable[str]) -> Text:
    text = text_of(name, word=word[:LONGEST])
    if not (nearest := get_close_matches(word, list(known), n=1)):
        return text
    near = text_of("near", word=nearest[0])
    return Text(text.zh + near.zh, text.en + near.en)


def _two(message: str) -> Text:
    zh, _, en = message.partition("\n")
    return Text(zh, en)
