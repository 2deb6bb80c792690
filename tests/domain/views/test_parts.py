"""What several screens see alike."""

import pytest

from server.domain.queue import commands as c
from server.domain.views.parts import (
    TOO_LATE,
    Until,
    WaitView,
    counter_profile,
    open_counters,
    overdue,
    queue_views,
    serving_queues,
    wait_view,
)
from tests.builders import Story


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (None, WaitView(state="unknown")),
        (0, WaitView(state="soon")),
        (119.9, WaitView(state="soon")),
        (120, WaitView(state="minutes", minutes=2)),
        (121, WaitView(state="minutes", minutes=3)),
        (600, WaitView(state="minutes", minutes=10)),
        (601, WaitView(state="minutes", minutes=15)),
        (780, WaitView(state="minutes", minutes=15)),  # the worked check: 13:00 is shown as 15
        (900, WaitView(state="minutes", minutes=15)),
        (900.5, WaitView(state="minutes", minutes=20)),
        (Until(540, 900), WaitView(state="minutes", minutes=15, low=9)),
        (Until(601, 900.5), WaitView(state="minutes", minutes=20, low=10)),
        (Until(899, 901), WaitView(state="minutes", minutes=20, low=10)),
        (Until(60, 9300), WaitView(state="minutes", minutes=155)),  # so wide a span says nothing
        (Until(300, 1200), WaitView(state="minutes", minutes=20, low=5)),
        (Until(59, 300), WaitView(state="minutes", minutes=5)),  # from nothing on: the later end says it
        (Until(0, 119), WaitView(state="soon")),
        (Until(900, 900), WaitView(state="minutes", minutes=15)),
        (TOO_LATE, WaitView(state="unknown", doubtful=True)),
        (Until(0, 119, "longer", True), WaitView(state="soon", why="longer", doubtful=True)),
    ],
)
def test_a_wait_is_rounded_up_to_one_minute_and_above_ten_to_five(
    seconds: float | Until | None, shown: WaitView
) -> None:
    assert wait_view(seconds) == shown


def test_twenty_minutes_are_not_overdue_and_a_moment_more_is() -> None:
    assert not overdue(1200, 1200)
    assert overdue(1200.001, 1200)


def test_a_queue_shows_how_many_wait_and_since_when_the_first() -> None:
    story = Story("1")
    story.issue()
    first_at = story.now
    story.later(minutes=3).issue("invoice")
    queues = {q.queue: q for q in queue_views(story.hall, {"A": 300.0})}
    a, b = queues["A"], queues["B"]
    assert (a.waiting, a.longest_from, a.wait.minutes, a.zone.en) == (2, first_at, 5, "East")
    assert (b.waiting, b.longest_from, b.wait.state) == (0, None, "unknown")


def test_paused_and_closed_counters_are_not_open() -> None:
    story = Story("1", "2", "3")
    story.do(c.PauseCounter(counter="2", reason="lunch"))
    story.do(c.CloseCounter(counter="3"))
    assert [k.id for k in open_counters(story.hall)] == ["1"]


def test_a_counter_serves_what_it_calls_and_what_it_helps() -> None:
    story = Story("5")
    assert serving_queues(story.hall, story.counter("5")) == {"F", "B"}
    story.do(c.ChangeProfile(counter="5", profile="quick"))
    assert counter_profile(story.hall, story.counter("5")) == "quick"
    assert serving_queues(story.hall, story.counter("5")) == {"A", "D"}
