"""How each queue stands: people, counters, shares with their n."""

from server.domain.queue import commands as c
from server.domain.views.overview.lines import ManagerQueue, queues_now
from tests.builders import Story


def line(story: Story, id_: str) -> ManagerQueue:
    return next(q for q in queues_now(story.hall, {"A": 130.0}) if q.id == id_)


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
