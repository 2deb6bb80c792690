"""The hall's tickets looked through once for all screens, sorted by what their lists are of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from server.domain.hall import Hall, Ticket, TicketState
from server.domain.kept import FEW, kept, together
from server.domain.values import quick

AGE, MISSED_AT = attrgetter("clock_from"), attrgetter("since")
WAITING, FILLING, MISSED = TicketState.WAITING, TicketState.FORM_FILLING, TicketState.NO_SHOW
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
    """The very same while nothing happens but at the counters."""
    return _glance(_listed(hall.tickets))


@kept(FEW)
def _listed(tickets: Mapping[str, Ticket]) -> tuple[Ticket, ...]:
    """Those who stand in one of the lists."""
    return together(
        [
            ticket
            for ticket in tickets.values()
            if (state := ticket.state) is WAITING
            or state is FILLING
            or state is MISSED
            or state is TicketState.PARKED
        ]
    )


@kept(FEW)
def _glance(listed: tuple[Ticket, ...]) -> Glance:
    called = [t for t in listed if t.state is WAITING]
    filling = [t for t in listed if t.state is FILLING]
    waiting = in_line = together(sorted(called, key=AGE))
    if filling:
        in_line = together(sorted((t for t in listed if t.state is WAITING or t.state is FILLING), key=AGE))
    missed = together(sorted((t for t in listed if t.state is MISSED), key=MISSED_AT, reverse=True))
    by_queue, by_service, bound = _looked_through(waiting)
    return Glance(
        in_line=in_line,
        waiting=waiting,
        by_queue=by_queue,
        by_service=by_service,
        bound=bound,
        missed=missed,
        parked=together([t for t in listed if t.state is TicketState.PARKED]),
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
