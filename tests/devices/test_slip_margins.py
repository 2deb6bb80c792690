"""Whatever a hall is called and a customer needs, in every style on every paper: margins stay white."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.devices.printing.paper import interpret
from server.devices.printing.printer_commands import commands
from server.devices.printing.raster import MISREAD
from server.devices.printing.slip_picture import _SIZES, WIDE
from server.devices.printing.slips import slip_bytes
from server.devices.printing.zone_map import ZoneMap
from server.domain.config.pieces.equipment import PrinterConfig, SlipTemplate
from server.domain.text import Text
from tests.devices.printing.test_zone_map import ZONES
from tests.devices.sample_slips import CONTENT, slip

HEADS = (256, 384, 420, 432, 512, 576, 640, 832)
COLUMN = 12  # dots
ADDRESS = "https://www.95598.cn/osgweb/index?lang=zh&area=310000&from=slip&ticket=hall01"  # C24
NAME = Text(
    "低压居民新装及增容用电申请受理与业务咨询综合服务办理事项",
    "Low-voltage home connection, added capacity, and general consultation",
)
LONG: dict[str, Any] = {
    "hall": NAME,
    "business": NAME,
    "number": "A1000",
    "ahead": 1234,
    "wait": Text("约 1000–1200 分钟，请稍后再来", "about 1000–1200 min, please come back later"),
    "zone": NAME,
    "materials": (NAME, *CONTENT.materials) * 3,
    "phone": "0571-8888 6666，0571-8888 6667，夜间 95598",
}
STYLES = list(product([False, True], ["zh", "both"], ["zh", "en"]))  # large, languages, the customer's


def styled(large: bool, languages: str, language: str, **changes: Any) -> Any:
    own = Text(ADDRESS, ADDRESS)
    template = SlipTemplate(languages=languages, head=own, foot=own)  # type: ignore[arg-type]
    return slip(**({"large": large, "language": language, "template": template} | changes))


def check(content: Any, dots: int, **printer: Any) -> None:
    """On paper, from the bytes that are sent."""
    data = slip_bytes(content, PrinterConfig(id="K1", kind="tcp", dots=dots, **printer))
    (paper,) = interpret(data, dots + 64)  # what is printed beyond the edge is seen
    assert paper.unknown == ()
    heights = [int.from_bytes(c.body[4:6], "little") for c in commands(data) if c.name == b"\x1dv"]
    assert not any(height % MISREAD == 0 for height in heights)  # C25
    margin = _SIZES[dots >= WIDE, False].margin
    columns = np.flatnonzero((~np.asarray(paper.picture)).any(0))
    assert margin <= columns[0]
    assert columns[-1] < dots - margin


@pytest.mark.parametrize("dots", HEADS)
@pytest.mark.parametrize("style", STYLES)
def test_long_names_numbers_and_lists_keep_the_margins(style: tuple[bool, str, str], dots: int) -> None:
    check(styled(*style, **LONG), dots)
    check(styled(*style, **LONG, map=ZoneMap(zones=ZONES, own="A")), dots, raster="plain")


@pytest.mark.parametrize("dots", HEADS)
@pytest.mark.parametrize("style", STYLES)
def test_a_text_slip_has_no_line_wider_than_the_paper(style: tuple[bool, str, str], dots: int) -> None:
    data = slip_bytes(styled(*style, **LONG), PrinterConfig(id="K1", kind="tcp", dots=dots, mode="text"))
    (paper,) = interpret(data, dots)
    for line in paper.printed:
        cells = sum(1 if letter.isascii() else 2 for letter in line.text)
        assert cells * line.times <= dots // COLUMN
    said = "".join(line.text for line in paper.printed).replace(" ", "")
    for part in (LONG["number"], ADDRESS, NAME.zh if style[2] == "zh" else NAME.en):
        assert part.replace(" ", "") in said


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@settings(max_examples=25)
@given(st.data())
def test_any_words_keep_the_margins(data: st.DataObject) -> None:
    def words() -> Text:
        return Text(data.draw(WORDS), data.draw(WORDS))

    changes = {"hall": words(), "business": words(), "zone": words(), "materials": (words(), words())}
    dots, style = data.draw(st.sampled_from(HEADS)), data.draw(st.sampled_from(STYLES))
    check(styled(*style, **changes), dots)


@pytest.mark.parametrize("large", [False, True])
def test_the_customers_papers_come_before_the_halls_map(large: bool) -> None:
    """The more papers there are the sooner the map goes; never is one counted that its room could name."""
    shown = ZoneMap(zones=ZONES, own="A")
    for count in range(1, 14):
        papers = tuple(Text(f"第 {n} 份材料", f"paper {n}") for n in range(count))
        named = _boxes(large=large, materials=papers)
        assert named >= min(count, 3)
        assert _boxes(large=large, materials=papers, map=shown) >= named


def _boxes(**changes: Any) -> int:
    """How many boxes to tick there are on the slip: each is open white between two short black lines."""
    (paper,) = interpret(slip_bytes(slip(**changes), PrinterConfig(id="K1", kind="tcp")))
    ink = ~np.asarray(paper.picture)
    side = _SIZES[True, bool(changes.get("large"))].body
    edge = ink[:, 16:side].all(1) & ~ink[:, side + 12 : side + 18].any(1)
    return int((np.diff(np.flatnonzero(edge)) == side - 3).sum())
