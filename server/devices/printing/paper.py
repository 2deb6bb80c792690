"""What a printer would have put on paper: an ESC/POS interpreter for the virtual printer and the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.devices.printing.lettering import run_of
from server.devices.printing.printer_commands import Command, commands
from server.later import Image, np, segno

CELL = 24  # dots: a hanzi of font A is a square of it, a Latin letter half as wide
WHITE = 255
SET_MODULE, STORE, PRINT_CODE = 67, 80, 81
CODES, DENSITY = b"k", b"K"  # families of GS (
FULL_CUTS = (0, 48, 65)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text and how many times its normal size it has."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One piece of paper."""

    picture: Image.Image
    printed: tuple[PrintedLine, ...]  # text mode only
    codes: tuple[str, ...]  # what the printer's own QR codes say
    unknown: tuple[bytes, ...]  # commands this interpreter does not know
    cut: bool
    cut_off: bool = False  # all the way
    density: int = 0  # steps asked for
    heat: int = 0  # tens of microseconds asked for

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.printed)


def interpret(data: bytes, dots: int = 576) -> list[Paper]:
    """The pieces of paper, the last one not `cut` if the bytes end early."""
    head = _Head(dots)
    for command in commands(data):
        head.execute(command)
    head.tear(cut=False)
    return head.papers


class _Head:
    """The print head and what it has put on the current piece of paper."""

    def __init__(self, dots: int) -> None:
        self.dots = dots
        self.papers: list[Paper] = []
        self._reset()
        self._fresh()

    def _reset(self, _: bytes = b"") -> None:
        self.left, self.align, self.times, self.hanzi_times = 0, 0, 1, 1
        self.module, self.stored, self.line = 3, "", b""
        self.density = self.heat = 0

    def _fresh(self) -> None:
        self.y = 0
        self.pieces: list[tuple[int, int, Image.Image]] = []
        self.printed: list[PrintedLine] = []
        self.codes: list[str] = []
        self.unknown: list[bytes] = []

    def execute(self, command: Command) -> None:
        if act := _ACTS.get(command.name):
            act(self, command.body)
        elif not command.known:
            self.unknown.append(command.name)

    def tear(self, *, cut: bool, off: bool = False) -> None:
        """Finish the piece of paper, if there is anything on it."""
        if self.pieces or self.printed or (cut and self.y):
            contents = tuple(self.printed), tuple(self.codes), tuple(self.unknown)
            self.papers.append(Paper(self._picture(), *contents, cut, off, self.density, self.heat))
        self._fresh()

    def _picture(self) -> Image.Image:
        sheet = Image.new("1", (self.dots, max(self.y, 1)), WHITE)
        for x, y, piece in self.pieces:
            sheet.paste(piece, (x, y))
        return sheet

    def _put(self, piece: Image.Image, x: int) -> None:
        self.pieces.append((x, self.y, piece))
        self.y += piece.height

    def _raster(self, body: bytes) -> None:
        width, height = (int.from_bytes(body[at : at + 2], "little") for at in (2, 4))
        ink = np.unpackbits(np.frombuffer(body[6:], np.uint8).reshape(height, width), axis=1)
        self._put(Image.fromarray(ink == 0), self.left)

    def _family(self, body: bytes) -> None:
        """GS ( and a letter."""
        if body[:1] == CODES:
            self._code(body)
        elif body[:1] == DENSITY:
            self.density = int.from_bytes(body[4:5], "little", signed=True)
        else:
            self.unknown.append(b"\x1d(" + body[:1])

    def _heat(self, body: bytes) -> None:
        self.heat = body[1]

    def _code(self, body: bytes) -> None:
        """GS ( k for QR codes: set the module, store the text, print."""
        function, data = body[4], body[5:]
        if function == SET_MODULE:
            self.module = data[0]
        elif function == STORE:
            self.stored = data[1:].decode()
        elif function == PRINT_CODE:
            self.codes.append(self.stored)
            modules = segno.make(self.stored, micro=False).matrix
            square = Image.fromarray(np.array([list(row) for row in modules]) == 0)
            side = square.width * self.module
            self._put(square.resize((side, side), Image.Resampling.NEAREST), self._aligned(side))

    def _say(self, body: bytes) -> None:
        self.line += body

    def _feed_rows(self, body: bytes) -> None:
        self.y += body[0]

    def _feed_lines(self, body: bytes) -> None:
        self.y += body[0] * CELL

    def _align(self, body: bytes) -> None:
        self.align = body[0] & 3

    def _move(self, body: bytes) -> None:
        self.left = int.from_bytes(body, "little")

    def _size(self, body: bytes) -> None:
        self.times = self.hanzi_times = (body[0] & 7) + 1

    def _hanzi_size(self, body: bytes) -> None:
        self.hanzi_times = 2 if body[0] & 0x0C else 1

    def _aligned(self, width: int) -> int:
        return max(self.dots - width, 0) * self.align // 2

    def _cut(self, body: bytes) -> None:
        self.tear(cut=True, off=body[0] in FULL_CUTS)

    def _end_line(self, _: bytes) -> None:
        text = self.line.decode("gb18030", errors="replace")
        self.line = b""
        self.printed.append(PrintedLine(text, self.times))
        cells = [(letter, self.times if letter.isascii() else self.hanzi_times) for letter in text]
        widths = [CELL * times // (2 if letter.isascii() else 1) for letter, times in cells]
        strip = np.zeros((CELL * max(self.times, self.hanzi_times) + 6, max(sum(widths), 1)), np.bool_)
        x = 0
        for (letter, times), width in zip(cells, widths, strict=True):
            run = run_of(letter, CELL * times - 2)
            top, left = len(strip) - 6 + run.top, x + run.left
            place = strip[max(top, 0) : top + len(run.ink), max(left, 0) : left + run.ink.shape[1]]
            place |= run.ink[max(-top, 0) :, max(-left, 0) :][: place.shape[0], : place.shape[1]]
            x += width
        self._put(Image.fromarray(~strip), self._aligned(strip.shape[1]))


_ACTS: dict[bytes, Callable[[_Head, bytes], None]] = {
    b"": _Head._say,
    b"\n": _Head._end_line,
    b"\x1b@": _Head._reset,
    b"\x1bJ": _Head._feed_rows,
    b"\x1bd": _Head._feed_lines,
    b"\x1ba": _Head._align,
    b"\x1dL": _Head._move,
    b"\x1d!": _Head._size,
    b"\x1c!": _Head._hanzi_size,
    b"\x1dv": _Head._raster,
    b"\x1d(": _Head._family,
    b"\x1b7": _Head._heat,
    b"\x1dV": _Head._cut,
}
