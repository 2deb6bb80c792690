"""Dots into ESC/POS bytes: white is fed, not sent, and every band of ink is cropped to itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from server.devices.printing.lettering import Ink
from server.later import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MERGE = 6  # white rows inside a band that cost less than a new band
# A common family of printers takes a picture of 48, 96, 144 … rows for a command of its own and swallows what
# follows it (C25): no picture has such a height.
MISREAD = 48
# Millimetres of white after the last line: GS V itself feeds to the blade, and a tear bar is some way off.
CLEAR = {"partial": 3, "full": 3, "none": 11}
MILLIMETRE = 8  # dots
WHOLE_WIDTH = b"\x1dL\x00\x00"

FULL_CUT = b"\x1dVA\x00"
HEATED, HEAT, HEAT_A_STEP, BETWEEN = 7, 80, 8, 2  # ESC 7: the usual values, 10 µs each, and our step


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a slip begins and ends."""

    density: int = 0  # steps of 5 %; 0 leaves the printer as it is set
    cut: Literal["partial", "full", "none"] = "partial"
    narrow: bool = False  # 58 mm
    feed: int = -1  # mm before the cut; -1: what its way of cutting needs

    @property
    def end(self) -> bytes:
        """White, so that the last line is past the blade or the tear bar."""
        return _skip((CLEAR[self.cut] if self.feed < 0 else self.feed) * MILLIMETRE)


USUAL = Frame()


def encode(ink: Ink, *, plain: bool = False, frame: Frame = USUAL) -> bytes:
    """A whole slip: init, the picture (one piece if `plain`), feed and cut."""
    body = b"".join([_block(ink)] if plain else _bands(ink))
    return framed(body + WHOLE_WIDTH + frame.end, frame)


def framed(body: bytes, frame: Frame = USUAL) -> bytes:
    """The body between a reset and a cut."""
    from escpos.printer import Dummy  # noqa: PLC0415  # half a second to import, and only slips need it

    slip = Dummy()
    slip.hw("INIT")
    slip._raw(_darker(frame) + body)
    if frame.cut == "full":
        slip._raw(FULL_CUT)
    elif frame.cut == "partial":
        slip.cut(feed=False)  # GS V 66 0; with feed, the library cuts only on profiles that admit to a cutter
    return bytes(slip.output)


def _darker(frame: Frame) -> bytes:
    """GS ( K 49, which printers that do not know it skip; small printers heat longer by ESC 7 instead."""
    if not frame.density:
        return b""
    asked = b"\x1d(K\x02\x001" + frame.density.to_bytes(1, "little", signed=True)
    heat = bytes([HEATED, HEAT + HEAT_A_STEP * frame.density, BETWEEN])
    return asked + (b"\x1b7" + heat if frame.narrow else b"")


def _bands(ink: Ink) -> Iterator[bytes]:
    rows = np.flatnonzero(ink.any(1))
    if not rows.size:
        yield _skip(len(ink))
        return
    gaps = np.flatnonzero(np.diff(rows) > MERGE)
    y = 0
    for top, last in zip(rows[np.r_[0, gaps + 1]], rows[np.r_[gaps, -1]], strict=True):
        yield _skip(int(top) - y)
        y = int(last) + 1
        y += (y - int(top)) % MISREAD == 0  # one white row more: there are MERGE of them, or the end
        yield _placed(ink[top:y])
    yield _skip(len(ink) - y)


def _skip(rows: int) -> bytes:
    """ESC J, at most 255 rows at a time; none for none."""
    return b"".join(b"\x1bJ" + bytes([min(255, rows - fed)]) for fed in range(0, rows, 255))


def _placed(band: Ink) -> bytes:
    """GS L moves the left edge to the band's first inked byte."""
    columns = np.flatnonzero(np.asarray(band.any(0)))
    left = int(columns[0]) // 8 * 8
    return b"\x1dL" + left.to_bytes(2, "little") + _block(band[:, left : int(columns[-1]) + 1])


def _block(ink: Ink) -> bytes:
    """GS v 0: rows of whole bytes, the last padded with white. The one door for pictures."""
    if len(ink) % MISREAD == 0:
        ink = np.pad(ink, ((0, 1), (0, 0)))
    rows: NDArray[np.uint8] = np.packbits(ink, axis=1)
    height, width = rows.shape
    size: bytes = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return b"\x1dv0\x00" + size + rows.tobytes()
