"""The test slip: shows at a glance whether a printer is set to its paper's width and prints dark enough."""

from datetime import datetime
from typing import Literal

from server.devices.printing import slip_texts as say
from server.devices.printing.lettering import Ink
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slip_strip import Column
from server.devices.printing.slip_words import fitted
from server.domain.config.pieces.equipment import PrinterConfig, SlipTemplate
from server.domain.text import Text
from server.later import np

BLOCK, TALL = 16, 40  # dots of the marks at the ends
CENTIMETRE, TICK = 80, 10  # dots
PATCH = 48  # dots high
HEADS = (384, 432, 512, 576, 640, 832)  # dots of the usual ones
FIGURE = 20  # dots of what names them
SHADES = (0.125, 0.25, 0.5, 0.75, 1.0)


def trial_slip(
    hall_name: Text, printer: PrinterConfig, now: datetime, languages: Literal["both", "zh"] = "both"
) -> SlipContent:
    """`now` in the hall's time."""
    about = {"id": printer.id, "kind": printer.kind, "dots": printer.dots, "mode": printer.mode}
    return SlipContent(
        hall=hall_name,
        business=say.TRIAL,
        number="A000",
        ahead=0,
        wait=None,
        zone=say.TRIAL_PLACE,
        issued_at=now,
        qr=f"TEST {printer.id} {now:%Y-%m-%d %H:%M}",
        test=True,
        template=SlipTemplate(
            head=say.PRINTER.fill(**about),
            foot=say.LETTERS,
            leaves_out=("zone", "missed", "phone"),
            languages=languages,
        ),
        density=printer.density,
    )


def measures(paper: Column, content: SlipContent, size: int) -> None:
    """A ruler across the whole paper and patches from light to black; `paper` has no margins."""
    _ruler(paper)
    for text in (say.RULER, say.DENSITY.fill(density=f"{content.density:+}")):
        words = content.order(text)[0]
        paper.words(words, fitted(words, size, paper.width), align=0.5)
    paper.picture(_patches(paper.width))
    paper.y += TICK


def _ruler(paper: Column) -> None:
    """Blocks at both ends, centimetres, and where heads end: the last figure to be seen is the width."""
    right = paper.x + paper.width
    for head in (dots for dots in HEADS if dots <= paper.width):
        label = Column(paper.x, head - 4, paper.y, paper.marks)
        label.words(f"{head}", FIGURE, align=1)
        paper.box((paper.x + head - 2, paper.y, paper.x + head, paper.y + FIGURE))
    paper.y += round(FIGURE * 1.26)
    bottom = paper.y + TALL
    paper.box((paper.x, paper.y, paper.x + BLOCK, bottom))
    paper.box((right - BLOCK, paper.y, right, bottom))
    paper.box((paper.x, bottom - 2, right, bottom))
    for x in range(paper.x + CENTIMETRE, right - BLOCK, CENTIMETRE):
        paper.box((x, bottom - TICK, x + 2, bottom))
    paper.y = bottom


def _patches(width: int) -> Ink:
    """Ordered dots: a printer too dark lets the light patches run together."""
    grid = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
    shades = np.repeat(SHADES, -(-width // len(SHADES)))[:width] * 16
    ink: Ink = np.tile(grid, (PATCH // 4, -(-width // 4)))[:, :width] < shades
    return ink
