"""Draws the fates of a board: all chance of a run, by ticket, so that the same one has the same chance again.

What becomes of a ticket in one future hangs on its name and the future alone. Two boards a minute apart, or
with one counter more, so meet the same customers in each of their futures, and what differs between them is
what has changed. Over the futures each chance is spread evenly: its hundred values lie in a hundred strips.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import ceil, inf, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.domain.hall import CounterState
from server.insight.forward.board import Board, Desk, Person, Where
from server.insight.forward.habits import BINS, LAST, Habits, Stream, Table
from server.insight.forward.lines import Fate, Futures

FUTURES = 100
(NEEDS, MISSES, LEAVES, RESTS, REST_FOR, JOINS, RETURNS, COMES) = range(8)  # what chance decides
KINDS = 8
KEPT = 4096  # tickets of a day
OVER_SHARE, OVER_LEAST = 0.25, 60.0  # whoever took longer than anybody needs so much more, on average
AHEAD = 3600.0  # of those who come later, as far as they count at all

Array = NDArray[np.float64]


def drawn(board: Board, habits: Habits, futures: int = FUTURES) -> Futures:
    later, arrivals = _later(board, habits, futures)
    people = (*board.people, *later)
    chances = [chance(p.ticket, futures) for p in people]
    clocks = np.array([p.clock for p in people]).reshape(-1, 1)
    every: Array = np.array(chances).reshape(len(people), KINDS, futures)
    misses = _misses_from(every[:, MISSES], clocks, habits)
    returns = _at(habits.returns, every[:, RETURNS])
    joins = np.full((len(people), futures), inf)
    for n, person in enumerate(people):
        if person.where is not Where.IN_LINE:
            joins[n] = arrivals[n] if n in arrivals else _joins_at(person, every[n], habits)
    frees = np.array([_free_at(d, board, habits, misses, futures) for d in board.desks]).reshape(-1, futures)
    for c, desk in enumerate(board.desks):
        if desk.person >= 0:  # on the way there; who is missed may come back
            back = frees[c] + returns[desk.person]
            joins[desk.person] = np.where(_is_missed(desk, board, misses), back, inf)
    columns = (
        frees,
        _needs(people, every, habits),
        misses,
        leaves_at(people, every[:, LEAVES], clocks, habits),
        np.where(every[:, RESTS] < habits.rest_share, _at(habits.pauses[""], every[:, REST_FOR]), 0.0),
        joins,
        returns,
    )
    rows = [column.T.tolist() for column in columns]
    fates = [Fate(*row) for row in zip(*rows, strict=True)]
    return Futures(fates=fates, later=later, hold=habits.hold, paces=habits.paces)


@lru_cache(maxsize=KEPT)
def chance(name: str, futures: int) -> Array:
    """For each kind and future a number in (0, 1), evenly spread over the futures."""
    seed = int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
    dice = np.random.Generator(np.random.Philox(seed))
    strips = dice.permuted(np.tile(np.arange(futures), (KINDS, 1)), axis=1)
    spread: Array = (strips + dice.random((KINDS, futures))) / futures
    return spread


def _at(table: Table, u: Array) -> Array:
    points: Array = np.asarray(table)
    return points[_nth(u, len(points))]


def _rest_of(table: Table, u: Array, elapsed: float, scale: float = 1.0) -> Array:
    """What is left of one that has taken so long; of one that took longer than any, a share of that again."""
    points: Array = np.asarray(table) * scale
    over = int(np.searchsorted(points, elapsed, side="right"))
    if over >= len(points):
        longer: Array = -np.log1p(-u) * max(OVER_SHARE * elapsed, OVER_LEAST)
        return longer
    return points[over + _nth(u, len(points) - over)] - elapsed


def _nth(u: Array, points: int) -> NDArray[np.intp]:
    return np.minimum((u * points).astype(np.intp), points - 1)


def _needs(people: Sequence[Person], every: Array, habits: Habits) -> Array:
    needed: Array = np.empty((len(people), every.shape[2]))
    for n, person in enumerate(people):
        needed[n] = _at(habits.takes(person.service), every[n, NEEDS])
    return needed


def _misses_from(u: Array, clocks: Array, habits: Habits) -> Array:
    """The wait from which on this chance is a no-show: the longer the wait, the more do not come."""
    rising = np.maximum.accumulate(np.asarray(habits.no_show))
    edges: Array = np.array([*BINS, inf])
    edges[0] = -inf
    misses: Array = clocks + edges[np.searchsorted(rising, u, side="right")]
    return misses


def leaves_at(people: Sequence[Person], u: Array, clocks: Array, habits: Habits) -> Array:
    """Of those who have stayed so far; nobody is seen to leave who is not in line."""
    edges, stays = np.array([*BINS, LAST]), np.minimum.accumulate(np.asarray(habits.stays))
    waited = np.maximum(-clocks, 0.0)
    still = np.interp(waited, edges, stays) * u
    wait = np.interp(-still, -stays, edges)  # where the share of who stays has come down to it
    leaves = np.where(still < stays[-1], inf, clocks + np.maximum(wait, waited))
    leaves[[p.where is not Where.IN_LINE for p in people]] = inf
    return leaves


def _joins_at(person: Person, u: Array, habits: Habits) -> Array:
    match person.where:
        case Where.AT_FORM:
            return _rest_of(habits.forms, u[JOINS], -person.since)
        case Where.AFAR:
            return _rest_of(habits.arrives, u[JOINS], -person.since)
        case Where.MISSED:
            return _rest_of(habits.returns, u[RETURNS], -person.since)
        case Where.AWAY | Where.HELD:
            return _rest_of(habits.parked[person.park], u[JOINS], -person.since)
    return np.full(u.shape[1], inf)


def _free_at(desk: Desk, board: Board, habits: Habits, misses: Array, futures: int) -> Array:
    """When a counter calls again that has somebody, or has paused."""
    if desk.state is CounterState.PAUSED:
        table = habits.pauses.get(desk.reason, habits.pauses[""])
        return _rest_of(table, chance(f"{desk.counter} pauses", futures)[REST_FOR], desk.since)
    if not desk.service:
        return np.zeros(futures)
    needs = chance(desk.ticket, futures)[NEEDS]
    rest = _rest_of(habits.takes(desk.service), needs, desk.since, habits.paces.get(desk.staff, 1.0))
    if desk.person < 0:
        return rest
    return np.where(_is_missed(desk, board, misses), max(habits.hold - desk.since, OVER_LEAST / 6), rest)


def _is_missed(desk: Desk, board: Board, misses: Array) -> Any:
    return misses[desk.person] <= board.people[desk.person].called


def _later(board: Board, habits: Habits, futures: int) -> tuple[list[Person], dict[int, Array]]:
    """Who may come and be called before somebody who is here, and when in each future."""
    people, arrivals = list[Person](), dict[int, Array]()
    nth = {queue: n for n, queue in enumerate(board.queues)}
    for s, stream in enumerate(habits.streams):
        if stream.queue in nth:
            within = _counts_for(board, stream, nth[stream.queue])
            for at, person in comers(board, stream, f"comes {s}", within, futures, nth[stream.queue]):
                arrivals[len(board.people) + len(people)] = at
                people.append(person)
    return people, arrivals


def _counts_for(board: Board, stream: Stream, queue: int) -> float:
    """How far ahead those of a stream matter: within priority's head start, or to who only helps them out."""
    if stream.behind:
        return AHEAD
    helped = any(queue in s.calls.own and s.calls.helps for d in board.desks for s in d.stints)
    return AHEAD if helped else board.order.head_start if stream.priority else 0.0


def comers(  # noqa: PLR0917
    board: Board, stream: Stream, name: str, within: float, futures: int, queue: int
) -> Iterator[tuple[Array, Person]]:
    expected = stream.per_second * within
    at: Array = np.zeros(futures)
    head = board.order.head_start if stream.priority else 0.0
    for n in range(ceil(expected + 3 * sqrt(expected))):
        at -= np.log1p(-chance(f"{name} {n}", futures)[COMES]) / stream.per_second
        person = Person(
            ticket=f"{name} {n}",
            service=stream.service,
            queue=queue,
            where=Where.LATER,
            priority=stream.priority,
            place=-stream.behind,
            ahead=-stream.behind - head,
            clock=0.0,
        )
        yield np.where(at <= within, at, inf), person
