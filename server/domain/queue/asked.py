"""Finds what a command speaks of, or refuses with the reason."""

from dataclasses import dataclass

from server.domain.command import Command
from server.domain.config.config import HallConfig, Profile, Queue, Service
from server.domain.hall import ENDED, Counter, CounterState, Hall, PriorityClass, Ticket
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
from server.domain.said import Reason
from server.domain.text import Text

EARLIER = Text("原来的客户", "The earlier customer")


@dataclass(frozen=True, slots=True, kw_only=True)
class WithCode(Command):
    """Take a number with what somebody was given before: `code` as it was typed or scanned."""

    code: str
    channel: str = "kiosk"
    language: str = "zh"
    segment: str = ""
    priority: PriorityClass = PriorityClass.ORDINARY
    priority_reason: Reason = ""
    printer: str = ""
    expected_wait_seconds: float | None = None  # as estimated when asked, for the end of the day
    by: str = ""


def service_of(hall: Hall, service: str) -> Service:
    known = hall.setup.service.get(service)
    if known is None:
        raise UNKNOWN_SERVICE(service=service)
    return known


def queue_of(hall: Hall, queue: str) -> Queue:
    known = hall.setup.queue.get(queue)
    if known is None:
        raise UNKNOWN_QUEUE(queue=queue)
    return known


def profile_of(hall: Hall, profile: str) -> Profile:
    known = hall.setup.profile.get(profile)
    if known is None:
        raise UNKNOWN_PROFILE(profile=profile)
    return known


def ticket_of(hall: Hall, ticket: str) -> Ticket:
    known = hall.ticket(ticket)
    if known is None:
        raise UNKNOWN_TICKET(ticket=ticket)
    return known


def present(hall: Hall, ticket: str) -> Ticket:
    """Whoever has gone is told and given nothing any more."""
    known = ticket_of(hall, ticket)
    if known.has_ended:
        raise UNKNOWN_TICKET(ticket=known.number)
    return known


def counter_of(hall: Hall, counter: str) -> Counter:
    if counter not in hall.setup.counter:
        raise UNKNOWN_COUNTER(counter=counter)
    return hall.counters[counter]


def open_counter(hall: Hall, counter: str) -> Counter:
    """A counter that works: neither closed nor paused."""
    known = counter_of(hall, counter)
    if known.state is CounterState.CLOSED:
        raise COUNTER_CLOSED(counter=counter)
    if known.state is CounterState.PAUSED:
        raise COUNTER_PAUSED(counter=counter)
    return known


def free_counter(hall: Hall, counter: str) -> Counter:
    opened = open_counter(hall, counter)
    if opened.ticket is not None:
        raise COUNTER_BUSY(counter=counter, number=hall.tickets[opened.ticket].number)
    return opened


def require_meant(hall: Hall, command: AtCounter) -> None:
    """Refuse with `moved_on` a key that was pressed for another customer than the one it would hit."""
    counter = hall.counters.get(command.counter)
    if counter is None or command.ticket is None:
        return
    hit = counter.last_ticket if isinstance(command, UndoLast) else counter.ticket
    if command.ticket != (hit or ""):
        meant = hall.ticket(command.ticket)
        raise MOVED_ON(number=meant.number if meant else EARLIER, counter=counter.id)


def customer_at(hall: Hall, counter: str, move: type[e.TicketMoved]) -> Ticket:
    """The customer at a working counter, who may make this move."""
    opened = open_counter(hall, counter)
    if opened.ticket is None:
        raise COUNTER_IDLE(counter=counter)
    ticket = hall.tickets[opened.ticket]
    require(ticket.number, ticket.state, move)
    return ticket


def movable(hall: Hall, ticket: str, move: type[e.TicketMoved]) -> Ticket:
    known = ticket_of(hall, ticket)
    require(known.number, known.state, move)
    return known


def leaving(hall: Hall, counter: str) -> Ticket:
    """The ticket that left this counter last, while that can still be taken back."""
    free = free_counter(hall, counter)
    last = hall.ticket(free.last_ticket or "")
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
