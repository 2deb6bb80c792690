"""Words as black dots: each letter is drawn once, each run of letters is put together once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from server.devices.printing.fonts import INSTEAD, Font, font_of
from server.later import Image, ImageDraw, np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Ink: TypeAlias = "NDArray[np.bool_]"

WHITE = 255
DARK = 128  # of WHITE: from here on a dot is printed; dithered greys would print as dirt
LETTER_BYTES, RUN_BYTES = 4_000_000, 4_000_000  # at most kept


@dataclass(frozen=True, slots=True)
class Run:
    """Ink; where its top left corner lies from the pen on the base line; and where the pen is then."""

    ink: Ink
    left: int
    top: int
    advance: float


class Kept:
    """The last used values, up to so many bytes; for several threads."""

    def __init__(self, most: int) -> None:
        self.most, self.bytes = most, 0
        self._runs: OrderedDict[Hashable, Run] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Run]) -> Run:
        with self._lock:
            if (known := self._runs.get(key)) is not None:
                self._runs.move_to_end(key)
                return known
        made = make()
        with self._lock:
            if key not in self._runs:
                self._runs[key] = made
                self.bytes += _size(made)
            while self.bytes > self.most and len(self._runs) > 1:
                self.bytes -= _size(self._runs.popitem(last=False)[1])
        return made

    def clear(self) -> None:
        with self._lock:
            self._runs.clear()
            self.bytes = 0


def _size(run: Run) -> int:
    return run.ink.nbytes + 200  # what Python adds to each


LETTERS, RUNS = Kept(LETTER_BYTES), Kept(RUN_BYTES)


def run_of(text: str, size: int, weight: float = 0) -> Run:
    """One line; `weight` is dots added to each stroke."""
    return RUNS.get((text, size, weight), lambda: _put_together(text, size, weight))


def width_of_line(text: str, size: int) -> float:
    return sum(advance_of(letter, size) for letter in text)


@lru_cache(maxsize=16384)
def advance_of(letter: str, size: int) -> float:
    font, shown = _font(letter)
    return font.at(size).getlength(shown)


def _font(letter: str) -> tuple[Font, str]:
    """What no font has is never an empty box."""
    font = font_of(letter)
    if font is not None:
        return font, letter
    instead = font_of(INSTEAD)
    assert instead is not None  # the first font has it
    return instead, INSTEAD


def _letter(letter: str, size: int, weight: float) -> Run:
    return LETTERS.get((letter, size, weight), lambda: _drawn(letter, size, weight))


def _drawn(letter: str, size: int, weight: float) -> Run:
    font, shown = _font(letter)
    face = font.at(size)
    x0, y0, x1, y1 = face.getbbox(shown, anchor="ls", stroke_width=weight)
    left, top = floor(x0), floor(y0)
    grey = Image.new("L", (max(ceil(x1) - left, 1), max(ceil(y1) - top, 1)))
    ImageDraw.Draw(grey).text((-left, -top), shown, WHITE, face, "ls", stroke_width=weight)
    return Run(np.asarray(grey) >= DARK, left, top, advance_of(letter, size))


def _put_together(text: str, size: int, weight: float) -> Run:
    letters, pens, pen = [_letter(letter, size, weight) for letter in text], [], 0.0
    for letter in letters:
        pens.append(round(pen))
        pen += letter.advance
    inked = [(pen, letter) for pen, letter in zip(pens, letters, strict=True) if letter.ink.size]
    if not inked:
        return Run(np.zeros((0, 0), np.bool_), 0, 0, pen)
    left = min(at + letter.left for at, letter in inked)
    top = min(letter.top for _, letter in inked)
    right = max(at + letter.left + letter.ink.shape[1] for at, letter in inked)
    bottom = max(letter.top + letter.ink.shape[0] for _, letter in inked)
    ink = np.zeros((bottom - top, right - left), np.bool_)
    for at, letter in inked:
        x, y = at + letter.left - left, letter.top - top
        ink[y : y + letter.ink.shape[0], x : x + letter.ink.shape[1]] |= letter.ink
    return Run(ink, left, top, pen)
