"""Says things on a terminal or into a file that may not be able to write Chinese."""

import os
import re
import sys
from typing import TextIO

from server.command.terminal.tongue import english_first

_PLAIN = str.maketrans(
    {
        "—": "-",
        "–": "-",
        "→": "->",
        "…": "...",
        "·": "-",
        "✓": "+",
        "✗": "x",
        "’": "'",
        "“": '"',
        "”": '"',
        "（": " (",
        "）": ")",
        "：": ": ",
    }
)


LEFT = 141  # what a shell says of a program whose reader went away, as `head` does


class ReaderLeft(Exception):
    """Nobody reads any more what is said."""


def say(*blocks: str, out: TextIO | None = None) -> None:
    """Each block is one thing said in both languages, each on lines of its own.

    Raises `ReaderLeft`; from then on what is said there goes nowhere.
    """
    if not blocks:
        return
    out = out or sys.stdout
    try:
        out.write("\n".join(fitting(block, out.encoding or "ascii") for block in blocks) + "\n")
        out.flush()
    except BrokenPipeError:
        _say_nowhere(out)
        raise ReaderLeft from None


def _say_nowhere(out: TextIO) -> None:
    """Python says what is left once more at its end, and complains."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)


def fitting(block: str, encoding: str) -> str:
    """What of it can be written: all, or else the English lines, or at worst all with signs spelt out."""
    if _can_write(block, encoding):
        return block
    lines = [line if _can_write(line, encoding) else line.translate(_PLAIN) for line in block.split("\n")]
    written = [line for line in lines if _can_write(line, encoding)]
    if not any(line.strip() for line in written):
        half = len(lines) // 2  # one half is English, but for a name in it
        written = lines[: half or 1] if english_first() else lines[half:]
    return "\n".join(written).encode(encoding, "backslashreplace").decode(encoding)


def in_english(text: str) -> str:
    """Of what is said in both languages, line by line or on both sides of a stroke, the English alone.

    A Chinese word in an English sentence goes, too; what has no English stays as it is.
    """
    lines = [_indented(max(line.split(" / "), key=_latin).strip(), line) for line in text.split("\n")]
    english = [_CHINESE.sub("", line) for line in lines if _latin(line) > 0 or not line]
    return "\n".join(english) if any(line.strip() for line in english) else text


_CHINESE = re.compile(r'\s*["“]?[\u3000-\u9fff\uff00-\uffef]+["”]?(?:(?<=["”\u4e00-\u9fff]), ?)?')


def _indented(part: str, line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + part


def _latin(line: str) -> int:
    """How far a line is English rather than Chinese with a name in it."""
    chinese = sum(1 for letter in line if "\u3000" <= letter <= "\uffef")
    return sum(1 for letter in line if letter.isascii() and letter.isalpha()) - chinese


def writes_chinese(out: TextIO) -> bool:
    return _can_write("营业厅", out.encoding or "ascii")


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
