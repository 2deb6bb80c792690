"""Waits over the day and the lines they must stay below."""

from server.domain.care import commands as cc
from server.reports.through_the_day.series import lines, points
from tests.builders import Story, a_config, with_figures
from tests.reports.lived import past, today


def test_a_point_lies_where_the_wait_ended() -> None:
    story = Story("1")
    first, _ = story.issue_many(2, every=0)
    story.at("9:25")
    story.do(cc.OpenCase(ticket=first))
    story.serve("1", seconds=60)
    story.serve("1", seconds=60)
    found = points(past(story), today(story))
    assert [(p.clock, p.number, p.waited_seconds, p.remedied) for p in found] == [
        ("09:25:00", "A001", 1500, True),
        ("09:26:00", "A002", 1560, False),
    ]


def test_the_lines_are_the_halls_own_figures() -> None:
    assert [x.seconds for x in lines(a_config())] == [600, 1200]
    config = with_figures(remedy_threshold_seconds=1080)
    assert lines(config)[1].title.zh == "补救 18 分钟"


def test_a_day_without_calls_has_no_points() -> None:
    assert points(past(Story()), today(Story())) == []
