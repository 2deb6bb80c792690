"""Dots into ESC/POS bytes: white is fed, not sent, and every band of ink is cropped to itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

MERGE = 6  # white rows inside a band that cost less than a new band
FEED = b"\x1bd\x03"  # ESC d: clear of the tear bar on printers without a cutter
WHOLE_WIDTH = b"\x1dL\x00\x00"

FULL_CUT = b"\x1dVA\x00"
HEATED, HEAT, HEAT_A_STEP, BETWEEN = 7, 80, 8, 2  # ESC 7: the usual values, 10 µs each, and our step

Ink = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a slip begins and ends."""

    density: int = 0  # steps of 5 %; 0 leaves the printer as it is set
    cut: Literal["partial", "full", "none"] = "partial"
    narrow: bool = False  # 58 mm


USUAL = Frame()


def encode(picture: Image.Image, *, plain: bool = False, frame: Frame = USUAL) -> bytes:
    """A whole slip: init, the picture (one piece if `plain`), feed and cut."""
    ink = ~np.asarray(picture.convert("1"))
    body = b"".join([_block(ink)] if plain else _bands(ink))
    return framed(body + WHOLE_WIDTH + FEED, frame)


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
    inked, y = np.asarray(ink.any(1)), 0
    while y < len(ink):
        top = y
        while y < len(ink) and not inked[y]:
            y += 1
        yield _skip(y - top)
        top = y
        while inked[y : y + MERGE].any():
            y += 1
        if y > top:
            yield _placed(ink[top:y])


def _skip(rows: int) -> bytes:
    """ESC J, at most 255 rows at a time."""
    return b"".join(b"\x1bJ" + bytes([min(255, rows - fed)]) for fed in range(0, rows, 255))


def _placed(band: Ink) -> bytes:
    """GS L moves the left edge to the band's first inked byte."""
    columns = np.flatnonzero(np.asarray(band.any(0)))
    left = int(columns[0]) // 8 * 8
    return b"\x1dL" + left.to_bytes(2, "little") + _block(band[:, left : int(columns[-1]) + 1])


def _block(ink: Ink) -> bytes:
    """GS v 0: rows of whole bytes, the last padded with white."""
    rows: NDArray[np.uint8] = np.packbits(ink, axis=1)
    height, width = rows.shape
    size: bytes = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return b"\x1dv0\x00" + size + bytes(rows)
