"""What care makes of queue events, in the same transaction: a case missed, a script skipped, a question."""

from datetime import date

from server.domain.care import events as e
from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState
from server.domain.care.remedies import drawn
from server.domain.care.tasks import LAPSING
from server.domain.config.hours import open_into
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.opinion.events import EvaluationAsked
from server.domain.opinion.rules import closing
from server.domain.queue import events as q

SETTLED = (e.GiftGiven, e.GiftDeclined, e.CaseWaived)


def follow(hall: Hall, event: Event, now: Now) -> tuple[Event, ...]:
    """What stands right behind this event, before a new day forgets; decided on the hall before it."""
    found: list[Event] = []
    if isinstance(event, q.ServiceStarted):
        found += _script_skipped(hall, event, now)
    if isinstance(event, q.TicketCalled):
        found += _wait_is_over(hall, event.ticket, now)
    if isinstance(event, q.ENDINGS):
        found += _wait_is_over(hall, event.ticket, now)
        found += _missed(hall, event, now)
    if isinstance(event, SETTLED):
        found += _end(hall, f"remedy/{event.ticket}", now)
    if isinstance(event, q.TicketFinished):
        found += _ask(hall, event, now)
    if isinstance(event, q.FinishUndone):
        found += _never_mind(hall, event.counter, now)
    if isinstance(event, q.DayOpened) and not _goes_through(hall, event.day):
        found += [closing(asked, now) for asked in hall.care.evaluations.values()]
    return tuple(found)


def _goes_through(hall: Hall, day: date) -> bool:
    """The day goes on, or the hall is open through midnight: a question's own time ends it."""
    if day == hall.numbered_on:
        return True
    return hall.config is not None and hall.day is not None and open_into(hall.config, day)


def _script_skipped(hall: Hall, event: q.ServiceStarted, now: Now) -> list[Event]:
    case = hall.care.cases.get(event.ticket)
    if case is None or case.state is not CaseState.OPEN:
        return []
    staff = hall.counters[event.counter].staff
    return [e.ScriptSkipped(at=now.at, ticket=event.ticket, counter=event.counter, staff=staff)]


def _wait_is_over(hall: Hall, ticket: str, now: Now) -> list[Event]:
    return [ended for kind in LAPSING for ended in _end(hall, f"{kind}/{ticket}", now)]


def _end(hall: Hall, task: str, now: Now) -> list[Event]:
    return [e.TaskEnded(at=now.at, task=task)] if task in hall.care.tasks else []


def _missed(hall: Hall, event: q.TicketMoved, now: Now) -> list[Event]:
    case = hall.care.cases.get(event.ticket)
    if case is None or case.state not in UNSETTLED:
        return []
    reason = type(event).__name__
    return [e.CaseMissed(at=now.at, ticket=event.ticket, reason=reason, leader=hall.care.leader)]


def _ask(hall: Hall, event: q.TicketFinished, now: Now) -> list[Event]:
    """Always after a finished leg; about the wait always when remedied or cared for, else by lot (E02)."""
    before = hall.care.evaluations.get(event.counter)
    closed: list[Event] = [closing(before, now)] if before else []
    ticket, counter = hall.tickets[event.ticket], hall.counters[event.counter]
    case = hall.care.cases.get(ticket.id)
    remedied = case is not None and case.state is CaseState.GIVEN
    cared = ticket.id in hall.care.watered
    asked = EvaluationAsked(
        at=now.at,
        counter=event.counter,
        evaluation=f"{ticket.id}.{len(ticket.past)}",
        ticket=ticket.id,
        number=ticket.number,
        staff=counter.staff,
        service=ticket.leg.service,
        ask_wait=remedied or cared or _sampled(hall, ticket),
        remedied=remedied,
        cared=cared,
        waited_seconds=ticket.wait_at(now.at).total_seconds(),  # of the visit, not of its last leg
    )
    return [*closed, asked]


def _sampled(hall: Hall, ticket: Ticket) -> bool:
    assert hall.config is not None
    return drawn(f"wait {ticket.token}", hall.config.figures.wait_question_share)


def _never_mind(hall: Hall, counter: str, now: Now) -> list[Event]:
    asked = hall.care.evaluations.get(counter)
    return [closing(asked, now)] if asked else []
