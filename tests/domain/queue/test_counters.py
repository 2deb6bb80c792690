"""Counters without a customer: open, close, pause, resume, call other queues."""

import pytest

from server.domain.hall import CounterState, ParkKind
from server.domain.queue import commands as c
from tests.builders import Story, names


def test_the_first_counter_of_the_day_opens_the_day() -> None:
    story = Story()
    assert names(story.do(c.OpenCounter(counter="1", staff="s1"))) == ["DayOpened", "CounterOpened"]
    assert names(story.do(c.OpenCounter(counter="2", staff="s2"))) == ["CounterOpened"]
    here = story.counter("1")
    assert (here.state, here.staff, here.profile) == (CounterState.OPEN_IDLE, "s1", "quick")


def test_a_counter_may_open_with_another_profile_and_goes_back_to_its_own() -> None:
    story = Story()
    story.do(c.OpenCounter(counter="1", profile="business"))
    story.issue("install")
    assert story.serve("1") == "B001"
    story.do(c.CloseCounter(counter="1"))
    assert (story.counter("1").profile, story.counter("1").staff) == ("quick", "")


def test_an_open_counter_is_not_opened_again() -> None:
    story = Story("1")
    assert story.refused(c.OpenCounter(counter="1")) == "counter_open"
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    assert story.refused(c.OpenCounter(counter="1")) == "counter_open"


@pytest.mark.row("Q09")
def test_a_floating_counter_takes_from_the_line_as_soon_as_it_opens() -> None:
    story = Story("1")
    story.issue_many(2)
    story.do(c.OpenCounter(counter="6", staff="s6"))
    assert [story.call("6"), story.call("1")] == ["A001", "A002"]


@pytest.mark.parametrize("start", [False, True])
def test_nobody_closes_or_pauses_over_a_customer(start: bool) -> None:
    story = Story("1")
    story.issue()
    story.call()
    if start:
        story.do(c.StartService(counter="1"))
    assert story.refused(c.CloseCounter(counter="1")) == "counter_busy"
    assert story.refused(c.PauseCounter(counter="1", reason="lunch")) == "counter_busy"


def test_a_pause_needs_a_reason_and_shows_it() -> None:
    story = Story("1")
    assert story.refused(c.PauseCounter(counter="1", reason="  ")) == "reason_required"
    story.do(c.PauseCounter(counter="1", reason=" lunch "))
    assert (story.counter("1").state, story.counter("1").pause_reason) == (CounterState.PAUSED, "lunch")


def test_a_paused_counter_calls_nobody_until_it_is_resumed() -> None:
    story = Story("1")
    story.issue()
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    assert story.refused(c.CallNext(counter="1")) == "counter_paused"
    assert story.refused(c.PauseCounter(counter="1", reason="more lunch")) == "counter_paused"
    story.do(c.ResumeCounter(counter="1"))
    assert story.counter("1").pause_reason == ""
    assert story.call() == "A001"


def test_only_a_paused_counter_is_resumed() -> None:
    story = Story("1")
    assert story.refused(c.ResumeCounter(counter="1")) == "counter_not_paused"
    assert story.refused(c.ResumeCounter(counter="2")) == "counter_not_paused"


def test_a_closed_counter_neither_closes_nor_pauses_nor_calls() -> None:
    story = Story()
    for command in (
        c.CloseCounter(counter="1"),
        c.PauseCounter(counter="1", reason="lunch"),
        c.CallNext(counter="1"),
        c.ChangeProfile(counter="1", profile="all"),
    ):
        assert story.refused(command) == "counter_closed"


def test_a_paused_counter_may_close() -> None:
    story = Story("1")
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    story.do(c.CloseCounter(counter="1"))
    assert (story.counter("1").state, story.counter("1").pause_reason) == (CounterState.CLOSED, "")


@pytest.mark.parametrize("paused", [False, True])
def test_a_counter_that_holds_papers_does_not_close(paused: bool) -> None:
    story = Story("4")
    ticket = story.issue("install")
    story.call_and_start("4")
    story.do(c.ParkTicket(counter="4", kind=ParkKind.DOCUMENTS_HELD))
    if paused:
        story.do(c.PauseCounter(counter="4", reason="copying"))
    assert story.refused(c.CloseCounter(counter="4")) == "parked_here"
    story.do(c.CancelTicket(ticket=ticket))
    story.do(c.CloseCounter(counter="4"))


def test_a_customer_who_is_only_away_does_not_keep_a_counter_open() -> None:
    story = Story("4")
    story.issue("install")
    story.call_and_start("4")
    story.do(c.ParkTicket(counter="4", kind=ParkKind.CUSTOMER_AWAY))
    story.do(c.CloseCounter(counter="4"))


@pytest.mark.row("Q12")
def test_another_profile_counts_from_the_next_call_on() -> None:
    story = Story("1")
    story.issue()
    story.issue("install")
    story.call_and_start("1")
    story.do(c.ChangeProfile(counter="1", profile="business"))
    assert (story.counter("1").state, story.at_counter("1").number) == (CounterState.SERVING, "A001")
    story.do(c.FinishTicket(counter="1"))
    assert story.call() == "B001"


def test_the_same_profile_again_is_no_news() -> None:
    story = Story("1")
    assert story.do(c.ChangeProfile(counter="1", profile="quick")) == ()
