"""What each equipment event makes of the hall."""

from collections.abc import Mapping
from typing import Any

from server.domain.area import Move, Observe
from server.domain.equipment import events as e
from server.domain.equipment.papers import NOT_SENT, called
from server.domain.event import Event
from server.domain.hall import Alert, DeviceHealth, Hall, Paper, Slip, SlipState
from server.domain.queue.events import DayOpened
from server.domain.said import DETAIL, fitting
from server.domain.values import put, replace, without

SENDING = SlipState.SENDING


def _slip_queued(hall: Hall, event: e.SlipQueued) -> Hall:
    slip = Slip(
        job=event.job,
        nth=event.nth,
        printer=event.printer,
        state=SlipState.QUEUED,
        at=event.at,
        notice=event.notice,
    )
    if hall.ticket(event.ticket) is not None:
        return _with(hall, event.ticket, slip=slip)
    paper = Paper(id=event.ticket, number=called(hall, event.notice), slip=slip)
    return replace(hall, papers={**hall.papers, paper.id: paper})


def _slip_moved(hall: Hall, event: e.SlipMoved) -> Hall:
    ticket = hall.owes(event.ticket)
    assert ticket is not None
    assert ticket.slip is not None
    slip = replace(ticket.slip, state=event.state, detail=fitting(event.detail, DETAIL), since=event.at)
    return _with(hall, event.ticket, slip=slip)


def _rerouted(hall: Hall, event: e.SlipRerouted) -> Hall:
    ticket = hall.owes(event.ticket)
    assert ticket is not None
    assert ticket.slip is not None
    slip = replace(
        ticket.slip,
        printer=event.printer,
        state=SlipState.QUEUED,
        detail="",
        moved_from=ticket.slip.moved_from or ticket.slip.printer,
    )
    return _with(hall, event.ticket, slip=slip)


def _access_noted(hall: Hall, event: e.AccessNoted) -> Hall:
    return hall  # kept for those who ask who let whom in


def _shown(hall: Hall, event: e.CallShown) -> Hall:
    return _call(hall, event.ticket, shown=True)


def _spoken(hall: Hall, event: e.CallSpoken) -> Hall:
    return _call(hall, event.ticket, spoken=event.outcome, voice=event.voice)


def _call(hall: Hall, ticket_id: str, **changes: Any) -> Hall:
    ticket = hall.ticket(ticket_id)
    assert ticket is not None
    assert ticket.call is not None
    return _with(hall, ticket_id, call=replace(ticket.call, **changes))


def _with(hall: Hall, ticket_id: str, **changes: Any) -> Hall:
    if (ticket := hall.tickets.get(ticket_id)) is not None:
        return replace(hall, tickets=put(hall.tickets, ticket_id, replace(ticket, **changes)))
    if (paper := hall.papers.get(ticket_id)) is not None:
        return replace(hall, papers={**hall.papers, ticket_id: replace(paper, **changes)})
    return replace(hall, ended=put(hall.ended, ticket_id, replace(hall.ended[ticket_id], **changes)))


def _device(hall: Hall, event: e.DeviceReported) -> Hall:
    if event.state == "gone":
        return replace(hall, devices=without(hall.devices, event.device))
    known = hall.devices.get(event.device)
    health = DeviceHealth(
        id=event.device,
        kind=event.kind,
        state=event.state,
        detail=fitting(event.detail, DETAIL),
        since=event.at,
        worked=event.state != "down" or (known is not None and known.worked),
    )
    return replace(hall, devices={**hall.devices, health.id: health})


def _raised(hall: Hall, event: e.AlertRaised) -> Hall:
    known = hall.alerts.get(event.alert)
    alert = Alert(
        id=event.alert,
        kind=event.kind,
        subject=event.subject,
        detail=fitting(event.detail, DETAIL),
        raised_at=event.at,
        times=known.times + 1 if known else 1,
    )
    return replace(hall, alerts={**hall.alerts, alert.id: alert})


def _acknowledged(hall: Hall, event: e.AlertAcknowledged) -> Hall:
    alert = replace(hall.alerts[event.alert], acknowledged_by=event.by)
    return replace(hall, alerts={**hall.alerts, alert.id: alert})


def _cleared(hall: Hall, event: e.AlertCleared) -> Hall:
    return replace(hall, alerts=without(hall.alerts, event.alert))


def _new_day(hall: Hall, event: DayOpened) -> Hall:
    """What is still to come out comes out."""
    left = {id_: paper for id_, paper in hall.papers.items() if paper.slip.state in (*NOT_SENT, SENDING)}
    return replace(hall, papers=left) if len(left) < len(hall.papers) else hall


MOVES: Mapping[type[Event], Move] = {
    e.SlipQueued: _slip_queued,
    e.SlipRerouted: _rerouted,
    e.AccessNoted: _access_noted,
    e.SlipMoved: _slip_moved,
    e.CallShown: _shown,
    e.CallSpoken: _spoken,
    e.DeviceReported: _device,
    e.AlertRaised: _raised,
    e.AlertAcknowledged: _acknowledged,
    e.AlertCleared: _cleared,
}
OBSERVE: Mapping[type[Event], Observe] = {DayOpened: _new_day}
