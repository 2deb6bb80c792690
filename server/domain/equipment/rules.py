"""Rules for slips, receipts of calls, device health and alerts. Late news changes nothing and is no error."""

from dataclasses import replace

from server.domain.equipment import commands as c
from server.domain.equipment import events as e
from server.domain.equipment.alerts import LONGEST, raised
from server.domain.equipment.follow import NOTICE_FAILED, SLIP_FAILED, SLIP_UNKNOWN, slip_alert
from server.domain.equipment.lifecycle import SLIP
from server.domain.equipment.papers import NOT_SENT, once_more
from server.domain.equipment.refusals import NUMBER_OVER, UNKNOWN_ALERT, UNKNOWN_JOB
from server.domain.event import Event
from server.domain.guidance.asked import way_back
from server.domain.guidance.nouns import CARD
from server.domain.hall import Hall, Slip, SlipState, Ticket, TicketState
from server.domain.line import Now
from server.domain.queue.lifecycle import STATE_NAMES
from server.domain.queue.line import can_return
from server.domain.queue.refusals import UNKNOWN_TICKET
from server.domain.said import DETAIL, fitting

GONE = "gone"
FOR_NO_FAULT = ("undrawable", "no_printer")  # dropped though the customer still needs it
ALARMING = {"down": "{kind}_down", "warn": "{kind}_near_end"}


def reprint(hall: Hall, command: c.ReprintSlip, now: Now) -> tuple[Event, ...]:
    """Paper that is still to come is never printed twice: it stays where it is, or another printer has it.

    What is printed again is what the newest paper said: a number, while it can still be called, or the notice
    or card its holder went home with. A notice that was only shown comes out as a first one.
    """
    ticket = _ticket(hall, command.ticket)
    says = _says(hall, ticket)
    if not says and _over(hall, ticket):
        raise NUMBER_OVER(number=ticket.number, state=STATE_NAMES[ticket.state])
    return once_more(hall, ticket.id, ticket.number, command.printer, now, says=says)


def _says(hall: Hall, ticket: Ticket) -> str:
    newest, shown = ticket.slip.notice if ticket.slip else "", way_back(hall, ticket.id)
    return shown.code if shown and newest != CARD else newest


def _over(hall: Hall, ticket: Ticket) -> bool:
    """Whether nobody will call this number again: a slip of it would send its holder to wait for nothing."""
    return ticket.has_ended or (ticket.state is TicketState.NO_SHOW and not can_return(hall, ticket))


def record_slip(hall: Hall, command: c.RecordSlip, now: Now) -> tuple[Event, ...]:
    command = replace(command, detail=fitting(command.detail, DETAIL))
    ticket = hall.owes(command.ticket)
    if ticket is None or ticket.slip is None or ticket.slip.job != command.job:
        raise UNKNOWN_JOB()
    slip = ticket.slip
    if command.printer and command.printer != slip.printer:
        raise UNKNOWN_JOB()
    if command.state not in SLIP[slip.state] or (slip.state, slip.detail) == (
        command.state,
        fitting(command.detail, DETAIL),
    ):
        return ()
    moved = e.SlipMoved(at=now.at, ticket=ticket.id, job=slip.job, state=command.state, detail=command.detail)
    kind = _told_of(command, slip)
    alert = slip_alert(ticket, kind)
    if not kind or (ticket.has_ended and not slip.notice) or alert in hall.alerts:
        return (moved,)  # who has gone is asked nothing; with a notice they wait for the paper
    detail = slip.printer if kind == SLIP_UNKNOWN else command.detail
    return (moved, *raised(hall, now, kind, ticket.number, detail))


def _told_of(command: c.RecordSlip, slip: Slip) -> str:
    """The alert for a slip that did not come out as it should; "" where nobody need know.

    A number that nobody needs any more is dropped in silence, a notice never.
    """
    if slip.notice:
        return NOTICE_FAILED if command.state in {SlipState.UNKNOWN, SlipState.DROPPED} else ""
    if command.state is SlipState.UNKNOWN:
        return SLIP_UNKNOWN
    return SLIP_FAILED if command.state is SlipState.DROPPED and command.detail in FOR_NO_FAULT else ""


def move_slip(hall: Hall, command: c.MoveSlip, now: Now) -> tuple[Event, ...]:
    ticket = hall.owes(command.ticket)
    if ticket is None or ticket.slip is None or ticket.slip.job != command.job:
        raise UNKNOWN_JOB()
    if ticket.slip.state not in NOT_SENT or ticket.slip.printer == command.printer:
        return ()  # it may be on paper already: then nobody else prints it
    return (e.SlipRerouted(at=now.at, ticket=ticket.id, job=command.job, printer=command.printer),)


def note_access(hall: Hall, command: c.NoteAccess, now: Now) -> tuple[Event, ...]:
    return (e.AccessNoted(at=now.at, what=command.what, subject=command.subject, detail=command.detail),)


def record_shown(hall: Hall, command: c.RecordShown, now: Now) -> tuple[Event, ...]:
    ticket = called(hall, command.call)
    if ticket is None or ticket.call is None or ticket.call.shown:
        return ()
    return (e.CallShown(at=now.at, ticket=ticket.id, call=command.call, screen=command.screen),)


def record_spoken(hall: Hall, command: c.RecordSpoken, now: Now) -> tuple[Event, ...]:
    ticket = called(hall, command.call)
    if ticket is None or ticket.call is None or command.announcement != ticket.call.recalls + 1:
        return ()
    if ticket.call.spoken == command.outcome:
        return ()
    return (
        e.CallSpoken(
            at=now.at,
            ticket=ticket.id,
            call=command.call,
            announcement=command.announcement,
            outcome=command.outcome,
            detail=command.detail,
            voice=command.voice,
            speaker=command.speaker,
        ),
    )


def report_device(hall: Hall, command: c.ReportDevice, now: Now) -> tuple[Event, ...]:
    """Health and its alert move together: trouble raises one, recovery clears it."""
    command = replace(command, detail=fitting(command.detail, DETAIL))
    known = hall.devices.get(command.device)
    if known is None and command.state == GONE:
        return ()
    if known and (known.state, known.detail) == (command.state, command.detail):
        return ()
    reported = e.DeviceReported(
        at=now.at, device=command.device, kind=command.kind, state=command.state, detail=command.detail
    )
    wanted = ALARMING.get(command.state, "").format(kind=command.kind)
    events: list[Event] = [reported]
    for shape in ALARMING.values():
        kind = shape.format(kind=command.kind)
        alert = f"{kind}/{command.device}"
        if kind == wanted and (alert not in hall.alerts or hall.alerts[alert].detail != command.detail):
            events += raised(hall, now, kind, command.device, command.detail)
        elif kind != wanted and alert in hall.alerts:
            events.append(e.AlertCleared(at=now.at, alert=alert))
    return tuple(events)


def raise_alert(hall: Hall, command: c.RaiseAlert, now: Now) -> tuple[Event, ...]:
    events = raised(hall, now, command.kind, command.subject, command.detail)
    known = hall.alerts.get(f"{command.kind}/{command.subject[:LONGEST]}")
    again = command.kind == c.CALL_FOR_HELP and known is not None and bool(known.acknowledged_by)
    return () if known and known.detail == fitting(command.detail, DETAIL) and not again else events


def acknowledge(hall: Hall, command: c.AcknowledgeAlert, now: Now) -> tuple[Event, ...]:
    _alert(hall, command.alert)
    if hall.alerts[command.alert].acknowledged_by:
        return ()
    return (e.AlertAcknowledged(at=now.at, alert=command.alert, by=command.by),)


def clear(hall: Hall, command: c.ClearAlert, now: Now) -> tuple[Event, ...]:
    _alert(hall, command.alert)
    return (e.AlertCleared(at=now.at, alert=command.alert),)


def _ticket(hall: Hall, ticket: str) -> Ticket:
    known = hall.ticket(ticket)
    if known is None:
        raise UNKNOWN_TICKET(ticket=ticket)
    return known


def called(hall: Hall, call: str) -> Ticket | None:
    """The ticket whose call this is, while it is its newest."""
    ticket = hall.ticket(call.rpartition("-")[0])
    return ticket if ticket and ticket.call and ticket.call.id == call else None


def _alert(hall: Hall, alert: str) -> None:
    if alert not in hall.alerts:
        raise UNKNOWN_ALERT()
