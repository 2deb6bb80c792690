"""The events behind a figure, masked."""

from dataclasses import replace
from typing import Any

from server.domain.care import commands as cc
from server.reports.drilling.behind import Asked, behind, shown
from tests.builders import PRIORITY, Story
from tests.reports.lived import recorded


def kinds(story: Story, limit: int = 100, **asked: Any) -> list[str]:
    return [type(r.event).__name__ for r in behind(recorded(story), replace(Asked(), **asked), limit)]


def two_served() -> tuple[Story, str]:
    story = Story("1", "4")
    bill = story.issue(priority=PRIORITY, priority_reason="孕妇")
    story.issue("change")
    story.later(minutes=21).do(cc.OpenCase(ticket=bill))
    story.do(cc.RaiseTask(kind="remedy", subject=bill, roles=("guide",)))
    story.serve("1")
    story.serve("4")
    return story, bill


def test_a_ticket_opens_its_whole_life_with_its_tasks() -> None:
    story, bill = two_served()
    assert kinds(story, ticket=bill) == [
        "TicketIssued",
        "CaseOpened",
        "TaskRaised",
        "TicketCalled",
        "TaskEnded",
        "ServiceStarted",
        "ScriptSkipped",
        "TicketFinished",
        "CaseMissed",
        "EvaluationAsked",
    ]
    assert kinds(story, ticket=bill, what="cases") == ["CaseOpened", "CaseMissed"]


def test_a_counter_a_clerk_and_a_business_open_their_own() -> None:
    story, _ = two_served()
    assert kinds(story, counter="4", what="calls") == kinds(story, service="change", what="calls")
    assert kinds(story, staff="s4") == [
        "CounterOpened",
        "TicketCalled",
        "ServiceStarted",
        "TicketFinished",
        "EvaluationAsked",
    ]
    assert kinds(story, service="change")[0] == "TicketIssued"


def test_the_newest_are_kept_when_there_are_too_many() -> None:
    story, bill = two_served()
    assert kinds(story, limit=2, ticket=bill) == kinds(story, ticket=bill)[-2:]


def test_a_set_up_is_never_among_them() -> None:
    assert "HallConfigured" not in kinds(two_served()[0])


def test_a_token_is_never_shown_and_a_private_reason_only_to_who_may_know() -> None:
    story, bill = two_served()
    issued = behind(recorded(story), Asked(ticket=bill), 100)[0]
    for private, reason in ((True, "孕妇"), (False, "")):
        told = shown(issued, private=private)
        assert told.fields["priority_reason"] == reason
        assert "token-" not in str(told)
        assert told.fields["number"] == "A001"
