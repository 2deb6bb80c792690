"""What a run is given beside the board, and what all its futures have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from server.insight.forward.board import Board, Calls, Person, Where

NOBODY = -1


class Fate(NamedTuple):
    """One future's chance, all of it known before the run begins, so that the run itself knows none.

    By the people's positions, later ones behind the board's; `free_at` by the desks'. Seconds; inf: never.
    """

    free_at: Sequence[float]  # from when each counter calls again: customer gone, pause over
    seconds: Sequence[float]  # how long a counter is taken up, from the call on
    misses_from: Sequence[float]  # called from then on, nobody comes
    leaves_at: Sequence[float]  # no longer in line
    rests: Sequence[float]  # the counter's pause after this customer
    joins_at: Sequence[float]  # in line from then on; for those who are not yet
    returns_after: Sequence[float]  # missed, and back again


@dataclass(frozen=True, slots=True, kw_only=True)
class Futures:
    """`later`: people nobody knows yet, who come in some futures; their times count from `joins_at`."""

    fates: Sequence[Fate]
    later: Sequence[Person] = ()
    hold: float = 60.0  # how long a counter waits for who does not come
    paces: Mapping[str, float] = field(default_factory=dict)  # staff -> how much longer than others


class Lines:
    """What all futures of a board have in common."""

    def __init__(self, board: Board, futures: Futures) -> None:
        people: Sequence[Person] = (*board.people, *futures.later)
        order = board.order
        self.board, self.people, self.paces, self.hold = board, people, futures.paces, futures.hold
        self.nth: Mapping[str | None, int] = {desk.counter: c for c, desk in enumerate(board.desks)}
        self.queue = [p.queue for p in people]
        self.priority = [p.priority for p in people]
        self.place = [p.place for p in people]
        self.ahead = [p.ahead for p in people]
        self.overdue = [p.clock + order.overdue_after for p in people]
        self.passes = [p.lets_pass_until for p in people]
        self.absent = [p.where is not Where.IN_LINE for p in people]
        self.asked = [n for n, p in enumerate(people) if p.where in (Where.IN_LINE, Where.AT_FORM)]
        self.apart = [n for n, p in enumerate(people) if not self.absent[n] and self._is_apart(p)]
        self.views = list(dict.fromkeys(s.calls for d in board.desks for s in d.stints))
        self.view_of = {calls: v for v, calls in enumerate(self.views)}
        self.afar = [n for n, p in enumerate(people) if p.where is Where.AFAR]
        self.orders = [self._orders(calls) for calls in self.views]
        self.queues_of = [(*calls.own, *calls.helps) for calls in self.views]
        self.newcomers = [{2 * q + c for q in queues for c in (0, 1)} for queues in self.queues_of]
        line = [n for n, absent in enumerate(self.absent) if not absent and n not in self.apart]
        self.in_queue = [[n for n in line if self.queue[n] == q] for q in range(len(board.queues))]

    def _is_apart(self, person: Person) -> bool:
        sent = person.only_counter is not None or person.only_staff is not None
        return sent or person.lets_pass_until > self.board.calls[person.queue]

    def _orders(self, calls: Calls) -> Sequence[list[int]]:
        """Of its own queues, then of those it helps: ordinary, priority, by the wait; the first is last."""
        return [order for queues in (calls.own, calls.helps) for order in self._of(queues)]

    def _of(self, queues: Iterable[int]) -> Iterable[list[int]]:
        apart = set(self.apart)
        line = [n for n, q in enumerate(self.queue) if q in queues and not self.absent[n] and n not in apart]
        first = sorted(line, key=lambda n: (self.ahead[n], n), reverse=True)
        yield [n for n in first if not self.priority[n]]
        yield [n for n in first if self.priority[n]]
        yield sorted(line, key=lambda n: (self.overdue[n], n), reverse=True) if self.overdue_counts else []

    @property
    def overdue_counts(self) -> bool:
        return self.board.order.overdue_after < inf
