"""From what a slip says to the bytes a printer takes."""

from dataclasses import replace

from server.devices.printers import PrinterConfig
from server.devices.raster import encode
from server.devices.slip_columns import encode_text
from server.devices.slip_content import SlipContent
from server.devices.slip_picture import draw

__all__ = ["SlipContent", "draw", "encode_text", "slip_bytes"]

DOTS_PER_COLUMN = 12  # font A of every receipt printer


def slip_bytes(content: SlipContent, config: PrinterConfig) -> bytes:
    """The whole slip with its cut; takes some tens of milliseconds, so not in the loop."""
    content = replace(content, large=content.large or config.large)
    if config.mode == "text":
        return encode_text(content, config.dots // DOTS_PER_COLUMN)
    return encode(draw(content, config.dots), plain=config.raster == "plain")
