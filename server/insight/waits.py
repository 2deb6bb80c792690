"""The estimate of the wait: the line as it stands, run forward once for all queues.

Each open counter becomes free when its customer's usual time is over and then takes the first it may serve.
A newcomer stands behind everybody, so it is taken by the first counter of its queue that finds nobody to take
before it; newcomers of several queues are looked for in the same run and never delay each other.

What the estimate leaves out: who comes later with a head start, who walks out or returns from a form or from
being parked, pauses, counters still to open or close, and the routing policy's finer rules (runs of priority,
those past the threshold), which change who is next but hardly when a newcomer's turn comes. Whom a restored
number lets pass is followed roughly. It gives the mean only. The real routing policy will be run forward in
its place; `estimate` keeps its signature.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import NamedTuple

from server.domain.hall import Counter, Hall, PriorityClass, Ticket
from server.domain.queue.line import expected as coming
from server.domain.queue.line import is_bound
from server.domain.views.parts import counter_profile, open_counters
from server.insight.handling import expected_seconds, remaining_seconds

LineName = tuple[str, str | None, str | None]  # a queue; or the counter or the person who alone may call


class _Standing(NamedTuple):
    """Somebody in line, ordered as the routing orders them; `nth` makes it unique."""

    place_at: datetime
    issued_at: datetime
    ordinal: int
    nth: int
    queue: str
    seconds: float  # at a counter
    lets_pass_until: int
    ticket: str


class _Desk(NamedTuple):
    """An open counter: the queues whose newcomers it takes and the lines it takes from."""

    queues: Sequence[str]
    helps: Sequence[str]
    own: Sequence[LineName]
    helped: Sequence[LineName]


def estimate(hall: Hall, now: datetime) -> Mapping[str, float | None]:
    """For each queue, the seconds somebody joining it now would wait; None: nobody serves it.

    And for each ticket in line, the seconds until it is called, so that its slip does not count itself.
    """
    if hall.config is None:
        return {}
    expected = expected_seconds(hall)
    run = _Run(hall, expected)
    counters = open_counters(hall)
    desks = [_desk(hall, counter, run.lines) for counter in counters]
    free = [(_busy_for(hall, counter, expected, now), nth) for nth, counter in enumerate(counters)]
    heapify(free)
    served = {q for desk in desks for q in (*desk.queues, *desk.helps)}
    while len(run.waits) < len(served):
        at, nth = heappop(free)  # a counter leaves the run only after it has answered for its queues
        busy_until = run.take(desks[nth], at)
        if busy_until is not None:
            heappush(free, (busy_until, nth))
    return run.called | {q.id: run.waits.get(q.id) for q in hall.config.queues}


def _busy_for(hall: Hall, counter: Counter, expected: Mapping[str, float], now: datetime) -> float:
    if counter.ticket is None:
        return 0.0
    ticket = hall.tickets[counter.ticket]
    return remaining_seconds(hall, ticket, expected[ticket.leg.service], now)


def _desk(hall: Hall, counter: Counter, lines: Iterable[LineName]) -> _Desk:
    profile = hall.setup.profile[counter_profile(hall, counter)]
    named = [k for k in lines if not k[0] and (k[1] == counter.id or (k[2] and k[2] == counter.staff))]
    own = [*((q, None, None) for q in profile.queues), *named]
    return _Desk(profile.queues, profile.helps, own, [(q, None, None) for q in profile.helps])


class _Run:
    """The line while it is run forward, and what newcomers have been found to wait."""

    def __init__(self, hall: Hall, expected: Mapping[str, float]) -> None:
        self._hall = hall
        self.waits: dict[str, float | None] = {}
        self.called: dict[str, float | None] = {}  # tickets in line
        self.lines: dict[LineName, list[_Standing]] = {}
        self._passing: dict[LineName, list[_Standing]] = {}  # restored numbers that let others pass first
        self._calls = dict(hall.calls)
        head_start = timedelta(seconds=hall.setup.figures.priority_head_start_seconds)
        for nth, ticket in enumerate((*hall.waiting(), *coming(hall))):
            self._join(ticket, nth, head_start, expected[ticket.leg.service])
        for heap in (*self.lines.values(), *self._passing.values()):
            heapify(heap)

    def _join(self, ticket: Ticket, nth: int, head_start: timedelta, seconds: float) -> None:
        queue, until = ticket.leg.queue, ticket.lets_pass_until
        place = ticket.place_at - head_start if ticket.priority is PriorityClass.PRIORITY else ticket.place_at
        standing = _Standing(place, ticket.issued_at, ticket.ordinal, nth, queue, seconds, until, ticket.id)
        bound = is_bound(self._hall, ticket)
        line = ("", ticket.only_counter, ticket.only_staff) if bound else (queue, None, None)
        self.lines.setdefault(line, [])
        lets_pass = until > self._calls.get(queue, 0)
        (self._passing if lets_pass else self.lines).setdefault(line, []).append(standing)

    def take(self, desk: _Desk, at: float) -> float | None:
        """Let a free counter take whom it may, and return when it is free again; None: it has nobody left."""
        taken = self._own(desk, at) or self._first(desk.helped, passing=desk.helped)
        if taken is None:
            self._answer(desk.helps, at)
            return None
        self.called[taken.ticket] = at
        self._calls[taken.queue] = self._calls.get(taken.queue, 0) + 1
        if self._passing:
            self._let_in(taken.queue)
        return at + taken.seconds

    def _own(self, desk: _Desk, at: float) -> _Standing | None:
        """The first of its own; a restored number only where nobody of its queue is there to pass it."""
        ahead = {s.queue for line in desk.own for s in self.lines.get(line, ())} if self._passing else set()
        back = [k for k in desk.own if any(s.queue not in ahead for s in self._passing.get(k, ()))]
        if not any(self.lines.get(line) for line in desk.own):
            restored = {s.queue for line in back for s in self._passing[line]}
            self._answer(
                (q for q in desk.queues if restored <= {q}), at
            )  # a newcomer of its queue passes, too
        return self._first(desk.own, passing=back)

    def _first(self, lines: Iterable[LineName], *, passing: Iterable[LineName] = ()) -> _Standing | None:
        heaps = [heap for line in lines if (heap := self.lines.get(line))]
        heaps += [heap for line in passing if (heap := self._passing.get(line))]
        return heappop(min(heaps, key=itemgetter(0))) if heaps else None

    def _let_in(self, queue: str) -> None:
        for line, heap in self._passing.items():
            back = [s for s in heap if s.queue == queue and s.lets_pass_until <= self._calls[queue]]
            for standing in back:
                heap.remove(standing)
                heappush(self.lines[line], standing)
            heapify(heap)

    def _answer(self, queues: Iterable[str], at: float) -> None:
        for queue in queues:
            self.waits.setdefault(queue, at)
