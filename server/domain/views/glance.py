"""The hall's tickets looked through once for all screens, sorted by what their lists are of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from server.domain.hall import Hall, Ticket, TicketState
from server.domain.kept import FEW, kept, together
from server.domain.values import quick

AGE, MISSED_AT = attrgetter("clock_from"), attrgetter("since")
Sorted = Mapping[str, tuple[Ticket, ...]]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Who waits stands the longest wait first; who was missed, the last missed first.

    A list of the same tickets is the same list, whatever else has happened: what is made of it is made once.
    """

    in_line: tuple[Ticket, ...]  # waiting, or filling in a form
    waiting: tuple[Ticket, ...]  # who could be called
    by_queue: Sorted  # of those; a queue without anybody is not there
    by_service: Sorted
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
        in_line = together(sorted((t for t in tickets.values() if t.state in both), key=AGE))
        waiting = together(t for t in in_line if t.state is TicketState.WAITING)
    else:
        in_line = waiting = together(sorted(called, key=AGE))
    missed = together(sorted(by_state[TicketState.NO_SHOW], key=MISSED_AT, reverse=True))
    by_queue, by_service, bound = _looked_through(waiting)
    return Glance(
        in_line=in_line,
        waiting=waiting,
        by_queue=by_queue,
        by_service=by_service,
        bound=bound,
        missed=missed,
        parked=together(by_state[TicketState.PARKED]),
        taken_back=_numbers(waiting, missed),
    )


@kept(FEW)
def _looked_through(waiting: tuple[Ticket, ...]) -> tuple[Sorted, Sorted, tuple[Ticket, ...]]:
    """By queue, by service, and who was sent to one counter or one person."""
    by_queue: dict[str, list[Ticket]] = {}
    by_service: dict[str, list[Ticket]] = {}
    for ticket in waiting:
        by_queue.setdefault(ticket.leg.queue, []).append(ticket)
        by_service.setdefault(ticket.leg.service, []).append(ticket)
    bound = tuple(t for t in waiting if t.only_counter is not None or t.only_staff is not None)
    return _together(by_queue), _together(by_service), bound


def _together(standing: Mapping[str, Iterable[Ticket]]) -> Sorted:
    return {name: together(tickets) for name, tickets in standing.items()}


@kept(FEW)
def _numbers(*lists: tuple[Ticket, ...]) -> frozenset[str]:
    return frozenset(t.number for tickets in lists for t in tickets)
