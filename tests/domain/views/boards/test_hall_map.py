"""The hall from above."""

from dataclasses import replace

from server.domain.config.pieces.boards import Area, Spot
from server.domain.queue import commands as c
from server.domain.views.boards.hall_map import hall_map
from tests.builders import COUNTERS, ZONES, Story, a_config

AREA = Area(x=5, y=30, width=40, height=60)
DRAWN = a_config(
    zones=(replace(ZONES[0], area=AREA), ZONES[1]),
    counters=tuple(replace(k, spot=Spot(x=10 * int(k.id), y=10), room=k.id == "5") for k in COUNTERS),
)


def test_a_hall_that_has_drawn_nothing_has_no_map() -> None:
    assert hall_map(Story("1").hall, "east") is None


def test_counters_say_what_they_do_now() -> None:
    story = Story("1", "2", config=DRAWN)
    story.issue()
    story.call("1")
    story.do(c.PauseCounter(counter="2", reason="lunch"))
    found = hall_map(story.hall, "")
    assert found is not None
    assert {k.id: k.state for k in found.counters} == {
        "1": "open",
        "2": "paused",
        "3": "closed",
        "4": "closed",
        "5": "closed",
        "6": "closed",
    }
    assert [k.id for k in found.counters if k.room] == ["5"]


def test_only_what_was_drawn_is_on_it_and_a_board_knows_its_own_zone() -> None:
    story = Story(config=DRAWN)
    for place, here in (("east", True), ("west", False), ("", False)):
        found = hall_map(story.hall, place)
        assert found is not None
        assert [(z.id, z.area, z.here) for z in found.zones] == [("east", AREA, here)]
