"""Rules for a counter without a customer: open, close, pause, resume, change of profile."""

from server.domain.event import Event
from server.domain.hall import CounterState, Hall, ParkKind, TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import counter_of, free_counter, profile_of
from server.domain.queue.days import day_events
from server.domain.queue.refusals import (
    COUNTER_CLOSED,
    COUNTER_NOT_PAUSED,
    COUNTER_OPEN,
    PARKED_HERE,
    REASON_REQUIRED,
    UNKNOWN_PROFILE,
)


def open_up(hall: Hall, command: c.OpenCounter, now: Now) -> tuple[Event, ...]:
    counter = counter_of(hall, command.counter)
    if counter.state is not CounterState.CLOSED:
        raise COUNTER_OPEN(counter=counter.id)
    profile = command.profile or hall.setup.counter[counter.id].profile
    if profile not in hall.setup.profile:
        raise UNKNOWN_PROFILE(profile=profile)
    opened = e.CounterOpened(at=now.at, counter=counter.id, staff=command.staff, profile=profile)
    return (*day_events(hall, now), opened)


def close_down(hall: Hall, command: c.CloseCounter, now: Now) -> tuple[Event, ...]:
    counter = counter_of(hall, command.counter)
    if counter.state is not CounterState.PAUSED:
        counter = free_counter(hall, command.counter)
    for ticket in hall.tickets.values():
        held = ticket.state is TicketState.PARKED and ticket.park is ParkKind.DOCUMENTS_HELD
        if held and ticket.leg.counter == counter.id:
            raise PARKED_HERE(number=ticket.number)
    return (e.CounterClosed(at=now.at, counter=counter.id),)


def pause(hall: Hall, command: c.PauseCounter, now: Now) -> tuple[Event, ...]:
    counter = free_counter(hall, command.counter)
    if not command.reason.strip():
        raise REASON_REQUIRED()
    return (e.CounterPaused(at=now.at, counter=counter.id, reason=command.reason.strip()),)


def unpause(hall: Hall, command: c.ResumeCounter, now: Now) -> tuple[Event, ...]:
    counter = counter_of(hall, command.counter)
    if counter.state is not CounterState.PAUSED:
        raise COUNTER_NOT_PAUSED(counter=counter.id)
    return (e.CounterResumed(at=now.at, counter=counter.id),)


def change_profile(hall: Hall, command: c.ChangeProfile, now: Now) -> tuple[Event, ...]:
    """From the next call on; the customer at the counter is not touched."""
    counter, profile = counter_of(hall, command.counter), profile_of(hall, command.profile)
    if counter.state is CounterState.CLOSED:
        raise COUNTER_CLOSED(counter=counter.id)
    if counter.profile == profile.id:
        return ()
    return (e.ProfileChanged(at=now.at, counter=counter.id, profile=profile.id),)
