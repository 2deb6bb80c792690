"""What answers a doubt about a slip: then its alert ends, in the same transaction."""

from server.domain.equipment import events as e
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue import events as q

SLIP_UNKNOWN = "slip_unknown"


def slip_alert(ticket: Ticket) -> str:
    return f"{SLIP_UNKNOWN}/{ticket.number}"


def follow_slips(hall: Hall, event: Event, now: Now) -> tuple[Event, ...]:
    """A reprint, a word of who asked the customer, or the end of the visit; decided on the hall before it."""
    return tuple(
        e.AlertCleared(at=now.at, alert=alert) for alert in _answered(hall, event) if alert in hall.alerts
    )


def _answered(hall: Hall, event: Event) -> list[str]:
    if isinstance(event, e.AlertAcknowledged) and event.alert.startswith(f"{SLIP_UNKNOWN}/"):
        return [event.alert]
    if isinstance(event, q.DayOpened) and event.day != hall.numbered_on:
        here = {slip_alert(ticket) for ticket in hall.tickets.values()}  # these end with their visits
        return [i for i, alert in hall.alerts.items() if alert.kind == SLIP_UNKNOWN and i not in here]
    if isinstance(event, e.SlipQueued) or (isinstance(event, q.TicketMoved) and isinstance(event, q.ENDINGS)):
        ticket = hall.ticket(event.ticket)
        return [slip_alert(ticket)] if ticket else []
    return []
