"""What each queue event makes of the hall. Total: it never refuses and never asks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.domain.hall import Counter, CounterState, Hall, Lease, Plan, Restored, Suspension
from server.domain.queue import events as e
from server.domain.queue.evolve_tickets import EVOLVE_TICKET
from server.domain.queue.lifecycle import COUNTER
from server.domain.queue.midnight import day_opened
from server.domain.queue.settling import settled
from server.domain.setup.events import HallConfigured, PlanDropped, SetupPlanned


def evolve_queue(hall: Hall, event: e.QueueEvent) -> Hall:
    return _EVOLVE[type(event)](hall, event)


# the hall itself


def _configured(hall: Hall, event: HallConfigured) -> Hall:
    places = event.config.counter
    counters = {
        i: replace(hall.counters.get(i) or Counter(id=i, since=event.at), profile=_profile(hall, event, i))
        for i in places
    }
    return replace(
        hall,
        config=event.config,
        plans=_without(hall.plans, event.plan),
        counters=counters,
        recent=tuple(c for c in hall.recent if c.counter in places),
        suspended={i: s for i, s in hall.suspended.items() if i in event.config.service},
    )


def _planned(hall: Hall, event: SetupPlanned) -> Hall:
    plan = Plan(
        id=event.plan,
        base=event.base,
        config=event.config,
        valid_from=event.valid_from,
        changes=event.changes,
        by=event.by,
        note=event.note,
        made_at=event.at,
    )
    return replace(hall, plans={**hall.plans, plan.id: plan})


def _dropped(hall: Hall, event: PlanDropped) -> Hall:
    return replace(hall, plans=_without(hall.plans, event.plan))


def _without(plans: Mapping[str, Plan], plan: str) -> Mapping[str, Plan]:
    return {i: p for i, p in plans.items() if i != plan} if plan in plans else plans


def _profile(hall: Hall, event: HallConfigured, counter: str) -> str:
    """An open counter keeps what it calls; a closed one takes what it is furnished with."""
    known = hall.counters.get(counter)
    if known and known.state is not CounterState.CLOSED and known.profile in event.config.profile:
        return known.profile
    return event.config.counter[counter].profile


def _suspended(hall: Hall, event: e.ServiceSuspended) -> Hall:
    suspension = Suspension(
        service=event.service, reason=event.reason, until=event.until, ends_at=event.ends_at
    )
    return replace(hall, suspended={**hall.suspended, event.service: suspension})


def _restored(hall: Hall, event: e.ServiceRestored) -> Hall:
    return replace(hall, suspended={k: v for k, v in hall.suspended.items() if k != event.service})


def _leased(hall: Hall, event: e.NumbersLeased) -> Hall:
    lease = Lease(device=event.device, day=event.day, first=event.first, last=event.last)
    return replace(hall, leases={**hall.leases, lease.device: lease})


def _day_closed(hall: Hall, event: e.DayClosed) -> Hall:
    return replace(hall, day=None)


def _hall_restored(hall: Hall, event: e.HallRestored) -> Hall:
    came = Restored(at=event.at, copied_at=event.copied_at, day=event.day, first_ordinal=event.first_ordinal)
    return replace(hall, restored=came, epoch=event.epoch or hall.epoch)


# counters


def _counter(hall: Hall, event: e.CounterMoved, **changes: Any) -> Hall:
    here = hall.counters[event.counter]
    state = COUNTER[here.state][type(event)]
    here = replace(here, state=state, since=event.at, last_ticket=None, **changes)
    return replace(hall, counters={**hall.counters, here.id: here})


def _opened(hall: Hall, event: e.CounterOpened) -> Hall:
    return _counter(hall, event, staff=event.staff, profile=event.profile)


def _closed(hall: Hall, event: e.CounterClosed) -> Hall:
    assert hall.config is not None
    return _counter(
        hall, event, staff="", pause_reason="", profile=hall.config.counter[event.counter].profile
    )


def _paused(hall: Hall, event: e.CounterPaused) -> Hall:
    return _counter(hall, event, pause_reason=event.reason)


def _unpaused(hall: Hall, event: e.CounterResumed) -> Hall:
    return _counter(hall, event, pause_reason="")


def _profile_changed(hall: Hall, event: e.ProfileChanged) -> Hall:
    here = replace(hall.counters[event.counter], profile=event.profile)
    return replace(hall, counters={**hall.counters, here.id: here})


_EVOLVE: Mapping[type[e.QueueEvent], Callable[[Hall, Any], Hall]] = {
    **EVOLVE_TICKET,
    HallConfigured: _configured,
    SetupPlanned: _planned,
    PlanDropped: _dropped,
    e.ServiceSuspended: _suspended,
    e.ServiceRestored: _restored,
    e.NumbersLeased: _leased,
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
