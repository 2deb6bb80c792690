"""What opinion makes of queue events, in the same transaction: a question is asked, or is over."""

from collections.abc import Mapping
from datetime import date

from server.domain.area import Follow
from server.domain.care.nouns import CaseState
from server.domain.care.remedies import drawn
from server.domain.config.hours import open_into
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.opinion import events as e
from server.domain.opinion.rules import closing
from server.domain.queue import events as q


def _ask(hall: Hall, event: q.TicketFinished, now: Now) -> tuple[Event, ...]:
    """Always after a finished leg; about the wait always when remedied or cared for, else by lot (E02)."""
    before = hall.opinion.evaluations.get(event.counter)
    closed = (closing(before, now),) if before else ()
    ticket, counter = hall.tickets[event.ticket], hall.counters[event.counter]
    case = hall.care.cases.get(ticket.id)
    remedied = case is not None and case.state is CaseState.GIVEN
    cared = ticket.id in hall.care.watered
    asked = e.EvaluationAsked(
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
    return (*closed, asked)


def _sampled(hall: Hall, ticket: Ticket) -> bool:
    return drawn(f"wait {ticket.token}", hall.setup.figures.wait_question_share)


def _never_mind(hall: Hall, event: q.FinishUndone, now: Now) -> tuple[Event, ...]:
    asked = hall.opinion.evaluations.get(event.counter)
    return (closing(asked, now),) if asked else ()


def _of_yesterday(hall: Hall, event: q.DayOpened, now: Now) -> tuple[Event, ...]:
    if _goes_through(hall, event.day):
        return ()
    return tuple(closing(asked, now) for asked in hall.opinion.evaluations.values())


def _goes_through(hall: Hall, day: date) -> bool:
    """The day goes on, or the hall is open through midnight: a question's own time ends it."""
    if day == hall.numbered_on:
        return True
    return hall.config is not None and hall.day is not None and open_into(hall.config, day)


FOLLOW: Mapping[type[Event], Follow] = {
    q.TicketFinished: _ask,
    q.FinishUndone: _never_mind,
    q.DayOpened: _of_yesterday,
}
