"""A strip of paper to lay words, rules and squares on, from the top down, and then to paint in one go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from math import ceil

from server.devices.printing.lettering import Ink, run_of
from server.devices.printing.slip_words import fitted, laid, lines_of, on_one_line, width_of
from server.later import Image, ImageDraw, np

Mark = Callable[[Ink], None]


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
        white: bool = False,
        air: float = 1.26,
    ) -> None:
        """Write and wrap; `align` is 0 left, 0.5 centre, 1 right; `weight` is dots added to each stroke."""
        if not text:
            return
        for line in laid(text, size, self.width - ceil(2 * weight)):
            x = self.x + int((self.width - width_of(line, size)) * align)
            self._mark_words(x, self.y + round(size * (air - 0.26)), line, size, weight, white=white)
            self.y += round(size * air)

    def figure(self, text: str, size: int, *, weight: float, align: float = 0.5) -> None:
        """One line without air: takes exactly the height of its own ink (numbers several times the text)."""
        text = on_one_line(text)
        size = fitted(text, size, self.width - round(2 * weight))
        run = run_of(text, size, weight)
        height, width = run.ink.shape
        x = self.x + int((self.width - width) * align) - run.left
        self._mark_words(x, self.y - run.top, text, size, weight)
        self.y += height

    def _mark_words(
        self, x: int, y: int, text: str, size: int, weight: float, *, white: bool = False
    ) -> None:
        left, right = self.x, self.x + self.width

        def mark(sheet: Ink) -> None:
            run = run_of(text, size, weight)
            if not run.ink.size:
                return
            # A letter may lean out of its own width by a dot or two: it is moved, not cut off.
            at = max(min(x + run.left, right - run.ink.shape[1]), left)
            _lay(sheet, at, y + run.top, run.ink, white=white)

        self.marks.append(mark)

    def rule(self, thickness: int = 2, *, dash: int = 0) -> None:
        """A line across the column; dashed where the reader may tear or pause."""
        x0, x1, y0, y1 = self.x, self.x + self.width, self.y, self.y + thickness

        def mark(sheet: Ink) -> None:
            line = sheet[y0:y1, x0:x1]
            line |= (np.arange(x1 - x0) % (2 * dash) < dash) if dash else True

        self.marks.append(mark)
        self.y += thickness

    def sides(
        self, text: str, size: int, other: str, other_size: int, *, weight: float = 0, white: bool = False
    ) -> None:
        """One text at the left edge, another at the right; one under the other if the line is too short."""
        together = width_of(text, size) + width_of(other, other_size) + size / 3
        if together <= self.width and max(len(lines_of(text)), len(lines_of(other))) <= 1:
            across = Column(self.x, self.width, self.y, self.marks)
            across.y += size - other_size  # one baseline
            across.words(other, other_size, align=1, white=white)
            self.words(text, size, weight=weight, white=white)
        else:
            self.words(text, size, weight=weight, white=white, air=1.2)
            self.words(other, other_size, white=white)

    def banner(self, text: str, size: int, other: str, other_size: int) -> None:
        """Both texts white on black across the column: what must not be overlooked."""
        below, inside = len(self.marks), self.inset(size // 3)
        inside.y += size // 6
        inside.sides(text, size, other, other_size, weight=size / 60, white=True)
        inside.y += size // 8
        self.box((self.x, self.y, self.x + self.width, inside.y), radius=size // 4)
        self.marks.insert(below, self.marks.pop())  # the ground goes under the words
        self.y = inside.y

    def box(self, corners: tuple[int, int, int, int], *, radius: int = 0, hollow: int = 0) -> None:
        """A filled or, with `hollow` dots of border, an empty box; the last row and column stay outside."""
        x0, y0, x1, y1 = corners
        self.marks.append(lambda sheet: _lay(sheet, x0, y0, _box(x1 - x0, y1 - y0, radius, hollow)))

    def squares(self, modules: Sequence[Sequence[int]], scale: int) -> None:
        """A QR code's modules, `scale` dots each, without its quiet zone."""
        x, y = self.x, self.y

        def mark(sheet: Ink) -> None:
            rows = np.frombuffer(b"".join(map(bytes, modules)), np.uint8).reshape(len(modules), -1) > 0
            _lay(sheet, x, y, rows.repeat(scale, 0).repeat(scale, 1))

        if modules:
            self.marks.append(mark)
            self.y += len(modules) * scale

    def picture(self, picture: Ink, *, align: float = 0.5) -> None:
        """Dots as they are."""
        height, width = picture.shape
        x, y = self.x + round((self.width - width) * align), self.y
        self.marks.append(lambda sheet: _lay(sheet, x, y, picture))
        self.y += height

    def inset(self, dots: int) -> "Column":
        return Column(self.x + dots, self.width - 2 * dots, self.y, self.marks)

    def split(self, *widths: int, gap: int) -> list["Column"]:
        """Columns side by side, beginning here."""
        starts = accumulate((w + gap for w in widths[:-1]), initial=self.x)
        return [Column(x, w, self.y, self.marks) for x, w in zip(starts, widths, strict=True)]

    def paint(self, dots: int) -> Ink:
        """The strip down to `y`: True is black."""
        sheet = np.zeros((self.y, dots), np.bool_)
        for mark in self.marks:
            mark(sheet)
        return sheet


def _lay(sheet: Ink, x: int, y: int, ink: Ink, *, white: bool = False) -> None:
    """What lies off the sheet is cut off; nothing should."""
    top, left = max(-y, 0), max(-x, 0)
    below = sheet[max(y, 0) : y + ink.shape[0], max(x, 0) : x + ink.shape[1]]
    place = ink[top : top + below.shape[0], left : left + below.shape[1]]
    if white:
        below &= ~place
    else:
        below |= place


@lru_cache(maxsize=256)
def _box(width: int, height: int, radius: int, hollow: int) -> Ink:
    box = Image.new("1", (width, height))
    draw = ImageDraw.Draw(box)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), radius, None if hollow else 1, 1, max(hollow, 1))
    return np.asarray(box)
