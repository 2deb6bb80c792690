"""The figures a manager reads of waits, by hand."""

from server.domain.queue import commands as c
from server.reports import waits
from server.reports.report import Share
from tests.builders import Story
from tests.reports.lived import table


def half_an_hour() -> Story:
    """Waits of 5:00, 10:00 and 10:01 for bills at 9:05–9:11, none for advice, and 9:45 in the peak."""
    story = Story("1", "2", "3")
    story.issue()
    story.later(minutes=5).serve("1", seconds=1)
    for minutes, seconds in ((10, 0), (10, 1)):
        story.issue()
        story.later(minutes=minutes, seconds=seconds).serve("1", seconds=1)
    story.at("9:45").issue("change")
    story.later(seconds=30).serve("3")
    story.do(c.MarkWalkout(ticket=story.issue("advice")))
    return story


def test_ten_minutes_are_within_the_goal_and_a_second_more_is_not() -> None:
    bills = table(half_an_hour(), waits, "by_service")[0]
    assert (bills["n"], bills["max"], bills["p50"]) == (3, 601, 600)
    assert bills["within"] == Share(k=2, n=3)


def test_who_was_never_called_is_in_no_wait() -> None:
    assert [line["n"] for line in table(half_an_hour(), waits, "by_service")] == [3, 1, 4]


def test_half_hours_are_those_of_the_last_call() -> None:
    lines = table(half_an_hour(), waits, "by_half_hour")
    assert [(line["clock"], line["n"]) for line in lines] == [
        ("09:00", 3),
        ("09:00", 3),
        ("09:30", 1),
        ("09:30", 1),
    ]


def test_peak_and_off_peak_stand_apart_and_peak_days_are_marked() -> None:
    story = half_an_hour()  # the 2nd of a month
    assert [line["n"] for line in table(story, waits, "by_peak")] == [1, 3, 4, 0]
    assert [line["peak_day"] for line in table(story, waits, "by_day")] == [True]
