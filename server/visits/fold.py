"""What an event makes of a visit: the one reading of events that every report shares. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from server.domain.care.remedies import lot_of
from server.domain.config.config import HallConfig
from server.domain.event import Event
from server.domain.guidance.contact import BY_STAFF
from server.domain.hall import PriorityClass
from server.domain.promises.events import WaitPromised
from server.domain.queue import events as qe
from server.domain.setup.events import HallConfigured
from server.visits.fold_care import CARE
from server.visits.fold_guidance import GUIDANCE, GUIDED_AWAY, owned
from server.visits.nouns import CallMade, Leg, Visit


def issued(event: qe.TicketIssued, seq: int, hall: str = "hall") -> Visit:
    return Visit(
        hall=hall,
        ticket=event.ticket,
        number=event.number,
        service=event.service,
        issued_at=event.since,
        channel=event.channel,
        priority=event.priority is PriorityClass.PRIORITY,
        legs=(Leg(service=event.service, queue=event.queue, entered_at=event.since),),
        seq=seq,
        lot=lot_of(event.token),
        issued_by=event.by,
        came=event.came_with,
        offered=event.offered,
        owner=event.by if event.channel in BY_STAFF else "",
    )


def after(visit: Visit, event: Event, config: HallConfig) -> Visit:
    """`config` is the one in force: a figure changed since does not change the past."""
    step = _STEPS.get(type(event))
    return step(visit, event, config) if step else visit


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
    return owned(_leg(visit, started_at=event.since), visit.leg.staff)


def _resumed(visit: Visit, event: qe.TicketResumed, config: HallConfig) -> Visit:
    return _leg(_unparked(visit, event.at), counter=event.counter, staff=event.staff)


def _recalled(visit: Visit, event: qe.TicketRecalled, config: HallConfig) -> Visit:
    return replace(visit, recalls=visit.recalls + 1)


def _no_show(visit: Visit, event: qe.TicketNoShow, config: HallConfig) -> Visit:
    return replace(visit, no_shows=visit.no_shows + 1)


def _no_show_undone(visit: Visit, event: qe.NoShowUndone, config: HallConfig) -> Visit:
    return replace(visit, no_shows=visit.no_shows - 1)


def _parked(visit: Visit, event: qe.TicketParked, config: HallConfig) -> Visit:
    return replace(visit, parked_at=event.at)


def _waits_again(visit: Visit, event: qe.TicketWaitsAgain, config: HallConfig) -> Visit:
    return _unparked(visit, event.at)


def _unparked(visit: Visit, at: datetime) -> Visit:
    if visit.parked_at is None:
        return visit
    away = max((at - visit.parked_at).total_seconds(), 0.0)
    return replace(visit, parked_at=None, parked_seconds=visit.parked_seconds + away)


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
        enquiry=_enquiry(visit, config),
        outcome=event.outcome if isinstance(event, qe.TicketFinished) else "done",
    )


def _finished(visit: Visit, event: qe.TicketFinished, config: HallConfig) -> Visit:
    return replace(_served(visit, event, config), ended_at=event.at, solved=event.solved)


def _finish_undone(visit: Visit, event: qe.FinishUndone, config: HallConfig) -> Visit:
    visit = _leg(
        visit,
        ended_at=None,
        served=False,
        done="",
        handling_seconds=None,
        in_standard=False,
        enquiry=False,
        outcome="",
    )
    return replace(visit, ended_at=None, solved=None)


def _enquiry(visit: Visit, config: HallConfig) -> bool:
    service = config.service.get(visit.leg.service)
    return service is not None and service.entry.enquiry


def _transferred(visit: Visit, event: qe.TicketTransferred, config: HallConfig) -> Visit:
    left = _leg(
        visit,
        ended_at=event.at,
        outcome="transferred",
        handling_seconds=event.handling_seconds,
        enquiry=_enquiry(visit, config),
    )
    return _next(left, Leg(service=event.service, queue=event.queue, entered_at=event.at))


def _service_changed(visit: Visit, event: qe.ServiceChanged, config: HallConfig) -> Visit:
    return _leg(visit, service=event.service, queue=event.queue)


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


def _promised(visit: Visit, event: WaitPromised, config: HallConfig) -> Visit:
    """Of the first wait; what is promised before a later leg is not scored against it."""
    if visit.calls:
        return visit
    visit = replace(visit, promises=visit.promises + 1)
    if visit.promised_at is not None:
        return visit
    return replace(visit, promised_at=event.at, promised_low=event.low, promised_high=event.latest)


def _over(outcome: str) -> Callable[[Visit, Any, HallConfig], Visit]:
    def over(visit: Visit, event: qe.TicketMoved, config: HallConfig) -> Visit:
        left = _unparked(visit, event.at)
        return replace(_leg(left, ended_at=event.at, outcome=outcome), ended_at=event.at)

    return over


def _cancelled(visit: Visit, event: qe.TicketCancelled, config: HallConfig) -> Visit:
    """Who is guided away from the line has not given up."""
    return _over(event.by if event.by in GUIDED_AWAY else "cancelled")(visit, event, config)


def of_ticket(event: Event) -> str:
    """Whose visit an event belongs to; "" where it makes nothing of one."""
    return str(getattr(event, "ticket", "")) if type(event).__name__ in KINDS else ""


_STEPS: Mapping[type[object], Callable[[Visit, Any, HallConfig], Visit]] = {
    WaitPromised: _promised,
    qe.TicketCalled: _called,
    qe.ServiceStarted: _started,
    qe.TicketResumed: _resumed,
    qe.TicketRecalled: _recalled,
    qe.TicketNoShow: _no_show,
    qe.NoShowUndone: _no_show_undone,
    qe.TicketParked: _parked,
    qe.TicketWaitsAgain: _waits_again,
    qe.TicketFinished: _finished,
    qe.FinishUndone: _finish_undone,
    qe.ServiceChanged: _service_changed,
    qe.TicketTransferred: _transferred,
    qe.ServiceAdded: _added,
    qe.ServiceAddedHere: _added_here,
    qe.TicketWalkedOut: _over("walkout"),
    qe.TicketCancelled: _cancelled,
    qe.TicketExpired: _over("expired"),
    qe.TicketEnded: _over("ended_by_system"),
    **CARE,
    **GUIDANCE,
}
KINDS = frozenset(
    {kind.__name__ for kind in (qe.TicketIssued, HallConfigured, *_STEPS)}
)  # what is read of a journal
