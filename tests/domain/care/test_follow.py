"""What care makes of queue events, right behind them and in the same commit."""

import pytest

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.nouns import CaseState
from server.domain.command import Command
from server.domain.queue import commands as c
from tests.builders import Story, names
from tests.care_builders import LEADER, case_of, climb, finished, over_wait


def test_a_service_that_begins_without_the_script_is_on_record() -> None:
    story, ticket = over_wait()
    story.call()
    started, skipped = story.do(c.StartService(counter="1"))
    assert names([started, skipped]) == ["ServiceStarted", "ScriptSkipped"]
    assert isinstance(skipped, ce.ScriptSkipped)
    assert (skipped.ticket, skipped.counter, skipped.staff) == (ticket, "1", "s1")


def test_a_script_that_was_acknowledged_is_not_skipped() -> None:
    story, ticket = over_wait()
    story.call()
    story.do(cc.OfferRemedy(ticket=ticket, where="1", by="s1"))
    assert names(story.do(c.StartService(counter="1"))) == ["ServiceStarted"]


def test_a_call_ends_what_was_asked_about_the_wait() -> None:
    story, _ = over_wait()
    assert {t.kind for t in story.hall.care.tasks.values()} == {"remedy"}
    story.call()
    assert not story.hall.care.tasks


def test_a_later_rung_for_the_same_people_takes_the_place_of_the_earlier_one() -> None:
    story = Story("1")
    ticket = story.issue()

    def kinds() -> list[str]:
        return [t.kind for t in story.hall.care.tasks.values()]

    climb(story.later(seconds=901))
    assert kinds() == ["explain", "pre_alert"]  # the guide explains, the leader is warned
    climb(story.later(seconds=300))
    assert kinds() == ["remedy"]  # told to both of them
    climb(story.later(seconds=600))
    assert kinds() == ["remedy", "call_manager"]  # what is owed stays owed
    assert story.hall.care.reached[ticket] == ("explain", "pre_alert", "remedy", "call_manager")


def leave(story: Story, ticket: str, how: str) -> None:
    commands: dict[str, list[Command]] = {
        "TicketWalkedOut": [c.MarkWalkout(ticket=ticket)],
        "TicketCancelled": [c.CancelTicket(ticket=ticket)],
        "TicketExpired": [c.CloseDay(reason="over")],
        "TicketFinished": [c.StartService(counter="1"), c.FinishTicket(counter="1")],
        "TicketEnded": [c.CloseDay(reason="over")],
    }
    if how in ("TicketFinished", "TicketEnded"):
        story.call()
    for command in commands[how]:
        story.do(command)


ENDS = ["TicketWalkedOut", "TicketCancelled", "TicketExpired", "TicketFinished", "TicketEnded"]


@pytest.mark.parametrize("how", ENDS)
def test_who_leaves_without_the_remedy_is_missed_by_the_name_of_the_shifts_leader(how: str) -> None:
    story, ticket = over_wait()
    leave(story, ticket, how)
    case = case_of(story, ticket)
    assert (case.state, case.reason, case.leader) == (CaseState.MISSED, how, LEADER)
    assert case.settled_at == story.now


@pytest.mark.parametrize("how", ENDS)
def test_a_settled_case_stays_settled_however_the_visit_ends(how: str) -> None:
    story, ticket = over_wait()
    story.do(cc.GiveGift(ticket=ticket, gift="pen", by="person:li"))
    leave(story, ticket, how)
    assert case_of(story, ticket).state is CaseState.GIVEN


def test_a_missed_number_may_come_back_and_its_case_with_it() -> None:
    story, ticket = over_wait()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    assert case_of(story, ticket).state is CaseState.OPEN
    story.do(c.RequeueTicket(ticket=ticket))
    story.do(cc.GiveGift(ticket=ticket, gift="pen"))


def test_a_night_that_ends_a_day_with_an_open_case_says_so_before_it_is_forgotten() -> None:
    story, _ = over_wait()
    finished(story)
    other = story.issue()
    climb(story.later(minutes=21))
    events = story.later(days=1).do(c.IssueTicket(service="bill"))
    order = names(events)
    assert order.index("CaseMissed") == order.index("TicketExpired") + 2, "behind it: the task, the miss"
    assert order.index("CaseMissed") < order.index("DayOpened")
    assert "EvaluationClosed" in order, "a question of yesterday ends unrated"
    assert other not in story.hall.care.cases
    assert not story.hall.opinion.evaluations
