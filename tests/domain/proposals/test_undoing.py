"""Taking back what was just taken: all of it while nobody has built on it, and what cannot be is said."""

from datetime import timedelta

import pytest

from server.domain.event import Event
from server.domain.hall import CounterState, TicketState
from server.domain.proposals.commands import UndoProposal
from server.domain.proposals.events import ProposalUndone
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.domain.proposals.rules import due
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from tests.builders import Story, names
from tests.domain.proposals.story import proposal, proposed, took
from tests.domain.proposals.test_carrying_out import clocks, later, planned, shift

SWITCH = proposal(step=ProposedStep.SWITCH, counter="1", profile="all")
RESUME = proposal(step=ProposedStep.RESUME, counter="1", profile="quick")


def taken(today: Story, one: Proposal) -> str:
    proposed(today, one)
    took(today, one)
    return list(today.hall.proposals.taken)[-1]


def undone(today: Story, name: str) -> tuple[Event, ...]:
    return today.do(UndoProposal(proposal=name, by="zhao"))


@pytest.mark.row("Q12")
def test_a_switch_is_back_on_record_by_whom_and_never_judged() -> None:
    today = Story("1")
    name = taken(today, SWITCH)
    events = undone(today, name)
    assert isinstance(events[0], ProposalUndone)
    assert (events[0].by, events[0].counter, names(events[1:])) == ("zhao", "1", ["ProfileChanged"])
    assert today.counter("1").profile == "quick"
    assert due(today.later(minutes=40).hall, today.now) == []
    with pytest.raises(Refused, match="nothing_to_undo"):
        undone(today, name)


def test_whoever_was_called_by_a_switch_stays_called() -> None:
    today = Story("1")
    today.issue("install")
    name = taken(today, SWITCH)
    today.call("1")
    called = today.at_counter("1").id
    assert names(undone(today, name)) == ["ProposalUndone", "ProfileChanged"]
    assert today.ticket(called).state is TicketState.CALLED


def test_a_pause_goes_on_for_the_same_reason_unless_somebody_was_called() -> None:
    today = Story("1")
    today.do(c.PauseCounter(counter="1", reason="内部事务"))
    undone(today, taken(today, RESUME))
    assert (today.counter("1").state, today.counter("1").pause_reason) == (CounterState.PAUSED, "内部事务")
    today.issue()
    name = taken(today, RESUME)
    today.call("1")
    with pytest.raises(Refused, match="proposal_moved_on"):
        undone(today, name)


def test_nobody_is_asked_to_open_any_more_unless_somebody_sits_there() -> None:
    today = Story("1")
    assert names(undone(today, taken(today, proposal()))) == ["ProposalUndone", "TaskEnded"]
    name = taken(today, proposal())
    today.do(c.OpenCounter(counter="2", staff="li"))
    with pytest.raises(Refused, match="proposal_moved_on"):
        undone(today, name)


def test_a_break_is_where_it_was() -> None:
    today = Story("1")
    planned(today, shift("li", "08:30", "09:30"), shift("li", "10:30", "17:00"))
    before = clocks(today)
    assert names(undone(today, taken(today, later(today)))) == ["ProposalUndone", "DayPlanned", "TaskEnded"]
    assert clocks(today) == before
    name = taken(today, later(today))
    today.do(c.PauseCounter(counter="1", reason="就餐"))
    with pytest.raises(Refused, match="proposal_moved_on"):
        undone(today, name)


def test_a_number_that_was_given_up_is_called_again_unless_another_was() -> None:
    today = Story("1")
    today.issue_many(2)
    today.call("1")
    gone = today.at_counter("1").id
    miss = proposal(step=ProposedStep.MISS, counter="1", profile="quick", ticket=gone)
    name = taken(today, miss)
    today.later(seconds=30)  # longer than a clerk has to take back a no-show
    assert names(undone(today, name)) == ["ProposalUndone", "NoShowUndone"]
    assert today.counter("1").ticket == gone
    name = taken(today, miss)
    today.call("1")
    with pytest.raises(Refused, match="proposal_moved_on"):
        undone(today, name)


def test_nobody_is_asked_to_help_any_more() -> None:
    today = Story("1")
    today.issue()
    today.call_and_start("1")
    slow = today.at_counter("1").id
    one = proposal(step=ProposedStep.ASSIST, counter="1", profile="quick", ticket=slow, minutes=3)
    assert names(undone(today, taken(today, one))) == ["ProposalUndone", "TaskEnded"]


def test_the_window_is_the_hall_s_and_what_is_unknown_or_judged_is_nothing() -> None:
    today = Story("1")
    name = taken(today, SWITCH)
    window = timedelta(seconds=today.hall.setup.figures.proposal_undo_seconds)
    today.later(seconds=window.total_seconds() + 1)
    with pytest.raises(Refused, match="undo_too_late"):
        undone(today, name)
    with pytest.raises(Refused, match="nothing_to_undo"):
        undone(today, "nothing")
