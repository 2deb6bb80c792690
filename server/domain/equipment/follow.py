"""What answers a doubt about a slip: then its alert ends, in the same transaction."""

from server.domain.equipment import events as e
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue import events as q

SLIP_UNKNOWN, SLIP_FAILED = "slip_unknown", "slip_failed"
OF_SLIPS = (SLIP_UNKNOWN, SLIP_FAILED)


def slip_alert(ticket: Ticket, kind: str = SLIP_UNKNOWN) -> str:
    return f"{kind}/{ticket.number}"


def _of(ticket: Ticket) -> list[str]:
    return [slip_alert(ticket, kind) for kind in OF_SLIPS]


def follow_slips(hall: Hall, event: Event, now: Now) -> tuple[Event, ...]:
    """A reprint, a word of who asked the customer, or the end of the visit; decided on the hall before it."""
    return tuple(
        e.AlertCleared(at=now.at, alert=alert) for alert in _answered(hall, event) if alert in hall.alerts
    )


def _answered(hall: Hall, event: Event) -> list[str]:
    if isinstance(event, e.AlertAcknowledged) and event.alert.partition("/")[0] in OF_SLIPS:
        return [event.alert]
    if isinstance(event, q.DayOpened) and event.day != hall.numbered_on:
        here = {
            alert for ticket in hall.tickets.values() for alert in _of(ticket)
        }  # these end with their visits
        return [i for i, alert in hall.alerts.items() if alert.kind in OF_SLIPS and i not in here]
    if isinstance(event, e.SlipQueued) or (isinstance(event, q.TicketMoved) and isinstance(event, q.ENDINGS)):
        ticket = hall.ticket(event.ticket)
        return _of(ticket) if ticket else []
    return []
