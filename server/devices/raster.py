"""Dots into ESC/POS bytes: white is fed, not sent, and every band of ink is cropped to itself."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

MERGE = 6  # white rows inside a band that cost less than a new band
FEED = b"\x1bd\x03"  # ESC d: clear of the tear bar on printers without a cutter
WHOLE_WIDTH = b"\x1dL\x00\x00"

Ink = NDArray[np.bool_]


def encode(picture: Image.Image, *, plain: bool = False) -> bytes:
    """A whole slip: init, the picture (one piece if `plain`), feed and cut."""
    ink = ~np.asarray(picture.convert("1"))
    body = b"".join([_block(ink)] if plain else _bands(ink))
    return framed(body + WHOLE_WIDTH + FEED)


def framed(body: bytes) -> bytes:
    """The body between a reset and a cut."""
    from escpos.printer import Dummy  # noqa: PLC0415  # half a second to import, and only slips need it

    slip = Dummy()
    slip.hw("INIT")
    slip._raw(body)
    slip.cut(feed=False)  # GS V 66 0; with feed, the library cuts only on profiles that admit to a cutter
    return bytes(slip.output)


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
