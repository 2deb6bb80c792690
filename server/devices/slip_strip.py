"""A strip of paper to lay words, rules and squares on, from the top down, and then to paint in one go."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from server.devices.errors import DeviceMisconfigured

FONT_PACKAGE = "paperang_p2_fonts_cjk"
WHITE, GREY, BLACK = 255, 127, 0
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control and unpaired characters
_WORD = re.compile(r"\s+|(?:[!-~\u00b7–]+|.)[，。；：、）！？]*")  # closing marks never begin a line

Mark = Callable[[ImageDraw.ImageDraw], None]


@cache
def typeface(package: str = FONT_PACKAGE) -> Path:
    """The font file of an installed package; DeviceMisconfigured if there is none that can write 请."""
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for path in (file for folder in folders for file in sorted(Path(folder).rglob("*.tt[cf]"))):
        if _can_write_chinese(path):
            return path
    raise DeviceMisconfigured(f"no Chinese font in the package {package}")


def _can_write_chinese(path: Path) -> bool:
    face = ImageFont.truetype(path, 24)
    # A font without the character draws the same box for it as for a code point nobody may use.
    return face.getmask("请").getbbox() is not None and bytes(face.getmask("请")) != bytes(
        face.getmask("\U0010ffff")
    )


@cache
def face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(typeface(), size)


def lines_of(text: str) -> list[str]:
    """The lines as whoever wrote them broke them; what no printer can write becomes a space.

    The one door between words and paper: what measures and draws below it takes single lines only.
    """
    return [_UNWRITABLE.sub(" ", line).rstrip() for line in text.splitlines()]


def on_one_line(text: str) -> str:
    return " ".join(line for line in lines_of(text) if line)


@lru_cache(maxsize=4096)
def width_of(text: str, size: int) -> float:
    """Of the longest line."""
    return max((face(size).getlength(line) for line in lines_of(text)), default=0.0)


def fitted(text: str, size: int, width: int) -> int:
    """The largest size up to `size` at which the text fits on one line of `width` dots."""
    return min(size, int(size * width / max(width_of(text, size), 1)))


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Lines no wider than `width`: Latin words stay whole, hanzi break anywhere, line breaks hold."""
    return [part for line in lines_of(text) for part in _wrapped(line, width, measure)]


def _wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    if measure(text) <= width:
        return [text]
    lines, line = [], ""
    for word in _WORD.findall(text):
        if line.strip() and measure((line + word).rstrip()) > width:
            lines.append(line.strip())
            line = ""
        line += word
    return [*lines, line.strip()]


@dataclass(slots=True)
class Column:
    """A column of the strip; `y` is where its next mark goes, `marks` is shared by the whole strip."""

    x: int
    width: int
    y: int = 0
    marks: list[Mark] = field(default_factory=list)

    def words(
        self,
        text: str,
        size: int,
        *,
        weight: float = 0,
        align: float = 0,
        ink: int = BLACK,
        air: float = 1.26,
    ) -> None:
        """Write and wrap; `align` is 0 left, 0.5 centre, 1 right; `weight` is dots added to each stroke."""
        if not text:
            return
        for line in wrapped(text, self.width, lambda words: width_of(words, size)):
            x = self.x + (self.width - width_of(line, size)) * align
            self._mark_words((x, self.y + size * (air - 0.26)), line, size, weight, ink)
            self.y += round(size * air)

    def figure(self, text: str, size: int, *, weight: float, align: float = 0.5) -> None:
        """One line without air: takes exactly the height of its own ink (numbers several times the text)."""
        text = on_one_line(text)
        size = fitted(text, size, self.width - round(2 * weight))
        left, top, right, bottom = face(size).getbbox(text, anchor="ls", stroke_width=weight)
        x = self.x + (self.width - (right - left)) * align - left
        self._mark_words((x, self.y - top), text, size, weight, BLACK)
        self.y += round(bottom - top)

    def _mark_words(self, at: tuple[float, float], text: str, size: int, weight: float, ink: int) -> None:
        self.marks.append(
            lambda draw: draw.text(
                at, text, fill=ink, font=face(size), anchor="ls", stroke_width=weight, stroke_fill=ink
            )
        )

    def rule(self, thickness: int = 2, *, dash: int = 0) -> None:
        """A line across the column; dashed where the reader may tear or pause."""
        for x in range(self.x, self.x + self.width, 2 * dash or self.width):
            self.box((x, self.y, x + (dash or self.width), self.y + thickness))
        self.y += thickness

    def sides(
        self, text: str, size: int, other: str, other_size: int, *, weight: float = 0, ink: int = BLACK
    ) -> None:
        """One text at the left edge, another at the right; one under the other if the line is too short."""
        together = width_of(text, size) + width_of(other, other_size) + size / 3
        if together <= self.width and max(len(lines_of(text)), len(lines_of(other))) <= 1:
            across = Column(self.x, self.width, self.y, self.marks)
            across.y += size - other_size  # one baseline
            across.words(other, other_size, align=1, ink=ink)
            self.words(text, size, weight=weight, ink=ink)
        else:
            self.words(text, size, weight=weight, ink=ink, air=1.2)
            self.words(other, other_size, ink=ink)

    def banner(self, text: str, size: int, other: str, other_size: int) -> None:
        """Both texts white on black across the column: what must not be overlooked."""
        below, inside = len(self.marks), self.inset(size // 3)
        inside.y += size // 6
        inside.sides(text, size, other, other_size, weight=size / 60, ink=WHITE)
        inside.y += size // 8
        self.box((self.x, self.y, self.x + self.width, inside.y), radius=size // 4)
        self.marks.insert(below, self.marks.pop())  # the ground goes under the words
        self.y = inside.y

    def box(self, corners: tuple[int, int, int, int], *, radius: int = 0, hollow: int = 0) -> None:
        """A filled or, with `hollow` dots of border, an empty box; the last row and column stay outside."""
        x0, y0, x1, y1 = corners
        fill = None if hollow else BLACK
        self.marks.append(
            lambda draw: draw.rounded_rectangle((x0, y0, x1 - 1, y1 - 1), radius, fill, BLACK, max(hollow, 1))
        )

    def squares(self, modules: Sequence[Sequence[int]], scale: int) -> None:
        """A QR code's modules, `scale` dots each, without its quiet zone."""
        side, at = len(modules), (self.x, self.y)
        mask = Image.frombytes("L", (side, side), bytes(255 * dark for row in modules for dark in row))
        mask = mask.resize((side * scale, side * scale), Image.Resampling.NEAREST)
        self.marks.append(lambda draw: draw.bitmap(at, mask, BLACK))
        self.y += side * scale

    def picture(self, picture: Image.Image, *, align: float = 0.5) -> None:
        """Black and white dots as they are."""
        ink, at = (
            ImageOps.invert(picture.convert("L")),
            (self.x + round((self.width - picture.width) * align), self.y),
        )
        self.marks.append(lambda draw: draw.bitmap(at, ink, BLACK))
        self.y += picture.height

    def inset(self, dots: int) -> "Column":
        return Column(self.x + dots, self.width - 2 * dots, self.y, self.marks)

    def split(self, *widths: int, gap: int) -> list["Column"]:
        """Columns side by side, beginning here."""
        starts = accumulate((w + gap for w in widths[:-1]), initial=self.x)
        return [Column(x, w, self.y, self.marks) for x, w in zip(starts, widths, strict=True)]

    def paint(self, dots: int) -> Image.Image:
        """The strip down to `y`, as black and white dots."""
        strip = Image.new("L", (dots, self.y), WHITE)
        draw = ImageDraw.Draw(strip)
        for mark in self.marks:
            mark(draw)
        return strip.point(lambda grey: grey > GREY and WHITE, mode="1")  # dithered greys would print as dirt
