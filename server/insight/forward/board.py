"""A hall as a forward run needs it: who stands where, what each counter does, who may still come.

Times are seconds from the board's moment, each the nearest float to an exact number of microseconds, so that
what is equal in the hall is equal here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from server.domain.config.config import Profile
from server.domain.hall import Counter, CounterState, Hall, ParkKind, PriorityClass, Ticket, TicketState
from server.domain.line import Order
from server.domain.queue.line import WORKING
from server.insight.forward.plan import Plan, Shift


class Where(IntEnum):
    """Where somebody of a board is at its moment."""

    IN_LINE = 0
    AT_FORM = 1  # keeps the place
    MISSED = 2  # was called and did not come; may come back within the tolerance
    CALLED = 3  # on the way to a counter; may turn out to be missed
    AWAY = 4  # parked; back in line before all others of the queue
    HELD = 5  # parked, the papers are at one counter; goes on there
    LATER = 6  # nobody knows of them yet
    AFAR = 7  # took a number from elsewhere and is not here yet


class Person(NamedTuple):
    """One ticket; those of a board stand in the order that breaks ties."""

    ticket: str
    service: str
    queue: int
    where: Where
    priority: bool
    place: float  # the place in line itself
    ahead: float  # the place that counts: priority's with its head start
    clock: float  # what the wait counts from
    since: float = 0.0  # in this state
    called: float = 0.0  # called last
    called_as: int = 0
    requeues: int = 0
    lets_pass_until: int = 0
    only_counter: str | None = None
    only_staff: str | None = None
    counter: str | None = None  # where they are, or where their papers lie
    park: str = ""  # why they are away
    passed: bool = False  # of one afar, whether the turn is over


class Calls(NamedTuple):
    """Whom a profile may call, by the queues' positions."""

    own: tuple[int, ...]
    helps: tuple[int, ...]


class Stint(NamedTuple):
    """A time in which somebody works at a counter."""

    opens: float
    closes: float
    calls: Calls
    staff: str


class Desk(NamedTuple):
    """A counter. The first of its stints is the present one where `works`."""

    counter: str
    works: bool  # open, whatever it does
    state: CounterState
    since: float  # since the call, the pause
    ticket: str  # whom it has called or serves
    service: str
    person: int  # on the way to it; -1
    reason: str  # of a pause
    staff: str
    stints: tuple[Stint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`queues`: their ids; `groups`, `runs`, `calls`: for each its group, its run, the calls made."""

    at: datetime
    epoch: int
    seq: int
    order: Order
    queues: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...]
    runs: tuple[int, ...]
    calls: tuple[int, ...]
    people: tuple[Person, ...]
    desks: tuple[Desk, ...]
    max_requeue: int
    requeue_tolerance: int
    requeue_after: int
    parked_time_waits: bool


WHERE = {
    TicketState.WAITING: Where.IN_LINE,
    TicketState.FORM_FILLING: Where.AT_FORM,
    TicketState.NO_SHOW: Where.MISSED,
    TicketState.CALLED: Where.CALLED,
    TicketState.PARKED: Where.AWAY,
    TicketState.AWAY: Where.AFAR,
}


def board_of(hall: Hall, now: datetime, order: Order, plan: Plan) -> Board:
    """`order`: of the policy in force; `plan`: who works when from now on."""
    config, figures = hall.setup, hall.setup.figures
    nth = {queue.id: n for n, queue in enumerate(config.queues)}
    head_start = timedelta(seconds=order.head_start)
    known = sorted(_expected(hall, nth), key=_tie)
    taken = hall.remote.taken
    passed = {ticket.id for ticket in known if ticket.id in taken and taken[ticket.id].passed}
    people = tuple(_person(t, nth[t.leg.queue], now, head_start, passed=t.id in passed) for t in known)
    on_the_way = {p.counter: n for n, p in enumerate(people) if p.where is Where.CALLED}
    profile_calls = {p.id: calls_of(p, nth) for p in config.profiles}
    return Board(
        at=now,
        epoch=hall.epoch,
        seq=hall.seq,
        order=order,
        queues=tuple(nth),
        groups=tuple(tuple(sorted(nth[q] for q in config.group_of[queue])) for queue in nth),
        runs=tuple(hall.priority_run.get(queue, 0) for queue in nth),
        calls=tuple(hall.calls.get(queue, 0) for queue in nth),
        people=people,
        desks=tuple(
            _desk(
                hall,
                counter,
                now,
                shifts=plan.stints(counter.id),
                profile_calls=profile_calls,
                on_the_way=on_the_way.get(counter.id, -1),
            )
            for counter in hall.counters.values()
            if counter.id in config.counter
        ),
        max_requeue=figures.max_requeue,
        requeue_tolerance=figures.requeue_tolerance,
        requeue_after=figures.requeue_after,
        parked_time_waits=figures.parked_time_waits,
    )


def _expected(hall: Hall, nth: dict[str, int]) -> Iterator[Ticket]:
    return (t for t in hall.tickets.values() if t.state in WHERE and t.leg.queue in nth)


def _tie(ticket: Ticket) -> tuple[datetime, int, str]:
    return ticket.issued_at, ticket.ordinal, ticket.number


def _person(ticket: Ticket, queue: int, now: datetime, head_start: timedelta, *, passed: bool) -> Person:
    priority, place, leg = ticket.priority is PriorityClass.PRIORITY, ticket.place_at, ticket.leg
    held = ticket.park is ParkKind.DOCUMENTS_HELD
    return Person(
        ticket=ticket.id,
        service=leg.service,
        queue=queue,
        where=Where.HELD if held else WHERE[ticket.state],
        priority=priority,
        place=(place - now).total_seconds(),
        ahead=((place - head_start if priority else place) - now).total_seconds(),
        clock=(ticket.clock_from - now).total_seconds(),
        since=(ticket.since - now).total_seconds(),
        called=(leg.called_at - now).total_seconds() if leg.called_at else 0.0,
        called_as=ticket.called_as,
        requeues=ticket.requeues,
        lets_pass_until=ticket.lets_pass_until,
        only_counter=ticket.only_counter,
        only_staff=ticket.only_staff,
        counter=leg.counter,
        park=ticket.park or "",
        passed=passed,
    )


def calls_of(profile: Profile, nth: dict[str, int]) -> Calls:
    own = tuple(nth[q] for q in profile.queues if q in nth)
    return Calls(own, tuple(nth[q] for q in profile.helps if q in nth and nth[q] not in own))


def _desk(
    hall: Hall,
    counter: Counter,
    now: datetime,
    *,
    shifts: tuple[Shift, ...],
    profile_calls: dict[str, Calls],
    on_the_way: int,
) -> Desk:
    works, ticket = counter.state in WORKING, hall.tickets.get(counter.ticket or "")
    furnished = hall.setup.counter[counter.id].profile
    stints = list[Stint]()
    for shift in shifts:
        opens, closes = (shift.opens - now).total_seconds(), (shift.closes - now).total_seconds()
        present = works and not stints
        profile = counter.profile if present else shift.profile or furnished
        staff = counter.staff if present else shift.staff
        if profile in profile_calls:
            stints.append(Stint(opens, closes, profile_calls[profile], staff))
    return Desk(
        counter=counter.id,
        works=works and bool(stints),
        state=counter.state,
        since=max((now - _since(counter, ticket)).total_seconds(), 0.0),
        ticket=ticket.id if ticket is not None else "",
        service=ticket.leg.service if ticket is not None else "",
        person=on_the_way,
        reason=counter.pause_reason,
        staff=counter.staff,
        stints=tuple(stints),
    )


def _since(counter: Counter, ticket: Ticket | None) -> datetime:
    """From the call on, where the leg began with one: the walk to the counter is the counter's time."""
    if ticket is None:
        return counter.since
    leg = ticket.leg
    if leg.parked_seconds:
        return ticket.since
    return (
        leg.called_at if leg.called_at and leg.called_at >= leg.entered_at else leg.started_at or ticket.since
    )
