"""Who waits for a clerk, who comes next, who was missed."""

from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.views.clerk.counter import CounterView, counter
from tests.builders import PRIORITY, Story


def shown(story: Story, at: str = "1") -> CounterView:
    return counter(story.hall, story.now, {}, counter_id=at, pick=story.pick)


def test_the_next_three_are_those_that_calls_would_bring() -> None:
    story = Story("1")
    story.issue_many(2)
    for _ in range(3):
        story.issue(priority=PRIORITY)
    foretold = [row.number for row in shown(story).next]
    assert foretold == ["A003", "A004", "A001"]
    assert [story.serve(seconds=0) for _ in range(3)] == foretold


def test_all_whom_the_counter_may_call_are_listed_longest_wait_first() -> None:
    story = Story("1", "5")
    for service in ("advice", "bill", "install", "complex"):
        story.later(minutes=1).issue(service)
    assert [row.number for row in shown(story, "1").waiting] == ["D001", "A001"]
    assert [row.number for row in shown(story, "5").waiting] == ["B001", "F001"]


def test_who_was_sent_to_this_counter_is_listed_here_only() -> None:
    story = Story("1", "2", "3")
    story.issue()
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="3"))
    assert [[r.number for r in shown(story, i).waiting] for i in "123"] == [[], [], ["A001"]]


def test_a_missed_number_can_be_restored_until_too_many_have_passed() -> None:
    story = Story("1")
    story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.issue_many(6)
    usable = []
    for _ in range(6):
        story.serve()
        usable.append([row.usable for row in shown(story).missed])
    assert usable == [[True]] * 5 + [[False]]


def test_papers_held_are_usable_only_where_they_are() -> None:
    story = Story("3", "4")
    story.issue("install")
    story.call_and_start("4")
    story.do(c.ParkTicket(counter="4", kind=ParkKind.DOCUMENTS_HELD))
    assert [row.usable for row in shown(story, "4").parked] == [True]
    assert [row.usable for row in shown(story, "3").parked] == [False]
