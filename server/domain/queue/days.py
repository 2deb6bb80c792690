"""Rules for the hall-day: it opens, turns and closes."""

from datetime import date, datetime

from server.domain.config.hours import closes_at, local, open_into
from server.domain.event import Event
from server.domain.hall import AT_COUNTER, CounterState, Hall, Ticket, TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.line import can_return
from server.domain.queue.refusals import DAY_NOT_OPEN, REASON_REQUIRED
from server.domain.refusals import NO_HALL

NIGHT, ALL_SERVED, AFTER_HOURS = "new_day", "all_served", "after_hours"
IN_SERVICE = (*AT_COUNTER, TicketState.PARKED)


def day_events(hall: Hall, now: Now) -> tuple[Event, ...]:
    """What must happen before the first number of a day: yesterday ends, today begins.

    While the time is not proven no day begins by it: the one that was goes on. Nor does the hall's day ever
    go back, but where its clock is settled.
    """
    today = hall_day(hall, now)
    if hall.day == today:
        return ()
    if hall.day is None:
        return (e.DayOpened(at=now.at, day=today),)
    return (*_leaving(hall, today, now), e.DayOpened(at=now.at, day=today))


def turn_day(hall: Hall, command: c.TurnDay, now: Now) -> tuple[Event, ...]:
    return day_events(hall, now) if hall.day is not None else ()


def turns(hall: Hall, now: datetime) -> bool:
    """Whether people who are here stay over into the day that has begun."""
    config = hall.setup
    today = local(config, now).date()
    if hall.day is None or hall.day >= today:
        return False
    return open_into(config, today) or _has_begun(hall, today)


def day_is_over(hall: Hall, now: datetime) -> str:
    """Why the clock alone ends the day now (§6 16:46), or "": midnight, all served, or too late."""
    config = hall.setup
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
    today, newest = local(hall.setup, now.at).date(), hall.numbered_on
    if newest is None:
        return today
    return max(today, newest) if now.sure else newest


def _leaving(hall: Hall, today: date, now: Now) -> tuple[Event, ...]:
    """Who does not come along into a new day: everybody of the old one, unless the hall is open through it.

    Even then, missed numbers that may not be restored any more.
    """
    config = hall.setup
    if open_into(config, today):
        gone = [
            t for t in hall.tickets.values() if t.state is TicketState.NO_SHOW and not can_return(hall, t)
        ]
        return tuple(_end(t, now, NIGHT) for t in gone)
    if not _has_begun(hall, today):
        return closing_events(hall, now, NIGHT)
    left = [t for t in hall.tickets.values() if local(config, t.issued_at).date() < today]
    return tuple(_end(t, now, NIGHT) for t in left)


def _has_begun(hall: Hall, today: date) -> bool:
    """Somebody came to work or took a number today, while the time was not yet proven."""
    config = hall.setup
    at_work = (k.since for k in hall.counters.values() if k.state is CounterState.OPEN_IDLE)
    came = (t.issued_at for t in hall.tickets.values())
    return any(local(config, since).date() == today for since in (*at_work, *came))


def close_day(hall: Hall, command: c.CloseDay, now: Now) -> tuple[Event, ...]:
    if hall.day is None:
        raise DAY_NOT_OPEN() if hall.config else NO_HALL()
    if not command.reason.strip():
        raise REASON_REQUIRED()
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
