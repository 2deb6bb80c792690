"""Something supposed of the hall, as a run takes it: the board as it would be, and whose chance is another.

A counter that pauses is free so much later; people who come at once stand behind the board's own; what is not
issued never joins. All else is the same chance, so that what differs is what was supposed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import reduce
from itertools import pairwise
from math import inf

from server.domain.config.hours import closes_at
from server.domain.hall import Hall, PriorityClass
from server.domain.proposals.nouns import ProposedStep
from server.domain.proposals.refusals import NO_LUNCH_AHEAD
from server.domain.proposals.supposed import (
    CounterCloses,
    CounterHelps,
    CounterOpens,
    CounterPauses,
    CounterResumes,
    IssuingStops,
    LunchMoves,
    PeopleCome,
    ProfileChanges,
    Supposed,
)
from server.insight.forward.board import Board, Calls, Desk, Stint, calls_of
from server.insight.forward.habits import Habits, Stream
from server.insight.forward.steps import COMES_IN, Change, changed

SPANS = (30, 60)  # minutes that are looked ahead
LOOKS_BACK = timedelta(hours=1)  # whoever came in it, where no history says who comes
COME_WITHIN = 300.0  # s in which people come who come at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """The board as it would be, and what befalls the others' chance.

    By the desks' positions `pauses` are so many seconds until one is free; by the queues' `come` is what
    more people come for, one each, and `stopped` gives no numbers.
    """

    board: Board
    pauses: Mapping[int, float] = field(default_factory=dict)
    come: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    stopped: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposing:
    """What the process beside is asked; `comes_for`: so many seconds numbers are given from now on."""

    board: Board
    habits: Habits
    threshold: float
    then: Then
    comes_for: float
    learned: bool


def asked(hall: Hall, now: datetime, board: Board, habits: Habits, supposed: Sequence[Supposed]) -> Supposing:
    """`supposed` has been found possible; only the board knows who has a lunch ahead."""
    closes, last = closes_at(hall.setup, now), SPANS[-1] * 60.0
    left = last if closes is None else (closes - now).total_seconds()
    return Supposing(
        board=board,
        habits=habits if habits.streams else replace(habits, streams=streams_of_today(hall, now)),
        threshold=hall.setup.figures.remedy_threshold_seconds,
        then=reduce(lambda then, one: _with(then, hall, one), supposed, Then(board=board)),
        comes_for=min(max(left, 0.0), last),
        learned=bool(habits.streams),
    )


def streams_of_today(hall: Hall, now: datetime) -> tuple[Stream, ...]:
    """As in the last hour, or as long as the hall has been open."""
    came = [t for t in hall.tickets.values() if now - LOOKS_BACK < t.issued_at <= now]
    first = min((t.issued_at for t in hall.tickets.values()), default=now)
    seconds = max(min((now - first).total_seconds(), LOOKS_BACK.total_seconds()), COME_WITHIN)
    many = dict[tuple[str, str, bool], int]()
    queue_of = {service.id: service.queue for service in hall.setup.services}
    for ticket in came:
        if queue := queue_of.get(ticket.service):
            kind = ticket.service, queue, ticket.priority is PriorityClass.PRIORITY
            many[kind] = many.get(kind, 0) + 1
    return tuple(
        Stream(service=service, queue=queue, priority=priority, per_second=n / seconds)
        for (service, queue, priority), n in sorted(many.items())
    )


def _with(then: Then, hall: Hall, one: Supposed) -> Then:
    nth = {queue: n for n, queue in enumerate(then.board.queues)}
    match one:
        case PeopleCome():
            return replace(then, come={**then.come, nth[one.queue]: _errands(hall, one)})
        case IssuingStops():
            return replace(then, stopped=then.stopped | {nth[one.queue]})
    c = next(c for c, desk in enumerate(then.board.desks) if desk.counter == one.counter)
    desk = then.board.desks[c]
    match one:
        case CounterPauses():
            return replace(then, pauses={**then.pauses, c: one.minutes * 60.0})
        case CounterResumes():
            step = _change(hall, ProposedStep.RESUME, one.counter, "")
            return replace(then, board=changed(then.board, step))
        case CounterOpens():
            step = _change(hall, ProposedStep.OPEN, one.counter, one.profile)
            return replace(then, board=changed(then.board, replace(step, after=COMES_IN)))
        case ProfileChanges():
            step = _change(hall, ProposedStep.SWITCH, one.counter, one.profile)
            return replace(then, board=changed(then.board, step))
        case CounterHelps():
            stints = tuple(s._replace(calls=_helping(s.calls, nth[one.queue])) for s in desk.stints)
            return replace(then, board=_put(then.board, c, desk._replace(stints=stints)))
        case CounterCloses():
            last = tuple(s._replace(closes=0.0) for s in desk.stints[:1])
            return replace(then, board=_put(then.board, c, desk._replace(stints=last)))
        case LunchMoves():
            stints = _lunch_moved(one.counter, desk.stints, one.minutes * 60.0)
            return replace(then, board=_put(then.board, c, desk._replace(stints=stints)))


def _errands(hall: Hall, one: PeopleCome) -> tuple[str, ...]:
    """The businesses of the queue in turn."""
    some = [service.id for service in hall.setup.services if service.queue == one.queue] or [one.queue]
    return tuple(some[n % len(some)] for n in range(one.people))


def _put(board: Board, c: int, desk: Desk) -> Board:
    return replace(board, desks=(*board.desks[:c], desk, *board.desks[c + 1 :]))


def _change(hall: Hall, step: ProposedStep, counter: str, profile: str) -> Change:
    config = hall.setup
    nth = {queue.id: n for n, queue in enumerate(config.queues)}
    known = config.profile[profile or hall.counters[counter].profile or config.counter[counter].profile]
    return Change(step=step, counter=counter, profile=known.id, calls=calls_of(known, nth))


def _helping(calls: Calls, queue: int) -> Calls:
    known = (*calls.own, *calls.helps)
    return calls if queue in known else Calls(calls.own, (*calls.helps, queue))


def _lunch_moved(counter: str, stints: Sequence[Stint], by: float) -> tuple[Stint, ...]:
    """The next time that the counter is closed and opens again; it never begins before now."""
    at = next((n for n, (a, b) in enumerate(pairwise(stints)) if 0 < a.closes < b.opens < inf), None)
    if at is None:
        raise NO_LUNCH_AHEAD(counter=counter)
    before, after = stints[at], stints[at + 1]
    shift = max(by, -before.closes)
    moved = (
        before._replace(closes=before.closes + shift),
        after._replace(opens=min(after.opens + shift, after.closes)),
    )
    return (*stints[:at], *moved, *stints[at + 2 :])
