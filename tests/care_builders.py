"""What stories about waits that hurt have in common: an over-wait, a ladder, a watcher by hand."""

from collections.abc import Iterable

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.ladder import reached
from server.domain.care.nouns import RemedyCase
from server.domain.config.config import Ladder, Rung
from server.domain.event import Event
from server.domain.queue import commands as c
from tests.builders import Story

LEADER = "person:wang"


def over_wait(*working: str, seconds: float = 1201) -> tuple[Story, str]:
    """A customer whose remedy is due, under leader Wang."""
    story = Story(*(working or ("1",)))
    story.do(cc.LeadShift(by=LEADER))
    ticket = story.issue()
    story.later(seconds=seconds)
    climb(story)
    return story, ticket


def climb(story: Story) -> tuple[Event, ...]:
    """What the watcher would ask now, without a watcher."""
    found: list[Event] = []
    for rung in list(reached(story.hall, story.now)):
        asked = [cc.OpenCase(ticket=rung.ticket.id)] if rung.rung.act == "remedy" else []
        task = cc.RaiseTask(kind=rung.rung.act, subject=rung.ticket.id, roles=rung.rung.tells)
        for command in (*asked, task, cc.ReachRung(ticket=rung.ticket.id, act=rung.rung.act)):
            found += story.do(command)
    return tuple(found)


def case_of(story: Story, ticket: str) -> RemedyCase:
    return story.hall.care.cases[ticket]


def ladder(**seconds: int) -> Ladder:
    return Ladder(rungs=tuple(Rung(act=a, after_seconds=s, tells=("guide",)) for a, s in seconds.items()))


def acts(events: Iterable[object]) -> list[tuple[str, str]]:
    """Which number reached which rung, in the order of the journal."""
    return [(e.number, e.act) for e in events if isinstance(e, ce.RungReached)]


def finished(story: Story, counter: str = "1", *, seconds: float = 60) -> str:
    """Serve whoever is next; the name of the question that then stands on the evaluator."""
    story.serve(counter, seconds=seconds)
    return story.hall.opinion.evaluations[counter].id


def settle(story: Story, ticket: str, counter: str = "1") -> None:
    story.do(c.CallNext(counter=counter))
    story.do(cc.OfferRemedy(ticket=ticket, where=counter, by="s1"))
    story.do(cc.GiveGift(ticket=ticket, gift="tissues", where=counter, by="s1"))
