"""How each queue stands: people, counters, shares with their n."""

import pytest

from server.domain.config.figures import LEAST
from server.domain.queue import commands as c
from server.domain.views.overview.lines import ManagerQueue, queues_now
from tests.builders import Story


def line(story: Story, id_: str) -> ManagerQueue:
    return next(q for q in queues_now(story.hall, story.now, {"A": 130.0}) if q.id == id_)


def test_a_queue_counts_all_its_businesses_together() -> None:
    story = Story("1", "2")
    story.issue("bill")
    since = story.now
    story.later(minutes=11).issue("invoice")
    bills = line(story, "A")
    assert (bills.letter, bills.waiting, bills.longest_from, bills.counters_open) == ("A", 2, since, 2)
    assert bills.wait.minutes == 3
    story.serve("1")
    story.serve("1")
    assert (line(story, "A").called, line(story, "A").within_goal, line(story, "A").waiting) == (2, 1, 0)


def test_help_is_proposed_only_where_somebody_waits() -> None:
    story = Story("1")
    assert line(story, "B").helper is None
    story.issue("install")
    found = line(story, "B")
    assert (found.counters_open, found.helper and found.helper.profile) == (0, "all")


def test_a_paused_counter_serves_nobody() -> None:
    story = Story("1")
    story.do(c.PauseCounter(counter="1", reason="茶水"))
    assert line(story, "A").counters_open == 0


@pytest.mark.row("Q04")
def test_nine_of_ten_waits_of_the_last_half_hour_are_told_with_their_n() -> None:
    """At 10:05 the P90 of the last 30 minutes is 12:40; half an hour later nothing is known of it."""
    story = Story("1")
    for _ in range(LEAST):
        story.issue("bill")
    story.later(minutes=12, seconds=40)
    for _ in range(LEAST - 1):
        story.serve("1", seconds=0)
    assert (line(story, "A").lately, line(story, "A").p90_seconds) == (LEAST - 1, None), "of a handful none"
    story.serve("1", seconds=0)
    now = line(story, "A")
    assert (now.waiting, now.lately) == (0, LEAST)
    assert now.p90_seconds == 12 * 60 + 40
    assert line(story, "B").p90_seconds is None
    story.later(minutes=31)
    assert (line(story, "A").lately, line(story, "A").p90_seconds) == (0, None)


def test_what_was_called_lately_is_kept_no_longer_than_it_is_told() -> None:
    story = Story("1")
    for _ in range(5):
        story.issue("bill")
        story.serve("1", seconds=0)
        story.later(minutes=20)
    assert [len(tally.lately) for tally in story.hall.tallies.values()] == [2]
