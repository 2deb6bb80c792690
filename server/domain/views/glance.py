"""The hall's tickets looked through once for all screens, sorted by what their lists are of."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.domain.hall import Hall, Ticket, TicketState
from server.domain.kept import FEW, kept, together

TAKEN_BACK = (TicketState.NO_SHOW, TicketState.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Who waits stands the longest wait first; who was missed, the last missed first.

    A list of the same tickets is the same list, whatever else has happened: what is made of it is made once.
    """

    in_line: tuple[Ticket, ...]  # waiting, or filling in a form
    waiting: tuple[Ticket, ...]  # who could be called
    by_queue: Mapping[str, tuple[Ticket, ...]]  # of those; a queue without anybody is not there
    by_service: Mapping[str, tuple[Ticket, ...]]
    bound: tuple[Ticket, ...]  # of those, who was sent to one counter or one person
    missed: tuple[Ticket, ...]
    parked: tuple[Ticket, ...]  # in the order they were issued
    taken_back: frozenset[str]  # numbers that wait or were missed: nobody may walk to a counter for these


def glance(hall: Hall) -> Glance:
    return _glance(hall.tickets)


@kept(FEW)
def _glance(tickets: Mapping[str, Ticket]) -> Glance:
    by_state: dict[TicketState, list[Ticket]] = {state: [] for state in TicketState}
    for ticket in tickets.values():
        by_state[ticket.state].append(ticket)
    called, filling = by_state[TicketState.WAITING], by_state[TicketState.FORM_FILLING]
    if filling:
        both = {TicketState.WAITING, TicketState.FORM_FILLING}
        in_line = sorted((t for t in tickets.values() if t.state in both), key=lambda t: t.clock_from)
        waiting = [t for t in in_line if t.state is TicketState.WAITING]
    else:
        in_line = waiting = sorted(called, key=lambda t: t.clock_from)
    by_queue: dict[str, list[Ticket]] = {}
    by_service: dict[str, list[Ticket]] = {}
    for ticket in waiting:
        by_queue.setdefault(ticket.leg.queue, []).append(ticket)
        by_service.setdefault(ticket.leg.service, []).append(ticket)
    return Glance(
        in_line=together(in_line),
        waiting=together(waiting),
        by_queue={queue: together(found) for queue, found in by_queue.items()},
        by_service={service: together(found) for service, found in by_service.items()},
        bound=tuple(t for t in waiting if t.only_counter is not None or t.only_staff is not None),
        missed=together(sorted(by_state[TicketState.NO_SHOW], key=lambda t: t.since, reverse=True)),
        parked=together(by_state[TicketState.PARKED]),
        taken_back=frozenset(t.number for state in TAKEN_BACK for t in by_state[state]),
    )
