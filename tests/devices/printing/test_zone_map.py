from typing import Any

import numpy as np
import pytest

from server.devices.printing.zone_map import ZoneMap, zone_map
from server.domain.config.config import Zone
from server.domain.config.pieces.boards import Area
from server.domain.text import Text

ZONES = (
    Zone(id="A", name=Text("A 区", "Zone A"), area=Area(x=0, y=0, width=50, height=60)),
    Zone(id="B", name=Text("贵宾等候区", "VIP lounge"), area=Area(x=50, y=0, width=50, height=60)),
    Zone(id="C", name=Text("自助服务与充值缴费区", "Machines"), area=Area(x=0, y=60, width=20, height=40)),
    Zone(id="D", name=Text("楼上", "Upstairs")),
)


def ink(here: str, dots: int = 576, language: str = "zh") -> Any:
    return zone_map(ZONES, here, dots, language)


@pytest.mark.parametrize("dots", [576, 384])
def test_the_customers_zone_is_black_and_the_others_are_not(dots: int) -> None:
    picture = ink("A", dots)
    height, width = picture.shape
    assert width == dots
    assert picture[: int(height * 0.6), : width // 2].mean() > 0.7
    assert picture[: int(height * 0.6), width // 2 :].mean() < 0.3


def test_the_name_stands_in_the_zone_white_on_black() -> None:
    middle = ink("A")[40:100, 60:230]
    assert 0.5 < middle.mean() < 0.98


def test_a_name_without_room_gives_way_to_the_id() -> None:
    """`C` is some strokes; nine hanzi of 18 dots would be wider than the zone."""
    narrow = ink("A", 384)[100:150, 12:68]
    assert 0 < narrow.mean() < 0.2


def test_names_come_in_the_customers_language() -> None:
    assert not np.array_equal(ink("A"), ink("A", language="en"))


def test_a_zone_of_no_width_draws_and_does_not_fail() -> None:
    flat = Zone(id="E", name=Text("线", "line"), area=Area(x=99, y=99, width=0, height=0))
    assert zone_map((flat,), "E", 384).shape[1] == 384


def test_a_map_is_worth_drawing_if_the_customers_zone_is_on_it() -> None:
    assert ZoneMap(zones=ZONES, own="A").worth_drawing
    assert not ZoneMap(zones=ZONES, own="D").worth_drawing
    assert not ZoneMap(zones=(), own="A").worth_drawing
