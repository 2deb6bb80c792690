"""Rules for the hall-day and the set-up: open, close, configure, suspend."""

from datetime import date

from server.domain.config import HallConfig
from server.domain.config_rules import problems
from server.domain.event import Event
from server.domain.hall import AT_COUNTER, CounterState, Hall, Ticket, TicketState
from server.domain.hours import local
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import config_of, service_of
from server.domain.refusals import Refused

NIGHT = "new_day"
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


def configure(hall: Hall, command: c.ConfigureHall, now: Now) -> tuple[Event, ...]:
    found = problems(command.config)
    if found:
        raise Refused("config_invalid", problem=found[0])
    _keep_what_is_used(hall, command.config)
    return (e.HallConfigured(at=now.at, config=command.config),)


def _keep_what_is_used(hall: Hall, new: HallConfig) -> None:
    today = hall.ended.values() if hall.day is not None else ()  # screens and figures still speak of them
    for ticket in (*hall.tickets.values(), *today):
        used = {ticket.service, ticket.leg.service, *(g.service for g in ticket.past)}
        if not used <= new.service.keys():
            raise Refused(
                "config_breaks_ticket", number=ticket.number, thing=", ".join(used - new.service.keys())
            )
        if ticket.leg.queue not in new.queue:
            raise Refused("config_breaks_ticket", number=ticket.number, thing=ticket.leg.queue)
        if ticket.only_counter is not None and ticket.only_counter not in new.counter:
            raise Refused("config_breaks_ticket", number=ticket.number, thing=ticket.only_counter)
    for counter in hall.counters.values():
        if counter.state is CounterState.CLOSED:
            continue
        if counter.id not in new.counter or counter.profile not in new.profile:
            raise Refused("config_breaks_ticket", number=counter.id, thing=counter.profile)


def suspend(hall: Hall, command: c.SuspendService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    if not (command.reason.zh or command.reason.en).strip():
        raise Refused("reason_required")
    return (e.ServiceSuspended(at=now.at, service=service.id, reason=command.reason, until=command.until),)


def restore(hall: Hall, command: c.RestoreService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    return (e.ServiceRestored(at=now.at, service=service.id),) if service.id in hall.suspended else ()
