"""Folds the journal into visits: the one reading of events that every report shares. Pure, and it streams."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from server.domain.config.config import HallConfig
from server.domain.hall import PriorityClass
from server.domain.queue import events as qe
from server.domain.setup.events import HallConfigured
from server.journal import Recorded
from server.reports.fold_care import CARE
from server.reports.nouns import CallMade, Leg, Visit
from server.reports.period import Period

AFTERWARDS = timedelta(hours=1)  # a rating may come after the last visit has ended


def visits(
    events: Iterable[Recorded], period: Period, config: HallConfig, hall: str = "hall"
) -> tuple[Visit, ...]:
    """Those whose number was issued in the period, with whatever became of them later.

    `config` is in force until the events bring another, so a figure changed since does not change the past.
    """
    found: dict[str, Visit] = {}
    for recorded in events:
        event = recorded.event
        beyond = event.at >= period.end + AFTERWARDS
        if beyond and recorded.newest and all(v.ended for v in found.values()):
            break
        if isinstance(event, HallConfigured):
            config = event.config
        elif isinstance(event, qe.TicketIssued):
            if period.start <= event.since < period.end:
                found[event.ticket] = _issued(event, hall)
        elif (visit := found.get(getattr(event, "ticket", ""))) is not None:
            found[visit.ticket] = _after(visit, event, config)
    return tuple(found.values())


def _after(visit: Visit, event: object, config: HallConfig) -> Visit:
    step = _STEPS.get(type(event))
    return step(visit, event, config) if step else visit


def _issued(event: qe.TicketIssued, hall: str) -> Visit:
    return Visit(
        hall=hall,
        ticket=event.ticket,
        number=event.number,
        service=event.service,
        issued_at=event.since,
        channel=event.channel,
        priority=event.priority is PriorityClass.PRIORITY,
        legs=(Leg(service=event.service, queue=event.queue, entered_at=event.since),),
    )


def _leg(visit: Visit, **changes: Any) -> Visit:
    return replace(visit, legs=(*visit.legs[:-1], replace(visit.leg, **changes)))


def _next(visit: Visit, leg: Leg) -> Visit:
    return replace(visit, legs=(*visit.legs, leg))


def _called(visit: Visit, event: qe.TicketCalled, config: HallConfig) -> Visit:
    call = CallMade(
        at=event.at,
        number=event.number,
        counter=event.counter,
        staff=event.staff,
        kind=event.kind,
        reason=event.reason,
        waited_seconds=event.waited_seconds,
        within_goal=event.within_goal,
    )
    calls = (*visit.leg.calls, call)
    return _leg(visit, calls=calls, counter=event.counter, staff=event.staff, started_at=None)


def _started(visit: Visit, event: qe.ServiceStarted, config: HallConfig) -> Visit:
    return _leg(visit, started_at=event.since)


def _resumed(visit: Visit, event: qe.TicketResumed, config: HallConfig) -> Visit:
    return _leg(visit, counter=event.counter, staff=event.staff)


def _served(
    visit: Visit, event: qe.TicketFinished | qe.ServiceAdded | qe.ServiceAddedHere, config: HallConfig
) -> Visit:
    done = event.services_done[0] if event.services_done else ""
    service = config.service.get(done)
    return _leg(
        visit,
        ended_at=event.at,
        served=True,
        done=done,
        handling_seconds=event.handling_seconds,
        in_standard=service is not None and event.handling_seconds <= service.standard_seconds,
        outcome=event.outcome if isinstance(event, qe.TicketFinished) else "done",
    )


def _finished(visit: Visit, event: qe.TicketFinished, config: HallConfig) -> Visit:
    return replace(_served(visit, event, config), ended=True)


def _finish_undone(visit: Visit, event: qe.FinishUndone, config: HallConfig) -> Visit:
    visit = _leg(
        visit, ended_at=None, served=False, done="", handling_seconds=None, in_standard=False, outcome=""
    )
    return replace(visit, ended=False)


def _transferred(visit: Visit, event: qe.TicketTransferred, config: HallConfig) -> Visit:
    left = _leg(visit, ended_at=event.at, outcome="transferred", handling_seconds=event.handling_seconds)
    return _next(left, Leg(service=event.service, queue=event.queue, entered_at=event.at))


def _added(visit: Visit, event: qe.ServiceAdded, config: HallConfig) -> Visit:
    leg = Leg(service=event.service, queue=event.queue, entered_at=event.at)
    return _next(_served(visit, event, config), leg)


def _added_here(visit: Visit, event: qe.ServiceAddedHere, config: HallConfig) -> Visit:
    """The next leg begins at the counter without a call, so it has no wait."""
    leg = Leg(
        service=event.service,
        queue=event.queue,
        entered_at=event.at,
        started_at=event.at,
        counter=event.counter,
        staff=visit.leg.staff,
    )
    return _next(_served(visit, event, config), leg)


def _over(outcome: str) -> Callable[[Visit, Any, HallConfig], Visit]:
    def over(visit: Visit, event: qe.TicketMoved, config: HallConfig) -> Visit:
        return replace(_leg(visit, ended_at=event.at, outcome=outcome), ended=True)

    return over


_STEPS: Mapping[type[object], Callable[[Visit, Any, HallConfig], Visit]] = {
    qe.TicketCalled: _called,
    qe.ServiceStarted: _started,
    qe.TicketResumed: _resumed,
    qe.TicketFinished: _finished,
    qe.FinishUndone: _finish_undone,
    qe.TicketTransferred: _transferred,
    qe.ServiceAdded: _added,
    qe.ServiceAddedHere: _added_here,
    qe.TicketWalkedOut: _over("walkout"),
    qe.TicketCancelled: _over("cancelled"),
    qe.TicketExpired: _over("expired"),
    qe.TicketEnded: _over("ended_by_system"),
    **CARE,
}
