import io
import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.paper import interpret
from server.devices.printing.slips import draw, preview, slip_bytes
from server.devices.printing.zone_map import ZoneMap
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.text import Text
from tests.devices.printing.test_zone_map import ZONES
from tests.devices.sample_slips import CONTENT, slip


@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("raster", ["banded", "plain"])
def test_a_raster_slip_on_paper_is_the_picture(dots: int, raster: str) -> None:
    config = PrinterConfig(id="front", kind="tcp", dots=dots, raster=raster)  # type: ignore[arg-type]
    (paper,) = interpret(slip_bytes(CONTENT, config), dots)
    drawn = ~draw(CONTENT, dots)
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
    drawn = ~draw(slip(large=True), 576)
    assert np.array_equal(np.asarray(paper.picture)[: len(drawn)], drawn)


def test_nothing_personal_is_on_a_slip() -> None:
    """The content has no place for it: what a slip can say is this list and no more."""
    assert set(CONTENT.__slots__) == {
        "hall",
        "business",
        "booked_for",
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
        "offline",
        "test",
        "large",
        "language",
        "template",
        "logo",
        "map",
        "density",
        "terms",
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
    assert data.endswith(b"\x1bJ\x58")


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
        assert np.array_equal(np.asarray(picture), ~draw(CONTENT, dots))
    with Image.open(io.BytesIO(preview(CONTENT, dots, "text"))) as picture:
        assert picture.width == dots


def last_lines(zh: str) -> SlipTemplate:
    return SlipTemplate(foot=Text(zh, ""))


def test_last_lines_with_a_line_break_are_two_lines_on_paper() -> None:
    """C13."""
    text = PrinterConfig(id="front", kind="tcp", mode="text")
    (paper,) = interpret(slip_bytes(slip(template=last_lines("谢谢光临\n请带好证件")), text))
    assert paper.lines[-2:] == ("谢谢光临", "请带好证件")
    one, two = (draw(slip(template=last_lines(zh)), 576) for zh in ("谢谢光临", "谢谢光临\n请带好证件"))
    assert len(two) == len(one) + round(22 * 1.26)


@pytest.mark.parametrize("mode", ["raster", "text"])
@pytest.mark.parametrize("between", ["\n", "\r\n", "\u2028", "\x0b", "\t", "\x00", "\ud800", "\n\n"])
def test_no_word_of_a_hall_keeps_a_slip_from_being_drawn(mode: str, between: str) -> None:
    """C13 and its kind: whatever stands in whichever text, and at its very end."""
    odd = Text(f"谢谢{between}光临{between}", f"Thank{between}you")
    zones = tuple(replace(zone, name=odd) for zone in ZONES)
    content = slip(
        hall=odd,
        business=odd,
        zone=odd,
        wait=odd,
        phone=odd.zh,
        number=f"A{between}18",
        materials=(odd,),
        template=SlipTemplate(head=odd, foot=odd),
        map=ZoneMap(zones=zones, own=zones[0].id, language="zh"),
    )
    for dots in (576, 384):
        config = PrinterConfig(id="front", kind="tcp", dots=dots, mode=mode)  # type: ignore[arg-type]
        (paper,) = interpret(slip_bytes(content, config), dots)
        assert paper.cut
        assert paper.unknown == ()
