"""Now beside then: both boards run under the same chance, with whoever is expected to come.

Each future is compared with itself, so a difference is what was supposed and the interval what chance makes
of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from server.domain.views.overview.what_if import Beside, Compared, LineBeside, SpanAhead
from server.insight.forward.board import Board, Person, Where
from server.insight.forward.chance import FUTURES, LEAVES, Array, chance, comers, drawn, leaves_at
from server.insight.forward.habits import Habits
from server.insight.forward.lines import Fate, Futures
from server.insight.forward.run import run
from server.insight.forward.supposing import COME_WITHIN, SPANS, Supposing, Then
from server.insight.forward.whatif import fewer
from server.later import np

LOW, HIGH = 10, 90  # of the futures, in hundred: four of five lie between
UNTIL = SPANS[-1] * 60.0
WAITS = {Where.IN_LINE, Where.AT_FORM}


class Comer(NamedTuple):
    """Somebody who may come, and when in each future; inf: not in this one."""

    person: Person
    at: Array


def compared(asked: Supposing, futures: int = FUTURES) -> Compared:
    """A hall where many wait is run fewer times: as much work, and of many people chance is less."""
    n = fewer(len(asked.board.people) + len(_who_comes(asked, 1)), futures)
    come = _who_comes(asked, n)
    now, then = (_Played(asked, board, come, n) for board in (Then(board=asked.board), asked.then))
    return Compared(
        at=asked.board.at,
        threshold_seconds=asked.threshold,
        spans=tuple(_span(asked, minutes, now, then) for minutes in SPANS),
        comers=round(sum(float(np.isfinite(one.at).mean()) for one in come), 1),
        learned=asked.learned,
    )


def _span(asked: Supposing, minutes: int, now: "_Played", then: "_Played") -> SpanAhead:
    def line(queue: str, nth: int | None) -> LineBeside:
        before, after = (played.figures(minutes * 60.0, nth) for played in (now, then))
        in_time, over, longest, waiting = map(_beside, before, after)
        return LineBeside(queue=queue, in_time=in_time, over=over, longest=longest, waiting=waiting)

    lines = tuple(line(queue, nth) for nth, queue in enumerate(asked.board.queues))
    return SpanAhead(minutes=minutes, all=line("", None), queues=lines)


def _beside(now: Array, then: Array) -> Beside:
    low, high = np.percentile(then - now, [LOW, HIGH])
    return Beside(
        now=round(float(now.mean()), 2),
        then=round(float(then.mean()), 2),
        low=round(float(low), 2),
        high=round(float(high), 2),
    )


def _who_comes(asked: Supposing, futures: int) -> list[Comer]:
    """Everybody this time: also who overtakes nobody stands in line at the end."""
    come, nth = list[Comer](), {queue: n for n, queue in enumerate(asked.board.queues)}
    for s, stream in enumerate(asked.habits.streams):
        if stream.queue in nth:
            queue = nth[stream.queue]
            some = comers(asked.board, stream, f"comes {s}", asked.comes_for, futures, queue)
            come += [Comer(person, at) for at, person in some]
    return come


def _at_once(then: Then, futures: int) -> list[Comer]:
    """Evenly within a few minutes."""
    return [
        Comer(_stranger(f"at once {queue} {n}", service, queue), np.full(futures, every * (n + 0.5)))
        for queue, services in then.come.items()
        for every in (COME_WITHIN / len(services),)
        for n, service in enumerate(services)
    ]


def _stranger(ticket: str, service: str, queue: int) -> Person:
    return Person(
        ticket=ticket,
        service=service,
        queue=queue,
        where=Where.LATER,
        priority=False,
        place=0.0,
        ahead=0.0,
        clock=0.0,
    )


def cast(asked: Supposing, then: Then, come: Sequence[Comer], n: int) -> tuple[Board, Futures]:
    """The board with whoever may come behind its own, and everybody's chance in so many futures."""
    never: Array = np.full(n, inf)
    issued = [Comer(c.person, never) if c.person.queue in then.stopped else c for c in come]
    joining = [*issued, *_at_once(then, n)]
    board = replace(then.board, people=(*asked.board.people, *(c.person for c in joining)))
    futures = drawn(board, replace(asked.habits, streams=()), n)
    stays = _patience([c.person for c in joining], asked.habits, n)
    fates = [
        _later(freed(fate, then), [float(c.at[k]) for c in joining], stays[k])
        for k, fate in enumerate(futures.fates)
    ]
    return board, replace(futures, fates=fates)


def freed(fate: Fate, then: Then) -> Fate:
    """A pause begins when whoever is there is done."""
    return fate._replace(free_at=[at + then.pauses.get(c, 0.0) for c, at in enumerate(fate.free_at)])


def _later(fate: Fate, joins: Sequence[float], stays: Sequence[float]) -> Fate:
    """Whoever comes waits from then on: no-show and patience count from there."""
    first = len(fate.joins_at) - len(joins)

    def shifted(own: Sequence[float], since: Sequence[float]) -> list[float]:
        return [*own[:first], *(a + at if at < inf else inf for a, at in zip(since, joins, strict=True))]

    return fate._replace(
        joins_at=[*fate.joins_at[:first], *joins],
        misses_from=shifted(fate.misses_from, fate.misses_from[first:]),
        leaves_at=shifted(fate.leaves_at, stays),
    )


def _patience(people: Sequence[Person], habits: Habits, n: int) -> Sequence[Sequence[float]]:
    """For each future how long each of them stays in line."""
    if not people:
        return [()] * n
    u: Array = np.array([chance(p.ticket, n)[LEAVES] for p in people])
    in_line = [p._replace(where=Where.IN_LINE) for p in people]
    stays: list[list[float]] = leaves_at(in_line, u, np.zeros((len(people), 1)), habits).T.tolist()
    return stays


class _Played:
    """One of the two boards, run to the end of the last span."""

    def __init__(self, asked: Supposing, then: Then, come: Sequence[Comer], n: int) -> None:
        board, futures = cast(asked, then, come, n)
        outcome, shape = run(board, futures, to_the_end=True, until=UNTIL), (n, len(board.people))
        self.threshold = asked.threshold
        self.called: Array = np.array(outcome.called).reshape(shape)
        self.leaves: Array = np.array([f.leaves_at for f in futures.fates]).reshape(shape)
        self.begins: Array = np.array([f.joins_at for f in futures.fates]).reshape(shape)
        for p, person in enumerate(asked.board.people):
            self.begins[:, p] = person.clock if person.where in WAITS else inf
        self.queue = np.array([p.queue for p in board.people], int)

    def figures(self, seconds: float, queue: int | None) -> tuple[Array, Array, Array, Array]:
        """For each future: called in time, waited too long, the longest wait, still there at the end."""
        mine = np.full(len(self.queue), True) if queue is None else self.queue == queue
        called, leaves, begins = self.called[:, mine], self.leaves[:, mine], self.begins[:, mine]
        came = begins <= seconds
        ends = np.minimum(np.minimum(called, leaves), seconds)
        waited: Array = np.where(came, ends - np.where(came, begins, 0.0), 0.0)
        late = waited > self.threshold
        is_called = came & (called <= seconds) & (called < leaves)
        return (
            (is_called & ~late).sum(axis=1).astype(float),
            (came & late).sum(axis=1).astype(float),
            waited.max(axis=1, initial=0.0),
            (came & (called > seconds) & (leaves > seconds)).sum(axis=1).astype(float),
        )
