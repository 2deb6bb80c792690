from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import segno

from server.devices.printing.logo import as_logo
from server.devices.printing.slip_content import terms_of
from server.devices.printing.slip_picture import BOLD, LONGEST, LONGEST_LARGE, MASK, draw
from server.devices.printing.slip_strip import Column
from server.devices.printing.zone_map import ZoneMap, zone_map
from server.domain.config.pieces.equipment import SLIP_LINES, SlipTemplate
from server.domain.text import Text
from server.domain.views.parts import WaitView
from server.packs.hall_file import pack
from server.packs.names import packs
from server.watchers.devices.what_slips_say import wait_text
from tests.devices.printing.test_logo import picture
from tests.devices.printing.test_zone_map import ZONES
from tests.devices.sample_slips import CONTENT, slip

VARIANTS: list[dict[str, Any]] = [
    {},
    {"large": True},
    {"language": "en"},
    {"language": "en", "large": True},
    {"test": True, "reprint": 3},
    {"number": "A1000"},
    {"wait": None, "materials": (), "phone": "", "qr": ""},
    {"materials": CONTENT.materials * 4},
    {"business": Text("低压居民新装及增容用电申请", "Low-voltage home connection or added capacity")},
]
MEASURES = 180  # dots a test slip takes on top
WRITTEN_AT = datetime.fromisoformat("2024-07-10T09:42:00+08:00")


def ink(dots: int = 576, **changes: Any) -> Any:
    return draw(slip(**changes), dots)


def has(picture: Any, piece: Any) -> bool:
    """Whether the piece is somewhere in the picture, dot for dot."""
    windows = np.lib.stride_tricks.sliding_window_view(picture, piece.shape)
    first_row = (windows[:, :, 0, :] == piece[0]).all(-1)
    return any((windows[y, x] == piece).all() for y, x in np.argwhere(first_row))


def drawn(text: str, size: int, weight: float = 0) -> Any:
    """What a text looks like at a size, cropped to its ink."""
    column = Column(4, 560, 4)
    column.words(text, size, weight=weight)
    dots = column.paint(576)
    rows, columns = np.flatnonzero(dots.any(1)), np.flatnonzero(dots.any(0))
    return dots[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("changes", VARIANTS, ids=lambda changes: ",".join(changes) or "plain")
def test_every_slip_fits_its_paper(dots: int, changes: dict[str, Any]) -> None:
    height, width = draw(slip(**changes), dots).shape
    assert width == dots
    longest = LONGEST_LARGE if changes.get("large") else LONGEST
    assert 400 < height <= longest + (MEASURES if changes.get("test") else 0)


@pytest.mark.parametrize(("dots", "module"), [(576, 5), (384, 4)])
def test_the_code_on_the_slip_is_the_customers_page_module_for_module(dots: int, module: int) -> None:
    code = segno.make(CONTENT.qr, error="m", micro=False, mask=MASK)
    matrix = np.array([list(row) for row in code.matrix], bool)
    assert has(ink(dots), np.kron(matrix, np.ones((module, module), bool)))


@pytest.mark.parametrize("dots", [576, 384])
def test_the_number_is_at_least_four_times_the_printers_letters(dots: int) -> None:
    """A row of the number is inked tall: its strokes are far longer than any other writing's."""
    for number in ("A018", "A1000"):
        picture = ink(dots, number=number, wait=None, materials=(), qr="")
        longest = max(_longest_run(column) for column in picture.T)
        assert longest >= 4 * 24 * 0.7  # a capital is 0.7 of its size


def _longest_run(dots: Any) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dots.astype(int), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def test_the_zone_stands_white_on_black() -> None:
    assert (ink().mean(1) > 0.9).any()


def test_all_materials_are_named_when_they_fit_and_counted_when_not() -> None:
    assert has(ink(), drawn("用电地址", 26))
    crowded = ink(materials=(*CONTENT.materials * 4, Text("营业执照", "Business licence")))
    assert not has(crowded[-450:], drawn("营业执照", 26))
    assert any(has(crowded[-300:, :320], drawn(f"另有 {n} 项，请询问引导员", 22)) for n in range(5, 13))


def test_english_comes_first_and_large_for_who_chose_it() -> None:
    assert has(ink(language="en"), drawn("New home connection", 40, 0.7))
    assert has(ink(), drawn("居民新装用电", 40, 0.7))


def test_reprints_and_tests_are_told_apart_from_a_first_slip() -> None:
    plain, again, test = ink(), ink(reprint=1, printed_at=WRITTEN_AT), ink(test=True)
    banners = [(picture.mean(1) > 0.9).sum() for picture in (plain, again, test)]
    assert banners[1] > banners[0]
    assert banners[2] > banners[0]
    assert not np.array_equal(again[:150], test[:150])


def test_large_print_is_larger() -> None:
    assert has(ink(large=True), drawn("居民身份证原件", 44))
    assert has(ink(384, large=True), drawn("居民身份证原件", 44))


def test_the_same_slip_is_drawn_the_same() -> None:
    assert np.array_equal(ink(), ink())


OWN = SlipTemplate(head=Text("您身边的用电服务", "At your side"), foot=Text("祝您愉快", "Have a good day"))
MAP = ZoneMap(zones=ZONES, own="A")


def test_a_hall_adds_its_own_lines_above_and_below() -> None:
    picture = ink(template=OWN)
    assert has(picture[:150], drawn("您身边的用电服务", 22))
    assert has(picture[-80:], drawn("祝您愉快", 22))


@pytest.mark.parametrize(("dots", "width", "height"), [(576, 556, 160), (384, 372, 103)])
def test_the_logo_stands_on_top(dots: int, width: int, height: int, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture())
    assert has(ink(dots, logo=logo)[: height + 20], ~np.asarray(as_logo(picture(), width, height)))


@pytest.mark.parametrize("dots", [576, 384])
def test_the_map_shows_the_customers_zone(dots: int) -> None:
    width = dots - (20 if dots == 576 else 12)
    assert has(ink(dots, map=MAP), zone_map(ZONES, "A", width))


def test_a_map_without_the_customers_zone_is_not_drawn() -> None:
    assert np.array_equal(ink(map=ZoneMap(zones=ZONES, own="nowhere")), ink())


@pytest.mark.parametrize("line", SLIP_LINES)
def test_a_line_left_out_saves_paper_and_the_rest_stays(line: str) -> None:
    short = ink(map=MAP, template=SlipTemplate(leaves_out=(line,)))
    assert len(short) < len(ink(map=MAP)) or line in ("wait", "phone", "missed")  # these stand beside others
    assert short.sum() < ink(map=MAP).sum()
    assert has(short, drawn("前面还有", 22))


def test_number_people_time_and_code_cannot_be_left_out() -> None:
    bare = ink(template=SlipTemplate(leaves_out=("number", "business", "ahead", "time", "qr")))
    assert np.array_equal(bare, ink())


def test_a_hall_that_prints_chinese_only_still_prints_english_for_who_chose_it() -> None:
    chinese = SlipTemplate(languages="zh")
    assert not has(ink(template=chinese), drawn("Scan to follow your turn", 18))
    assert has(ink(), drawn("Scan to follow your turn", 18))
    assert np.array_equal(ink(template=chinese, language="en"), ink(language="en"))


def test_large_print_can_be_the_halls_choice() -> None:
    assert np.array_equal(ink(template=SlipTemplate(large=True)), ink(large=True))


def test_what_a_hall_adds_costs_no_customer_a_line(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    crowded = ink(template=OWN, map=MAP, logo=tmp_path / "logo.png")
    assert has(crowded, drawn("用电地址", 26))


@pytest.mark.row("B02")
@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("name", packs())
def test_somebody_elses_papers_fee_and_limit_are_printed_and_usual_halls_slips_stay_short(
    name: str, dots: int
) -> None:
    for service in pack(name).services:
        one = slip(business=service.name, materials=service.materials, terms=terms_of(service))
        assert draw(one, dots).shape[0] <= LONGEST
    transfer = pack("gas").service["transfer"]
    assert [sentence.zh for sentence in terms_of(transfer)] == [
        "代办另带：代办人身份证原件、委托人身份证复印件",
        "费用：手续费 5 元/户",
        "办结时限：当场办结",
    ]
    assert has(ink(materials=(), terms=terms_of(transfer)), drawn("费用：手续费 5 元/户", 22))


@pytest.mark.row("Q01")
@pytest.mark.parametrize(("dots", "largest"), [(384, 38), (576, 44)])
def test_the_longest_wait_stands_on_one_line(dots: int, largest: int) -> None:
    longest = wait_text(WaitView(state="minutes", minutes=120, low=100))
    picture = ink(dots, wait=longest, materials=(), qr="")
    sizes = range(largest, largest // 2, -1)
    assert any(has(picture, drawn(longest.zh, size, size * BOLD)) for size in sizes)
