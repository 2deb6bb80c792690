"""What a clerk's console shows."""

from datetime import timedelta

import pytest

from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.views.clerk.counter import CounterView, counter
from tests.builders import Story


def shown(story: Story, at: str = "1") -> CounterView:
    return counter(story.hall, story.now, {}, counter_id=at, pick=story.pick)


def test_undo_is_offered_exactly_as_long_as_it_works() -> None:
    story = Story("1")
    story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    undo = shown(story).undo
    assert undo is not None
    assert (undo.number, undo.what, undo.until) == ("A001", "no_show", story.now + timedelta(seconds=5))
    assert shown(story.later(seconds=5)).undo is not None
    assert shown(story.later(seconds=0.001)).undo is None


def test_no_undo_is_offered_that_would_be_refused() -> None:
    story = Story("4")
    ticket = story.issue("install")
    story.call_and_start("4")
    story.do(c.ParkTicket(counter="4", kind=ParkKind.CUSTOMER_AWAY))
    story.do(c.CancelTicket(ticket=ticket))
    assert story.refused(c.UndoLast(counter="4")) == "nothing_to_undo"
    assert shown(story, "4").undo is None


def test_a_console_lists_where_a_customer_can_be_sent() -> None:
    view = shown(Story("1"))
    assert [n.id for n in view.all_queues] == [*"ABCDF"]
    assert [n.id for n in view.all_counters] == [*"123456"]
    assert "install" in {n.id for n in view.all_services}
    assert "all" in {n.id for n in view.all_profiles}
    assert {q.queue for q in view.queues} == {"A", "D"}


@pytest.mark.row("E11")
def test_whom_a_clerk_met_first_and_who_is_not_done_is_told_when_the_day_ends() -> None:
    story = Story("3", "4")
    story.issue("change")
    story.issue("change")
    story.call_and_start("3")
    story.do(c.TransferTicket(counter="3", to_queue="B"))
    assert shown(story, "3").first_met == ()
    story.later(minutes=600)
    assert shown(story, "3").first_met == ("C001",)
    assert shown(story, "4").first_met == ()
