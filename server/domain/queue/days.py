"""Rules for the hall-day: open, close, suspend a service."""

from datetime import date, datetime

from server.domain.event import Event
from server.domain.hall import AT_COUNTER, CounterState, Hall, Ticket, TicketState
from server.domain.hours import closes_at, local
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import config_of, service_of
from server.domain.refusals import Refused

NIGHT, ALL_SERVED, AFTER_HOURS = "new_day", "all_served", "after_hours"
IN_SERVICE = (*AT_COUNTER, TicketState.PARKED)


def day_events(hall: Hall, now: Now) -> tuple[Event, ...]:
    """What must happen before the first number of a day: yesterday ends, today begins.

    A clock that jumped back does not reopen a day that is over: the hall's day never goes backwards.
    """
    today = hall_day(hall, now)
    if hall.day == today:
        return ()
    ending = closing_events(hall, now, NIGHT) if hall.day is not None else ()
    return (*ending, e.DayOpened(at=now.at, day=today))


def day_is_over(hall: Hall, now: datetime) -> str:
    """Why the clock alone ends the day now (§6 16:46), or "": midnight, all served, or too late."""
    config = config_of(hall)
    if hall.day is None:
        return ""
    if hall.day < local(config, now).date():
        return NIGHT
    closes = closes_at(config, now)
    if closes is None:
        return ""
    late, figures = (now - closes).total_seconds(), config.figures
    if figures.day_end_after_seconds and late >= figures.day_end_after_seconds:
        return AFTER_HOURS
    nobody_left = all(t.state is TicketState.NO_SHOW for t in hall.tickets.values())
    return ALL_SERVED if late >= figures.day_close_after_seconds and nobody_left else ""


def hall_day(hall: Hall, now: Now) -> date:
    """The date on the hall's wall; never before the newest day it has lived."""
    today = local(config_of(hall), now.at).date()
    return max(today, hall.numbered_on or today)


def close_day(hall: Hall, command: c.CloseDay, now: Now) -> tuple[Event, ...]:
    config_of(hall)
    if hall.day is None:
        raise Refused("day_not_open")
    if not command.reason.strip():
        raise Refused("reason_required")
    return closing_events(hall, now, command.reason)


def closing_events(hall: Hall, now: Now, reason: str) -> tuple[Event, ...]:
    """Nothing is forgotten without an event that says so (design §4)."""
    assert hall.day is not None
    events: list[Event] = [_end(t, now, reason) for t in hall.tickets.values()]
    events += [
        e.CounterClosed(at=now.at, counter=i)
        for i, k in hall.counters.items()
        if k.state is not CounterState.CLOSED
    ]
    return (*events, e.DayClosed(at=now.at, day=hall.day, reason=reason))


def _end(ticket: Ticket, now: Now, reason: str) -> Event:
    if ticket.state in IN_SERVICE:
        return e.TicketEnded(at=now.at, ticket=ticket.id, reason=reason)
    return e.TicketExpired(at=now.at, ticket=ticket.id, reason=reason)


def suspend(hall: Hall, command: c.SuspendService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    if not (command.reason.zh or command.reason.en).strip():
        raise Refused("reason_required")
    return (e.ServiceSuspended(at=now.at, service=service.id, reason=command.reason, until=command.until),)


def restore(hall: Hall, command: c.RestoreService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    return (e.ServiceRestored(at=now.at, service=service.id),) if service.id in hall.suspended else ()
