"""What each queue event makes of the hall. Total: it never refuses and never asks."""

from collections.abc import Mapping
from typing import Any

from server.domain.area import Move
from server.domain.event import Event
from server.domain.hall import Hall, Lease, Restored, Suspension
from server.domain.queue import events as e
from server.domain.queue.evolve_tickets import MOVES_OF_TICKETS
from server.domain.queue.lifecycle import COUNTER
from server.domain.queue.midnight import day_opened
from server.domain.queue.settling import settled
from server.domain.said import REASON, both_fitting, fitting
from server.domain.values import replace

# the day


def _suspended(hall: Hall, event: e.ServiceSuspended) -> Hall:
    suspension = Suspension(
        service=event.service,
        reason=both_fitting(event.reason, REASON),
        until=fitting(event.until, REASON),
        ends_at=event.ends_at,
    )
    return replace(hall, suspended={**hall.suspended, event.service: suspension})


def _restored(hall: Hall, event: e.ServiceRestored) -> Hall:
    return replace(hall, suspended={k: v for k, v in hall.suspended.items() if k != event.service})


def _leased(hall: Hall, event: e.NumbersLeased) -> Hall:
    lease = Lease(device=event.device, day=event.day, first=event.first, last=event.last)
    return replace(hall, leases={**hall.leases, lease.device: lease})


def _as_it_is(hall: Hall, event: e.OtherWayTaken) -> Hall:
    """A fact for the books: nobody came into the line."""
    return hall


def _day_closed(hall: Hall, event: e.DayClosed) -> Hall:
    return replace(hall, day=None)


def _hall_restored(hall: Hall, event: e.HallRestored) -> Hall:
    came = Restored(at=event.at, copied_at=event.copied_at, day=event.day, first_ordinal=event.first_ordinal)
    return replace(hall, restored=came, epoch=event.epoch or hall.epoch)


# counters


def _counter(hall: Hall, event: e.CounterMoved, **changes: Any) -> Hall:
    counter = hall.counters[event.counter]
    state = COUNTER[counter.state][type(event)]
    counter = replace(counter, state=state, since=event.at, last_ticket=None, **changes)
    return replace(hall, counters={**hall.counters, counter.id: counter})


def _opened(hall: Hall, event: e.CounterOpened) -> Hall:
    return _counter(hall, event, staff=event.staff, profile=event.profile)


def _closed(hall: Hall, event: e.CounterClosed) -> Hall:
    return _counter(hall, event, staff="", pause_reason="", profile=hall.setup.counter[event.counter].profile)


def _paused(hall: Hall, event: e.CounterPaused) -> Hall:
    return _counter(hall, event, pause_reason=fitting(event.reason, REASON))


def _unpaused(hall: Hall, event: e.CounterResumed) -> Hall:
    return _counter(hall, event, pause_reason="")


def _profile_changed(hall: Hall, event: e.ProfileChanged) -> Hall:
    counter = replace(hall.counters[event.counter], profile=event.profile)
    return replace(hall, counters={**hall.counters, counter.id: counter})


MOVES: Mapping[type[Event], Move] = {
    **MOVES_OF_TICKETS,
    e.ServiceSuspended: _suspended,
    e.ServiceRestored: _restored,
    e.NumbersLeased: _leased,
    e.OtherWayTaken: _as_it_is,
    e.DayOpened: day_opened,
    e.DayClosed: _day_closed,
    e.HallRestored: _hall_restored,
    e.ClockSettled: settled,
    e.CounterOpened: _opened,
    e.CounterClosed: _closed,
    e.CounterPaused: _paused,
    e.CounterResumed: _unpaused,
    e.ProfileChanged: _profile_changed,
}
