"""What a customer's own phone shows (5.10), and what a kiosk is told when a number is taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.hall import Hall, PriorityClass, Ticket, TicketState
from server.domain.text import Text
from server.domain.views.parts import Waits, WaitView, wait_view


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    hall: Text
    ticket: str
    token: str
    number: str
    service: Text
    state: str
    ahead: int
    wait: WaitView
    zone: Text
    counter: str
    counter_name: Text | None
    issued_at: datetime
    materials: tuple[Text, ...]


def ticket_view(hall: Hall, ticket: Ticket, waits: Waits) -> TicketView:
    config = hall.setup
    # After the day a new set-up may be without them.
    service, queue = config.service.get(ticket.leg.service), config.queue.get(ticket.leg.queue)
    counter = ticket.at_counter
    return TicketView(
        hall=config.name,
        ticket=ticket.id,
        token=ticket.token,
        number=ticket.number,
        service=service.name if service else Text("", ""),
        state=ticket.state,
        ahead=ahead_of(hall, ticket),
        wait=wait_of(ticket, waits),
        zone=config.zone[queue.zone].name if queue else Text("", ""),
        counter=counter or "",
        counter_name=config.counter[counter].name if counter else None,
        issued_at=ticket.issued_at,
        materials=service.materials if service else (),
    )


def wait_of(ticket: Ticket, waits: Waits) -> WaitView:
    """Until this ticket is called; one that the estimate does not know yet joins its queue now."""
    return wait_view(waits.get(ticket.id, waits.get(ticket.leg.queue)))


def ahead_of(hall: Hall, ticket: Ticket) -> int:
    """How many in the same queue are before this one now, with the head start that priority has (Q39)."""
    if ticket.state is not TicketState.WAITING:
        return 0
    head_start = timedelta(seconds=hall.setup.figures.priority_head_start_seconds)

    def place(t: Ticket) -> tuple[datetime, int]:
        return t.place_at - head_start * (t.priority is PriorityClass.PRIORITY), t.ordinal

    queue, mine = ticket.leg.queue, place(ticket)
    return sum(t.leg.queue == queue and place(t) < mine for t in hall.waiting())
