"""Finds what a command speaks of, or refuses with the reason."""

from server.domain.config.config import HallConfig, Profile, Queue, Service
from server.domain.hall import ENDED, Counter, CounterState, Hall, Ticket
from server.domain.queue import events as e
from server.domain.queue.commands import AtCounter, UndoLast
from server.domain.queue.lifecycle import require
from server.domain.queue.refusals import (
    COUNTER_BUSY,
    COUNTER_CLOSED,
    COUNTER_IDLE,
    COUNTER_PAUSED,
    MOVED_ON,
    NOTHING_TO_UNDO,
    UNKNOWN_COUNTER,
    UNKNOWN_PROFILE,
    UNKNOWN_QUEUE,
    UNKNOWN_SERVICE,
    UNKNOWN_TICKET,
)
from server.domain.text import Text

EARLIER = Text("原来的客户", "The earlier customer")


def service_of(hall: Hall, service: str) -> Service:
    found = hall.setup.service.get(service)
    if found is None:
        raise UNKNOWN_SERVICE(service=service)
    return found


def queue_of(hall: Hall, queue: str) -> Queue:
    found = hall.setup.queue.get(queue)
    if found is None:
        raise UNKNOWN_QUEUE(queue=queue)
    return found


def profile_of(hall: Hall, profile: str) -> Profile:
    found = hall.setup.profile.get(profile)
    if found is None:
        raise UNKNOWN_PROFILE(profile=profile)
    return found


def ticket_of(hall: Hall, ticket: str) -> Ticket:
    found = hall.ticket(ticket)
    if found is None:
        raise UNKNOWN_TICKET(ticket=ticket)
    return found


def counter_of(hall: Hall, counter: str) -> Counter:
    if counter not in hall.setup.counter:
        raise UNKNOWN_COUNTER(counter=counter)
    return hall.counters[counter]


def open_counter(hall: Hall, counter: str) -> Counter:
    """A counter that works: neither closed nor paused."""
    here = counter_of(hall, counter)
    if here.state is CounterState.CLOSED:
        raise COUNTER_CLOSED(counter=counter)
    if here.state is CounterState.PAUSED:
        raise COUNTER_PAUSED(counter=counter)
    return here


def free_counter(hall: Hall, counter: str) -> Counter:
    here = open_counter(hall, counter)
    if here.ticket is not None:
        raise COUNTER_BUSY(counter=counter, number=hall.tickets[here.ticket].number)
    return here


def require_meant(hall: Hall, command: AtCounter) -> None:
    """Refuse with `moved_on` a key that was pressed for another customer than the one it would hit."""
    here = hall.counters.get(command.counter)
    if here is None or command.ticket is None:
        return
    hit = here.last_ticket if isinstance(command, UndoLast) else here.ticket
    if command.ticket != (hit or ""):
        meant = hall.ticket(command.ticket)
        raise MOVED_ON(number=meant.number if meant else EARLIER, counter=here.id)


def customer_at(hall: Hall, counter: str, move: type[e.TicketMoved]) -> Ticket:
    """The customer at a working counter, who may make this move."""
    here = open_counter(hall, counter)
    if here.ticket is None:
        raise COUNTER_IDLE(counter=counter)
    ticket = hall.tickets[here.ticket]
    require(ticket.number, ticket.state, move)
    return ticket


def movable(hall: Hall, ticket: str, move: type[e.TicketMoved]) -> Ticket:
    found = ticket_of(hall, ticket)
    require(found.number, found.state, move)
    return found


def leaving(hall: Hall, counter: str) -> Ticket:
    """The ticket that left this counter last, while that can still be taken back."""
    here = free_counter(hall, counter)
    last = hall.ticket(here.last_ticket or "")
    here_last = last is not None and last.leg.counter == counter  # it may have gone on to another one
    if last is None or not here_last or (last.state not in ENDED and last.state != "no_show"):
        raise NOTHING_TO_UNDO()
    if not stands(hall.setup, last):
        raise NOTHING_TO_UNDO()
    return last


def stands(config: HallConfig, ticket: Ticket) -> bool:
    """Whether the set-up still has what the ticket was for: who has gone keeps nothing from being removed."""
    used = (ticket.service, ticket.leg.service, *(g.service for g in ticket.past))
    return ticket.leg.queue in config.queue and all(s in config.service for s in used)
