"""What may stand in a text that came from outside: letters, and line ends where lines are meant.

Everything else is taken out at the door: what steers a printer or a terminal, what turns the reading
order around, what nobody sees, halves of letters, and code points that are none.
"""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))

LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085]")
UNSEEN = frozenset({"Cf", "Cs"})  # marks of direction, joiners of no width; halves of a pair
NONE_AT_ALL = 0xFFFE  # the last two code points of each plane are no letters, nor are these:
NO_LETTERS = range(0xFDD0, 0xFDF0)


class NoLetters(ValueError):
    """Not read as text: from the nth `line` on, or (0) no text at all."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


def letters_of(written: bytes) -> str:
    """However Notepad or Excel saved a file: UTF-8, what Windows writes in China, or what a mark says.

    Raises `NoLetters`.
    """
    encoding = next((name for mark, name in MARKS if written.startswith(mark)), None)
    if encoding is None and b"\x00" in written:
        raise NoLetters
    line = 0  # which reading came furthest says where it breaks off
    for each in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            return written.decode(each)
        except UnicodeDecodeError as why:
            line = max(line, written.count(b"\n", 0, why.start) + 1)
    raise NoLetters(line)


def clean(text: str, *, lines: bool = False) -> str:
    """The text as it can be shown, printed and stored; line ends become spaces unless `lines` are meant."""
    if text.isprintable():
        return text
    lined = LINE_ENDS.sub("\n", text)
    return "".join(_letter(letter, lines=lines) for letter in lined)


def cleaned(value: T, lines: Collection[str] = (), path: str = "") -> T:
    """Every text in a value of dataclasses and tuples, clean; `lines` are paths of texts that hold lines."""
    made: T = _cleaned(value, lines, path)
    return made


def _cleaned(value: Any, lines: Collection[str], path: str) -> Any:
    if isinstance(value, str):
        return clean(value, lines=path in lines or path.rpartition(".")[0] in lines)
    if isinstance(value, tuple):
        made = tuple(_cleaned(item, lines, path) for item in value)
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in _names(type(value)):
            part = getattr(value, name)
            if isinstance(part, str) and part.isprintable():
                continue  # most are, and need no path
            made_here = _cleaned(part, lines, f"{path}.{name}" if path else name)
            if made_here is not part:
                changed[name] = made_here
        return replace(value, **changed) if changed else value
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _letter(letter: str, *, lines: bool) -> str:
    if letter == "\n":
        return "\n" if lines else " "
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return " "
    code = ord(letter)
    none = code & NONE_AT_ALL == NONE_AT_ALL or code in NO_LETTERS
    return "" if kind in UNSEEN or none else letter
