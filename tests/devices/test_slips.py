import io
import logging
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from server.devices.errors import DeviceMisconfigured
from server.devices.paper import interpret
from server.devices.printers import PrinterConfig
from server.devices.slips import draw, preview, slip_bytes
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
        "template",
        "logo",
        "map",
        "density",
    }


@pytest.mark.parametrize("mode", ["raster", "text"])
@pytest.mark.parametrize("dots", [576, 384])
def test_density_and_cut_are_the_printers(mode: str, dots: int) -> None:
    config = PrinterConfig(id="front", kind="tcp", dots=dots, mode=mode, density=-3, cut="full")  # type: ignore[arg-type]
    (paper,) = interpret(slip_bytes(CONTENT, config), dots)
    assert (paper.density, paper.cut, paper.cut_off) == (-3, True, True)
    assert paper.heat == (0 if dots == 576 else 56)
    assert paper.unknown == ()


@pytest.mark.parametrize("mode", ["raster", "text"])
def test_a_printer_left_as_it_is_gets_no_density_and_one_without_a_cutter_no_cut(mode: str) -> None:
    config = PrinterConfig(id="front", kind="tcp", dots=384, mode=mode, cut="none")  # type: ignore[arg-type]
    data = slip_bytes(CONTENT, config)
    (paper,) = interpret(data, 384)
    assert (paper.density, paper.heat, paper.cut) == (0, 0, False)
    assert data.endswith(b"\x1bd\x03")


def test_a_customer_gets_a_slip_even_if_the_logo_is_lost(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    config = PrinterConfig(id="front", kind="tcp")
    assert slip_bytes(slip(logo=Path("gone.png")), config) == slip_bytes(CONTENT, config)
    assert "gone.png" in caplog.text
    with pytest.raises(DeviceMisconfigured, match=r"gone\.png"):
        preview(slip(logo=Path("gone.png")), 576)


@pytest.mark.parametrize("dots", [576, 384])
def test_a_preview_is_the_slip(dots: int) -> None:
    with Image.open(io.BytesIO(preview(CONTENT, dots))) as picture:
        assert np.array_equal(np.asarray(picture), np.asarray(draw(CONTENT, dots)))
    with Image.open(io.BytesIO(preview(CONTENT, dots, "text"))) as picture:
        assert picture.width == dots
