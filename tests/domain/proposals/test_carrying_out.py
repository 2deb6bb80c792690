"""What each step does: at a counter at once, else a task until it has come about."""

from datetime import timedelta
from typing import Any

import pytest

from server.domain.config.hours import local
from server.domain.hall import CounterState, TicketState
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.roster.commands import PlanDay
from server.domain.roster.nouns import Post, Shift
from tests.builders import Story, names
from tests.domain.proposals.story import proposal, proposed, took

LUNCH = 30  # minutes from the story's beginning at 09:00


def shift(person: str, begins: str, ends: str, counter: str = "1", **more: Any) -> Shift:
    return Shift(person=person, counter=counter, begins=begins, ends=ends, **more)


def later(today: Story, **more: Any) -> Proposal:
    begins = more.pop("begins", today.now + timedelta(minutes=LUNCH))
    given: dict[str, Any] = {"step": ProposedStep.LATER, "counter": "1", "profile": "quick"}
    return proposal(**{**given, "begins": begins, "minutes": 20, **more})


def planned(today: Story, *shifts: Shift) -> None:
    today.do(PlanDay(day=local(today.hall.setup, today.now).date(), shifts=shifts, by="chen"))


def clocks(today: Story) -> list[tuple[str, str, str]]:
    (roster,) = today.hall.roster.days.values()
    return [(s.person, s.begins, s.ends) for s in roster.shifts]


@pytest.mark.row("Q14")
def test_a_break_that_is_put_off_is_as_long_on_the_roster_and_somebody_is_asked_to_say_so() -> None:
    today = Story("1")
    planned(
        today,
        shift("li", "08:30", "09:30"),
        shift("li", "10:30", "17:00"),
        shift("wu", "08:30", "17:00", "2"),
    )
    proposed(today, later(today))
    assert names(took(today, later(today))) == ["ProposalTaken", "DayPlanned", "TaskRaised"]
    assert clocks(today) == [("li", "08:30", "09:50"), ("li", "10:50", "17:00"), ("wu", "08:30", "17:00")]
    task = today.hall.care.tasks["later_break/1"]
    assert (task.kind, task.detail, task.roles) == ("later_break", "09:50", ("team_leader", "guide"))
    assert proposed(today, later(today)) == ()  # asked for already
    assert "TaskEnded" in names(today.later(minutes=50).do(c.PauseCounter(counter="1", reason="就餐")))


def test_a_break_that_nobody_planned_is_a_task_alone() -> None:
    today = Story("1")
    proposed(today, later(today))
    assert names(took(today, later(today))) == ["ProposalTaken", "TaskRaised"]
    assert "TaskEnded" in names(today.do(c.CloseCounter(counter="1")))


@pytest.mark.parametrize(
    "second",
    [
        shift("li", "09:40", "10:00"),  # no time left behind a later break
        shift("wu", "09:30", "10:30"),  # somebody else sits there meanwhile
    ],
    ids=["no time", "taken"],
)
def test_what_the_roster_has_no_room_for_is_not_proposed(second: Shift) -> None:
    today = Story("1")
    planned(today, shift("li", "08:30", "09:30"), second)
    assert proposed(today, later(today)) == ()


def test_a_break_that_has_begun_is_not_put_off() -> None:
    today = Story("1")
    one = later(today)
    proposed(today, one)
    today.later(minutes=LUNCH)
    with pytest.raises(Refused, match="proposal_gone"):
        took(today, one)
    assert proposed(today, later(today, begins=None)) != ()  # the one that is over is proposed no more
    assert today.hall.proposals.made == ()


def test_somebody_of_another_post_after_the_break_is_back_later_too() -> None:
    today = Story("1")
    planned(today, shift("li", "08:30", "09:30"), shift("li", "10:30", "17:00", "", post=Post.GUIDE))
    proposed(today, later(today))
    took(today, later(today))
    assert clocks(today)[1] == ("li", "10:50", "17:00")


@pytest.mark.row("Q12")
def test_a_call_that_nobody_follows_is_given_up_and_the_counter_is_free() -> None:
    today = Story("1")
    today.issue()
    today.call("1")
    gone = today.at_counter("1").id
    one = proposal(step=ProposedStep.MISS, counter="1", profile="quick", ticket=gone)
    proposed(today, one)
    assert names(took(today, one)) == ["ProposalTaken", "TicketNoShow"]
    assert today.counter("1").state is CounterState.OPEN_IDLE
    assert today.ticket(gone).state is TicketState.NO_SHOW


def test_a_call_that_was_followed_is_left_alone() -> None:
    today = Story("1")
    today.issue()
    today.call("1")
    called = today.at_counter("1").id
    one = proposal(step=ProposedStep.MISS, counter="1", profile="quick", ticket=called)
    proposed(today, one)
    today.do(c.StartService(counter="1"))
    with pytest.raises(Refused, match="proposal_gone"):
        took(today, one)


def test_somebody_is_asked_to_a_long_service_until_it_has_ended() -> None:
    today = Story("1")
    today.issue()
    today.call_and_start("1")
    slow = today.at_counter("1").id
    one = proposal(step=ProposedStep.ASSIST, counter="1", profile="quick", ticket=slow, minutes=3)
    proposed(today, one)
    assert names(took(today, one)) == ["ProposalTaken", "TaskRaised"]
    assert proposed(today, one) == ()
    assert "TaskEnded" in names(today.do(c.FinishTicket(counter="1")))
    assert today.hall.care.tasks == {}
