"""What a customer's own phone shows (5.10), and what a kiosk is told when a number is taken."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.config.pieces.catalogue import BlankForm
from server.domain.hall import AT_COUNTER, Hall, Ticket, TicketState
from server.domain.queue.events import TicketCancelled
from server.domain.queue.lifecycle import TICKET
from server.domain.queue.line import expected_before, standing
from server.domain.text import Text
from server.domain.views.door import papers_for
from server.domain.views.parts import Waits, WaitView, wait_view
from server.domain.views.remote import ArrivalView, arrival_view

MOST_CALLED = 4
STANDS = frozenset({TicketState.WAITING, TicketState.AWAY})
PLACED = STANDS | {TicketState.FORM_FILLING}
NOTHING = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNow:
    """A number that stands called, and where to."""

    number: str
    counter_name: Text


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
    phone: str = ""  # the hall's own, for whoever is stuck
    may_give_way: bool = False  # once, while waiting (5.10)
    may_cancel: bool = False
    now_calling: tuple[CallNow, ...] = ()  # of the same queue, newest first
    agent_materials: tuple[Text, ...] = ()  # of who comes for somebody else, besides
    incomplete: bool = False  # a guide knows what else to bring (B08)
    fee: Text = NOTHING
    limit: Text = NOTHING  # done within
    forms: tuple[BlankForm, ...] = ()  # to fill in while one waits (B03)
    booked_for: datetime | None = None  # the time of its appointment: called from then on
    arrival: ArrivalView | None = None  # of one taken from elsewhere, until it is here (Q42)
    never_came: bool = False  # its end, of such a one


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
        materials=papers_for(config, ticket) if service else (),
        phone=config.phone,
        may_give_way=ticket.state in STANDS and not ticket.gave_way,
        may_cancel=TicketCancelled in TICKET[ticket.state],
        now_calling=_now_calling(hall, ticket),
        agent_materials=service.entry.agent_materials if service else (),
        incomplete=bool(service and service.entry.incomplete),
        fee=service.fee if service else NOTHING,
        limit=service.entry.limit if service else NOTHING,
        forms=service.entry.forms if service else (),
        booked_for=ticket.booked_for,
        arrival=arrival_view(hall, ticket),
        never_came=ticket.never_came,
    )


def _now_calling(hall: Hall, mine: Ticket) -> tuple[CallNow, ...]:
    """How far the line has come: the queue's numbers at the counters."""
    at_counters = [
        t
        for t in hall.tickets.values()
        if t.state in AT_COUNTER and t.leg.queue == mine.leg.queue and t.at_counter and t.id != mine.id
    ]
    newest = sorted(at_counters, key=lambda t: t.called_as, reverse=True)[:MOST_CALLED]
    return tuple(
        CallNow(number=t.number, counter_name=hall.setup.counter[t.at_counter or ""].name) for t in newest
    )


def wait_of(ticket: Ticket, waits: Waits) -> WaitView:
    """Until this ticket is called; one that the estimate does not know yet joins its queue now."""
    return wait_view(waits.get(ticket.id, waits.get(ticket.leg.queue)))


def ahead_of(hall: Hall, ticket: Ticket) -> int:
    """How many in the same queue are before this one now, with the head start that priority has (Q39).

    Who is still on the way counts, so that nobody who waits sees the line grow when they arrive (Q42).
    The one answer to it, for every screen, slip and voice.
    """
    if ticket.state not in PLACED:
        return 0
    letting = ticket.lets_pass_until - hall.calls.get(ticket.leg.queue, 0)
    before, after = standing(hall, ticket)
    before += expected_before(hall, ticket)
    return before if letting <= before else min(letting, before + after)
