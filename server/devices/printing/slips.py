"""From what a slip says to the bytes a printer takes."""

import io
import logging
from dataclasses import replace

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.card_columns import encode_card
from server.devices.printing.card_content import Card
from server.devices.printing.card_picture import draw_card
from server.devices.printing.lettering import Ink
from server.devices.printing.paper import interpret
from server.devices.printing.raster import Frame, encode
from server.devices.printing.slip_columns import encode_text
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slip_picture import WIDE, draw
from server.later import Image

__all__ = ["SlipContent", "draw", "encode_text", "preview", "slip_bytes"]

DOTS_PER_COLUMN = 12  # font A of every receipt printer

log = logging.getLogger(__name__)


def slip_bytes(content: SlipContent | Card, config: PrinterConfig) -> bytes:
    """The whole slip with its cut; takes some milliseconds, so not in the loop."""
    content = replace(content, large=content.large or config.large)
    frame = Frame(density=config.density, cut=config.cut, narrow=config.dots < WIDE, feed=config.feed)
    if config.mode == "text":
        columns = config.dots // DOTS_PER_COLUMN
        if isinstance(content, Card):
            return encode_card(content, columns, frame)
        return encode_text(content, columns, frame)
    return encode(_drawn(content, config.dots), plain=config.raster == "plain", frame=frame)


def _drawn(content: SlipContent | Card, dots: int) -> Ink:
    """A customer gets a slip, with the logo or without."""
    if isinstance(content, Card):
        return draw_card(content, dots)
    try:
        return draw(content, dots)
    except DeviceMisconfigured as problem:
        if content.logo is None:
            raise
        log.error("slip without its logo: %s", problem)
        return draw(replace(content, logo=None), dots)


def preview(content: SlipContent, dots: int, mode: str = "raster") -> bytes:
    """What would come out, as a PNG; DeviceMisconfigured if the logo is no picture."""
    if mode == "text":
        picture = interpret(encode_text(content, dots // DOTS_PER_COLUMN), dots)[0].picture
    else:
        picture = Image.fromarray(~draw(content, dots))
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()
