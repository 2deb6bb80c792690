"""Words before they are put on a slip: their lines, how wide they are, and where they may be broken."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from server.devices.printing.fonts import font_of
from server.devices.printing.lettering import width_of_line

_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control and unpaired characters
# What only tells how other letters look: joiners, marks of direction, variation selectors.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
# Opening marks never end a line, closing ones never begin one.
_WORD = re.compile(r"\s+|[（《“‘【「]*(?:[!-~\u00b7–]+|.)[，。；：、）！？》”’】」]*")
_PART = re.compile(r"[^/?&=.,;:_\-]*[/?&=.,;:_\-]*")  # where an address may be broken

Measure = Callable[[str], float]


def lines_of(text: str) -> list[str]:
    """The lines as whoever wrote them broke them; what no printer can write becomes a space.

    The one door between words and paper: what measures and draws below it takes single lines only.
    """
    return [_UNWRITABLE.sub(" ", _UNSEEN.sub("", line)).rstrip() for line in text.splitlines()]


def on_one_line(text: str) -> str:
    return " ".join(line for line in lines_of(text) if line)


@lru_cache(maxsize=4096)
def width_of(text: str, size: int) -> float:
    """Of the longest line."""
    return max((width_of_line(line, size) for line in lines_of(text)), default=0.0)


def fitted(text: str, size: int, width: int) -> int:
    """The largest size up to `size` at which the text fits on one line of `width` dots."""
    fits = min(size, int(size * width / max(width_of(text, size), 1)))
    while fits > 1 and width_of(text, fits) > width:  # letters are whole dots wide
        fits -= 1
    return max(fits, 1)


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """Lines no wider than `width`: Latin words stay whole if they can, hanzi break anywhere, breaks hold."""
    return [part for line in lines_of(text) for part in _wrapped(line, width, measure)]


@lru_cache(maxsize=4096)
def laid(text: str, size: int, width: int) -> tuple[str, ...]:
    """The lines of a column of dots."""
    return tuple(wrapped(text, width, lambda words: width_of(words, size)))


def _wrapped(text: str, width: float, measure: Measure) -> list[str]:
    if measure(text) <= width:
        return [text]
    lines, line = [], ""
    for word in _WORD.findall(text):
        for piece in _pieces(word, width, measure):
            if line.strip() and measure((line + piece).rstrip()) > width:
                lines.append(line.strip())
                line = ""
            line += piece
    return [*lines, line.strip()]


def _pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    """A word that is wider than a line alone: broken behind its marks, and where there are none, anywhere."""
    if word.isspace() or measure(word) <= width:
        yield word
        return
    for part in _PART.findall(word):
        if measure(part) <= width:
            yield part
        else:
            yield from part


def missing(text: str) -> str:
    """Every letter, once, that no font here can write."""
    letters = dict.fromkeys("".join(lines_of(text)))
    return "".join(letter for letter in letters if font_of(letter) is None)
