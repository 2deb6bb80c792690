"""A foreign file as rows of cells: its letters, its separator and the line that names its columns."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from server.domain.letters import NoLetters, letters_of
from server.domain.text import Text
from server.insight.history import texts as t
from server.insight.history.heads import NAMES, REQUIRED, Heads, TwoColumns, heads

LARGEST = 400_000_000  # bytes; ten years of a large hall
SEPARATORS = (",", ";", "\t", "|", "，")
BEFORE_HEADS = 10  # lines of title that a spreadsheet may put above its columns
WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Unreadable(Exception):
    """The file as a whole cannot be taken, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(f"{text.zh} / {text.en}")
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`first` is the line behind the columns' names."""

    heads: Heads
    lines: Sequence[str]
    separator: str
    first: int

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each with the number of its line in the file; raises `Unreadable`."""
        reader = csv.reader(iter(self.lines[self.first :]), delimiter=self.separator)
        try:
            for row in reader:
                yield self.first + reader.line_num, row
        except csv.Error as why:
            raise Unreadable(t.UNREADABLE_LINE.fill(n=self.first + reader.line_num, why=why)) from why


def sheet_of(file: Path) -> Sheet:
    """Raises `Unreadable`."""
    lines = list(StringIO(_letters(_bytes(file)), newline=""))
    if not any(line.strip() for line in lines):
        raise Unreadable(t.EMPTY.fill(file=file))
    best: Sheet | None = None
    for first, line in enumerate(lines[:BEFORE_HEADS], start=1):
        for separator in SEPARATORS:
            named = _heads(line, separator)
            if named and (best is None or len(named.at) > len(best.heads.at)):
                best = Sheet(heads=named, lines=lines, separator=separator, first=first)
    missing = [column for column in REQUIRED if best is None or column not in best.heads.at]
    if best is None or missing:
        names = "、".join(f"{NAMES[column][0]} ({NAMES[column][1]})" for column in missing)
        raise Unreadable(t.NO_COLUMN.fill(names=names, first=lines[0].strip()[:80]))
    return best


def _heads(line: str, separator: str) -> Heads | None:
    try:
        return heads(next(csv.reader([line], delimiter=separator), []))
    except csv.Error:
        return None
    except TwoColumns as two:
        one, other = two.args
        raise Unreadable(t.TWO_COLUMNS.fill(one=one, other=other)) from two


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable(t.TOO_LARGE.fill(file=file, most=LARGEST // 1_000_000))
        written = file.read_bytes()
    except OSError as why:
        raise Unreadable(t.NOT_READ.fill(file=file, why=why.strerror)) from why
    if written.startswith((WORKBOOK, OLD_WORKBOOK)):
        raise Unreadable(t.WORKBOOK.fill(file=file))
    return written


def _letters(written: bytes) -> str:
    try:
        return letters_of(written)
    except NoLetters as why:
        raise Unreadable(t.LETTERS.fill(n=why.line) if why.line else t.NOT_TEXT) from why
