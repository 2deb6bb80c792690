"""The roster of a demo hall."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from server.demo.past import LENGTH
from server.demo.people import CLERKS, GUIDE_NUMBER, LEADER_NUMBER
from server.demo.rostered import rosters, seats
from server.domain.roster.nouns import Post
from server.packs.hall_file import pack
from server.packs.names import packs
from tests.builders import Story, names
from tests.hall_made import NOW


@pytest.mark.parametrize("hours", range(24))
@pytest.mark.parametrize("name", packs())
def test_whenever_it_is_tried_everybody_is_planned_now_and_tomorrow(name: str, hours: int) -> None:
    config = replace(pack(name), demo=True)
    now = NOW + timedelta(hours=hours, minutes=30)
    planned = rosters(config, now - LENGTH, now)
    story = Story(at=now - LENGTH, config=config)
    for roster in planned:
        assert names(story.do(roster)) == ["DayPlanned"]
    *_, today, tomorrow = planned
    sitting = {person for person, _ in seats(config)}
    assert {shift.person for shift in today.shifts} == {LEADER_NUMBER, GUIDE_NUMBER} | sitting
    assert tomorrow.day == today.day + timedelta(days=1)
    afternoon = {s.person for s in tomorrow.shifts if s.post is Post.COUNTER and s.begins == "13:00"}
    assert afternoon == sitting - {CLERKS[-1]}
    began = (now - LENGTH).astimezone(ZoneInfo(config.timezone))
    assert all(s.begins == f"{began:%H:%M}" for s in planned[0].shifts), "nobody is late on a first day"
