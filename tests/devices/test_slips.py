import numpy as np
import pytest

from server.devices.paper import interpret
from server.devices.printers import PrinterConfig
from server.devices.slips import draw, slip_bytes
from tests.devices.sample_slips import CONTENT, slip


@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("raster", ["banded", "plain"])
def test_a_raster_slip_on_paper_is_the_picture(dots: int, raster: str) -> None:
    config = PrinterConfig(id="front", kind="tcp", dots=dots, raster=raster)  # type: ignore[arg-type]
    (paper,) = interpret(slip_bytes(CONTENT, config), dots)
    drawn = np.asarray(draw(CONTENT, dots))
    assert np.array_equal(np.asarray(paper.picture)[: len(drawn)], drawn)
    assert paper.cut


def test_a_text_slip_takes_a_slow_line_a_second_or_two() -> None:
    config = PrinterConfig(id="front", kind="tcp", mode="text")
    data = slip_bytes(CONTENT, config)
    assert len(data) * 10 / 9600 < 1.5
    assert interpret(data)[0].codes == (CONTENT.qr,)


def test_a_printer_set_to_large_print_prints_every_slip_large() -> None:
    config = PrinterConfig(id="front", kind="tcp", large=True)
    (paper,) = interpret(slip_bytes(CONTENT, config))
    drawn = np.asarray(draw(slip(large=True), 576))
    assert np.array_equal(np.asarray(paper.picture)[: len(drawn)], drawn)


def test_nothing_personal_is_on_a_slip() -> None:
    """The content has no place for it: what a slip can say is this list and no more."""
    assert set(CONTENT.__slots__) == {
        "hall",
        "business",
        "number",
        "ahead",
        "wait",
        "zone",
        "issued_at",
        "materials",
        "qr",
        "phone",
        "reprint",
        "printed_at",
        "missed_within",
        "test",
        "large",
        "language",
    }
