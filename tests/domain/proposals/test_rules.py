"""What is proposed, what taking it does, what it is when the hall has changed, and what became of it."""

import pytest

from server.domain.event import Event
from server.domain.proposals.commands import AskForCounter, JudgeProposal
from server.domain.proposals.events import ProposalJudged, ProposalTaken
from server.domain.proposals.nouns import ProposedStep
from server.domain.proposals.rules import due
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from tests.builders import Story, names
from tests.domain.proposals.story import proposal, proposed, took

SWITCH = proposal(step=ProposedStep.SWITCH, counter="1", profile="all")
RESUME = proposal(step=ProposedStep.RESUME, counter="1", profile="quick")


def judged(story: Story) -> list[Event]:
    return [e for name in due(story.hall, story.now) for e in story.do(JudgeProposal(proposal=name))]


@pytest.mark.row("Q12")
def test_a_switch_that_is_taken_is_the_counter_s_next_call_and_on_record_by_whom() -> None:
    today = Story("1")
    today.issue("install")
    proposed(today, SWITCH)
    taken, changed = took(today, SWITCH)
    assert isinstance(taken, ProposalTaken)
    assert (taken.by, taken.proposal) == ("wang", SWITCH)
    assert names((changed,)) == ["ProfileChanged"]
    assert "TicketCalled" in names(today.do(c.CallNext(counter="1")))


@pytest.mark.row("Q28")
def test_a_pause_that_is_ended_lets_the_counter_call_again() -> None:
    today = Story("1")
    today.do(c.PauseCounter(counter="1", reason="内部事务"))
    proposed(today, RESUME)
    assert names(took(today, RESUME)) == ["ProposalTaken", "CounterResumed"]


@pytest.mark.row("Q12")
def test_opening_is_a_task_until_somebody_sits_down() -> None:
    today = Story("1")
    one = proposal()
    proposed(today, one)
    assert names(took(today, one)) == ["ProposalTaken", "TaskRaised"]
    task = today.hall.care.tasks["open_counter/2"]
    assert (task.kind, task.roles, task.detail) == ("open_counter", ("team_leader", "guide"), "all")
    assert proposed(today, one) == ()  # asked for already
    with pytest.raises(Refused, match="proposal_gone"):
        took(today, one)
    assert "TaskEnded" in names(today.do(c.OpenCounter(counter="2", staff="li")))
    assert today.hall.care.tasks == {}


def test_a_counter_is_asked_for_without_a_proposal_once_and_only_while_it_is_closed() -> None:
    today = Story("1")
    asked = AskForCounter(counter="2")
    assert names(today.do(asked)) == ["TaskRaised"]
    task = today.hall.care.tasks["open_counter/2"]
    assert (task.kind, task.number) == ("open_counter", "2")
    assert task.detail == today.hall.setup.counter["2"].profile
    assert today.do(asked) == ()
    assert "TaskEnded" in names(today.do(c.OpenCounter(counter="2", staff="li")))
    for wrong, code in (
        (asked, "counter_open"),
        (AskForCounter(counter="99"), "unknown_counter"),
        (AskForCounter(counter="3", profile="nothing"), "unknown_profile"),
    ):
        with pytest.raises(Refused, match=code):
            today.do(wrong)


def test_what_is_not_proposed_or_not_any_more_is_refused() -> None:
    today = Story("1")
    with pytest.raises(Refused, match="proposal_gone"):
        took(today, SWITCH)
    one = proposal()
    proposed(today, one)
    today.do(c.OpenCounter(counter="2", staff="li"))
    assert today.hall.proposals.made == ()
    with pytest.raises(Refused, match="proposal_gone"):
        took(today, one)
    assert proposed(today, one) == ()  # the run was of a minute ago


@pytest.mark.parametrize(
    "one",
    [
        proposal(counter="9"),
        proposal(profile="nothing"),
        proposal(counter="1"),
        proposal(step=ProposedStep.SWITCH, counter="1", profile="quick"),
        proposal(step=ProposedStep.SWITCH, counter="2"),
        proposal(step=ProposedStep.RESUME, counter="1"),
    ],
    ids=["no counter", "no profile", "open already", "the same", "closed", "at work"],
)
def test_what_cannot_be_done_is_not_proposed(one: object) -> None:
    assert proposed(Story("1"), one) == ()  # type: ignore[arg-type]


def test_a_board_does_not_flicker() -> None:
    today = Story("1")
    assert names(proposed(today, proposal(after=5.0))) == ["ProposalsMade"]
    assert proposed(today, proposal(after=6.4)) == ()
    assert names(proposed(today, proposal(after=6.5))) == ["ProposalsMade"]
    assert names(proposed(today)) == ["ProposalsMade"]
    assert proposed(today) == ()


@pytest.mark.row("Q12")
def test_half_an_hour_later_it_is_judged_by_the_people_it_was_about() -> None:
    today = Story("1", "3")
    today.issue()
    today.later(minutes=21)  # too long already: nothing was said of this one
    line = [today.issue() for _ in range(4)]
    one = proposal(people=4, without=1.0, after=3.0)
    proposed(today, one)
    took(today, one)
    (name,) = today.hall.proposals.taken
    today.serve("1")
    today.issue()  # nor of who came later
    today.later(minutes=5).serve("1", seconds=60)
    today.serve("3", seconds=60)
    today.do(c.CancelTicket(ticket=line[3], by="li"))
    today.later(minutes=16).serve("1", seconds=1)
    assert judged(today) == [
        ProposalJudged(at=today.now, taken=name, counter="2", people=4, expected=3.0, in_time=2, left=1)
    ]
    assert judged(today) == []


def test_it_is_judged_once_whoever_waited_then_has_had_time() -> None:
    today = Story("1")
    today.issue()
    one = proposal(people=1)
    proposed(today, one)
    took(today, one)
    assert judged(today.later(minutes=30)) == []
    assert names(tuple(judged(today.later(seconds=1)))) == ["ProposalJudged"]
    assert today.do(JudgeProposal(proposal="nothing")) == ()
