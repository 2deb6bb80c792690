"""The loop: counters become free and call by the policy's order, people come and go, until all are called.

Each future is played for itself. Whoever waits at the beginning and may be called by anybody who calls their
queue stands in orders that are the same in all futures; a few others (sent to one counter, letting others
pass, come since) are looked at one by one with each call. A newcomer of each queue and class is imagined
beside: the first time a counter would call it is its wait, and it never delays anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

from server.insight.forward.board import Board, Where
from server.insight.forward.lines import (
    DOOR,
    FREE,
    HELPED,
    JOINS,
    NOBODY,
    OWN,
    Fate,
    Futures,
    Lines,
)
from server.insight.forward.picking import Heads, Picking

HORIZON = 6 * 3600.0
MICRO = 1e-6
BOTH, NEITHER = (True, True), (False, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`called`: for each future, when each of the board's people is called, in seconds from its moment.

    Of one who has left by then: when it would have been. `joins`: the same for a newcomer of each queue, at
    twice the queue's position, and with priority right behind it.
    """

    called: Sequence[Sequence[float]]
    joins: Sequence[Sequence[float]]


def run(board: Board, futures: Futures, *, to_the_end: bool = False, until: float = HORIZON) -> Outcome:
    """`to_the_end`: on when everybody in line has been called, for those who are not in it yet."""
    lines = Lines(board, futures)
    played = [_Future(lines, fate).played(to_the_end=to_the_end, until=until) for fate in futures.fates]
    n = len(board.people)
    return Outcome(called=[future.called[:n] for future in played], joins=[future.joins for future in played])


class _Future(Picking):
    """One of them, from the board's moment on."""

    __slots__ = (
        *("afar", "asked", "called_as", "called_at", "closes", "fate", "group", "head_start", "heap", "idle"),
        *("joins", "misses", "pace", "requeues", "rests", "resumes", "run_of", "seconds", "stint"),
        *("unanswered", "urgent", "within"),
    )

    def __init__(self, lines: Lines, fate: Fate) -> None:
        super().__init__(lines, fate.leaves_at)
        board = lines.board
        self.fate, self.misses, self.head_start = fate, [*fate.misses_from], board.order.head_start
        self.seconds, self.rests = fate.seconds, fate.rests
        self.pace, self.closes = lines.pace.copy(), lines.closes.copy()
        self.unanswered = [codes.copy() for codes in lines.newcomers]  # by whoever calls so
        self.asked = lines.asked  # newcomers of all of them together
        self.urgent = [len(codes) // 2 for codes in self.unanswered]  # of them with priority
        self.within = [-self.head_start] * len(self.unanswered)  # of the moment, the first of them by place
        self.joins = [inf] * (2 * len(board.queues))
        self.called_at, self.called_as = lines.called_at.copy(), lines.called_as.copy()
        self.requeues, self.group, self.run_of = lines.requeues.copy(), lines.group, lines.run_of.copy()
        self.afar = lines.turn_to_come.copy()
        self.resumes: dict[int, list[int]] = {}  # counter -> who stands there and goes on
        self.stint = [0] * len(board.desks)
        self.idle: set[int] = set()
        joins = ((fate.joins_at[n], JOINS, n) for n in lines.joining if fate.joins_at[n] < HORIZON)
        frees = ((fate.free_at[c], FREE, c) for c, works in enumerate(self.works) if works)
        self.heap: list[tuple[float, int, int]] = [*lines.doors, *frees, *joins]
        heapify(self.heap)

    def played(self, *, to_the_end: bool, until: float) -> "_Future":
        heap, calls, closes = self.heap, self._calls, self.closes
        while heap and (self.left or self.asked or to_the_end):
            at, what, n = heappop(heap)
            if at > until:
                break
            if what == FREE:
                if at >= closes[n]:
                    self._shut(n)
                    self._look_up(at)
                elif not calls(n, at):
                    self.idle.add(n)
            else:
                (self._join if what == JOINS else self._door)(n, at)
                self._look_up(at)
        return self

    # counters

    def _door(self, c: int, at: float) -> None:
        if not self.works[c]:
            stint = self.lines.board.desks[c].stints[self.stint[c]]
            self.works[c], self.staff[c], self.closes[c] = True, stint.staff, stint.closes
            self.pace[c] = self.lines.paces.get(stint.staff, 1.0)
            self.view[c] = self.lines.view_of[stint.calls]
            self.idle.add(c)
            heappush(self.heap, (stint.closes, DOOR, c))
        elif c in self.idle:
            self.idle.discard(c)
            self._shut(c)

    def _shut(self, c: int) -> None:
        self.works[c] = False
        self.stint[c] += 1
        stints = self.lines.board.desks[c].stints
        if self.stint[c] < len(stints):
            heappush(self.heap, (stints[self.stint[c]].opens, DOOR, c))

    def _look_up(self, at: float) -> None:
        """Something has changed: whoever is idle may have somebody to call."""
        while called := [c for c in sorted(self.idle) if self._calls(c, at)]:
            self.idle.difference_update(called)

    def _calls(self, c: int, at: float) -> bool:
        """Let a free counter call whom it may, if there is anybody."""
        if self.resumes and self.resumes.get(c):
            n = self.resumes[c].pop(0)
            heappush(self.heap, (at + self.seconds[n] * self.pace[c] + self.rests[n], FREE, c))
            return True
        view, helping = self.view[c], False
        heads = self._heads(c, at, OWN)
        if self.unanswered[view] and self._may_answer(heads, at, view):
            self._answer(c, at, heads, self.lines.views[view].own)
        first = heads[2] if heads[2] != NOBODY else self._first(heads, view)
        if first == NOBODY and self.lines.views[view].helps:
            heads, helping = self._heads(c, at, HELPED), True
            if self.unanswered[view]:
                yes = self._would_call(heads, at, view)
                for q in self.lines.views[view].helps:
                    self._answered(at, q, yes)
            first = self._first(heads, view)
        if first == NOBODY:
            return False
        if self.afar:
            self._pass_over(c, at, heads, helping=helping)
        self._call(c, first, at)
        return True

    # those afar

    def _pass_over(self, c: int, at: float, heads: Heads, *, helping: bool) -> None:
        """Whose call this would have been, were they here: their turn is over."""
        view, calls = self.view[c], self.lines.views[self.view[c]]
        for n in [n for n in self.afar if not self._lets_pass(n)]:
            q = self.queue[n]
            sent = self._is_bound(n)
            own = q in self.lines.queues_of[view] and self._binds(c, n) if sent else q in calls.own
            if helping and own:  # nobody else would be there
                self.afar.discard(n)
            elif own or (helping and q in calls.helps and not sent):
                before = self._heads(c, at, OWN, q) if self.letting and not helping else heads
                if self._first(self._with(n, before, at), view) == n:
                    self.afar.discard(n)

    # newcomers

    def _may_answer(self, heads: Heads, at: float, view: int) -> bool:
        """Else somebody stands before all who are unanswered; asked with every call."""
        ordinary, _, overdue = heads
        if overdue != NOBODY:
            return self.overdue[overdue] > self.late_from or overdue in self.letting
        return at > self.late_from or self.ahead[ordinary] > self.within[view] or ordinary in self.letting

    def _answer(self, c: int, at: float, heads: Heads, queues: Sequence[int]) -> None:
        """Those newcomers of these queues whom the counter would call rather than anybody in line."""
        view = self.view[c]
        yes = self._would_call(heads, at, view)
        if yes == NEITHER and not self.letting:
            return
        passed = {self.queue[n] for n in self.letting}
        for q in queues:
            if q in passed:  # by a newcomer, too
                before = self._heads(c, at, OWN, q)
                self._answered(at, q, self._would_call(before, at, view))
            elif yes != NEITHER:
                self._answered(at, q, yes)

    def _would_call(self, heads: Heads, at: float, view: int) -> tuple[bool, bool]:
        """Whether an ordinary newcomer would be called before these, and one with priority."""
        ordinary, urgent, overdue = heads
        if overdue != NOBODY:
            return BOTH if self.late_from < self.overdue[overdue] else NEITHER
        if ordinary == urgent:  # nobody there
            return BOTH
        if self.late_from < at:
            return BOTH
        first_ordinary, first_urgent = self.ahead[ordinary], self.ahead[urgent]
        head = -self.head_start
        behind, passes = first_ordinary > 0, first_ordinary > head and first_urgent > head
        if not behind and not passes:
            return NEITHER
        over = self.run[view] >= self.limit
        return behind and (first_urgent > 0 or over), passes and not (over and ordinary != NOBODY)

    def _answered(self, at: float, q: int, yes: tuple[bool, bool]) -> None:
        for code, would in zip((2 * q, 2 * q + 1), yes, strict=True):
            if would and self.joins[code] == inf:
                self.joins[code] = at
                self.asked -= 1
                for view, codes in enumerate(self.unanswered):
                    if code in codes:
                        codes.remove(code)
                        self.urgent[view] -= code % 2
                        self.within[view] = -self.head_start if self.urgent[view] else 0.0

    # people

    def _call(self, c: int, n: int, at: float) -> None:
        """Asked for everybody in every future, so all that a call does stands here."""
        q = self.queue[n]
        self.made[q] += 1
        if self.letting:
            self.letting = {m for m in self.letting if self._lets_pass(m)}
        group = self.group[q]
        run = self.run_of[group] + 1 if self.priority[n] else 0
        if run != self.run_of[group]:
            self.run_of[group] = run
            for view in self.lines.tied[q]:
                self.run[view] = run
        if self.called[n] == inf:
            self.called[n] = at
            self.left -= self.lines.asks[n]
        self.gone[n] = True
        if self.apart and n in self.apart:
            self.apart.remove(n)
            self.letting.discard(n)
        if at < self.misses[n]:
            heappush(self.heap, (at + self.seconds[n] * self.pace[c] + self.rests[n], FREE, c))
            return
        free = at + self.lines.hold
        self.called_at[n], self.called_as[n] = at, self.made[q]
        if (back := free + self.fate.returns_after[n]) < HORIZON:
            heappush(self.heap, (back, JOINS, n))
        heappush(self.heap, (free, FREE, c))

    def _join(self, n: int, at: float) -> None:
        person, head = self.lines.people[n], self.head_start if self.priority[n] else 0.0
        match person.where:
            case Where.HELD:
                if self.leaves[n] > at:
                    self.resumes.setdefault(self.lines.nth.get(person.counter, NOBODY), []).append(n)
                return
            case Where.LATER if self.called[n] == inf:
                self.place[n], self.ahead[n] = at + person.place, at + person.ahead
                self.overdue[n] += at
            case Where.AWAY if self.called[n] == inf:
                self._joins_first(n, at, head)
            case Where.AT_FORM if self.called[n] == inf:
                pass
            case Where.AFAR if self.called[n] == inf:
                self._arrive(n, at)
            case _:  # missed, whether before or in this run
                if not self._restored(n, at):
                    return
        if self.leaves[n] <= at:
            self._leave(n, at)
            return
        self._line_up(n)

    def _joins_first(self, n: int, at: float, head: float) -> None:
        there = [self.place[m] for m, q in enumerate(self.queue) if q == self.queue[n] and self._waits(m, at)]
        self.place[n] = min(there, default=at) - MICRO
        self.ahead[n] = self.place[n] - head
        person = self.lines.people[n]
        until = person.since if self.lines.board.parked_time_waits else at
        self.overdue[n] += until - person.called

    def _restored(self, n: int, at: float) -> bool:
        """A missed number is back: within the tolerance, not too often, and behind the next few."""
        board, made = self.lines.board, self.made[self.queue[n]]
        if self.requeues[n] >= board.max_requeue or made - self.called_as[n] > board.requeue_tolerance:
            return False
        self.requeues[n] += 1
        self._forget(n)
        self.passes[n] = made + board.requeue_after
        self.overdue[n] += at - self.called_at[n]
        self.misses[n] = self.leaves[n] = inf  # who comes back stays
        return True

    def _arrive(self, n: int, at: float) -> None:
        """At the place of the taking, with a wait that begins now; behind the next few if too late."""
        if n not in self.afar:
            self.passes[n] = max(self.passes[n], self.made[self.queue[n]] + self.lines.board.requeue_after)
        self.afar.discard(n)
        self.overdue[n] = at + self.late_from
