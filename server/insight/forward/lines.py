"""What a run is given beside the board, and what all its futures have in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from server.insight.forward.board import Board, Person, Where

NOBODY = -1  # stands behind all others in every order, and is never gone
JOINS, DOOR, FREE = range(3)  # what happens first where all happen at once
OWN, HELPED, OF_VIEW = 0, 3, 6  # orders of a view: ordinary, priority, by the wait; then of those it helps


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
    """What all futures of a board have in common; what a future changes it copies first.

    By the people's positions, with one value more at the end: of `NOBODY`.
    """

    def __init__(self, board: Board, futures: Futures) -> None:
        people: Sequence[Person] = (*board.people, *futures.later)
        order = board.order
        self.board, self.people, self.paces, self.hold = board, people, futures.paces, futures.hold
        self.nth: Mapping[str | None, int] = {desk.counter: c for c, desk in enumerate(board.desks)}
        self.queue = [p.queue for p in people]
        self.priority = [p.priority for p in people]
        self.place = [p.place for p in people]
        self.ahead = [*(p.ahead for p in people), inf]
        self.overdue = [*(p.clock + order.overdue_after for p in people), inf]
        self.passes = [p.lets_pass_until for p in people]
        self.absent = [*(p.where is not Where.IN_LINE for p in people), False]
        self.asks = [p.where in (Where.IN_LINE, Where.AT_FORM) for p in people]
        self.asking = sum(self.asks)
        self.joining = [n for n, absent in enumerate(self.absent) if absent]
        self.apart = [n for n, p in enumerate(people) if not self.absent[n] and self._is_apart(p)]
        self.letting = {n for n in self.apart if self.passes[n] > board.calls[self.queue[n]]}
        self.afar = {n for n, p in enumerate(people) if p.where is Where.AFAR}
        self.turn_to_come = {n for n in self.afar if not people[n].passed}
        self.called_at = [p.called for p in people]
        self.called_as = [p.called_as for p in people]
        self.requeues = [p.requeues for p in people]
        self._see_views()
        self._see_groups()
        line = [n for n in range(len(people)) if not self.absent[n] and n not in self.apart]
        in_queue = [[n for n in line if self.queue[n] == q] for q in range(len(board.queues))]
        self.in_queue = OF_VIEW * len(self.views)  # from here on the orders of single queues
        self.orders = [*self._orders(line), *([*of, NOBODY] for of in in_queue)]

    def _is_apart(self, person: Person) -> bool:
        sent = person.only_counter is not None or person.only_staff is not None
        return sent or person.lets_pass_until > self.board.calls[person.queue]

    def _see_views(self) -> None:
        """Whom the counters of one profile call, for each profile that is at work now or later."""
        desks = self.board.desks
        self.views = list(dict.fromkeys(s.calls for d in desks for s in d.stints))
        self.view_of = {calls: v for v, calls in enumerate(self.views)}
        self.works = [d.works for d in desks]
        self.staff = [d.staff for d in desks]
        self.view = [self.view_of[d.stints[0].calls] if d.stints else 0 for d in desks]
        self.pace = [self.paces.get(d.staff, 1.0) for d in desks]
        self.closes = [d.stints[0].closes if d.works else inf for d in desks]
        firsts = [(c, d.stints[0], d.works) for c, d in enumerate(desks) if d.stints]
        self.doors = [(s.closes if works else s.opens, DOOR, c) for c, s, works in firsts]
        self.queues_of = [(*calls.own, *calls.helps) for calls in self.views]
        self.called_in = [self._called_in(q) for q in range(len(self.board.queues))]
        self.newcomers = [{2 * q + c for q in queues for c in (0, 1)} for queues in self.queues_of]
        self.asked = len(set[int]().union(*self.newcomers))

    def _called_in(self, q: int) -> list[int]:
        """From where on the orders stand that a queue is in."""
        own = [OF_VIEW * v + OWN for v, calls in enumerate(self.views) if q in calls.own]
        return [*own, *(OF_VIEW * v + HELPED for v, calls in enumerate(self.views) if q in calls.helps)]

    def _see_groups(self) -> None:
        """Queues tied by a profile share the run of priority from the first call among them on."""
        runs, groups = self.board.runs, self.board.groups
        self.run = [max([runs[q] for q in queues], default=0) for queues in self.queues_of]
        self.run_of = [max([runs[q] for q in group], default=0) for group in groups]
        self.group = [group[0] for group in groups]
        self.tied = [[v for v, of in enumerate(self.queues_of) if set(group) & set(of)] for group in groups]

    def _orders(self, line: Sequence[int]) -> Iterator[list[int]]:
        for calls in self.views:
            for queues in (calls.own, calls.helps):
                yield from self._of([n for n in line if self.queue[n] in queues])

    def _of(self, line: Sequence[int]) -> Iterable[list[int]]:
        first = sorted(line, key=lambda n: (self.ahead[n], n))
        yield [*(n for n in first if not self.priority[n]), NOBODY]
        yield [*(n for n in first if self.priority[n]), NOBODY]
        yield [*(sorted(line, key=lambda n: (self.overdue[n], n)) if self.overdue_counts else ()), NOBODY]

    @property
    def overdue_counts(self) -> bool:
        return self.board.order.overdue_after < inf
