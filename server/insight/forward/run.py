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
from server.insight.forward.lines import NOBODY, Fate, Futures, Lines
from server.insight.forward.picking import Heads, Picking

JOINS, DOOR, FREE = range(3)  # what happens first where all happen at once
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


def run(board: Board, futures: Futures, *, to_the_end: bool = False) -> Outcome:
    """`to_the_end`: on when everybody in line has been called, for those who are not in it yet."""
    lines = Lines(board, futures)
    played = [_Future(lines, fate).played(to_the_end=to_the_end) for fate in futures.fates]
    n = len(board.people)
    return Outcome(called=[future.called[:n] for future in played], joins=[future.joins for future in played])


class _Future(Picking):
    """One of them, from the board's moment on."""

    def __init__(self, lines: Lines, fate: Fate) -> None:
        super().__init__(lines, fate.leaves_at)
        board = lines.board
        self.fate, self.misses, self.head_start = fate, list(fate.misses_from), board.order.head_start
        self.hold, self.groups = lines.hold, board.groups
        self.paces = [lines.paces.get(staff, 1.0) for staff in self.staff]  # of who is at each counter
        self.unanswered = [codes.copy() for codes in lines.newcomers]  # by whoever calls so
        self.urgent = [len(codes) // 2 for codes in self.unanswered]  # of them with priority
        self.joins = [inf] * (2 * len(board.queues))
        self.called_at = [p.called for p in lines.people]
        self.called_as = [p.called_as for p in lines.people]
        self.requeues = [p.requeues for p in lines.people]
        self.afar = {n for n in lines.afar if not lines.people[n].passed}  # their turn is still to come
        self.resumes: dict[int, list[int]] = {}  # counter -> who stands there and goes on
        self.stint = [0] * len(self.desks)
        self.idle: set[int] = set()
        self.heap = self._beginning()

    def _beginning(self) -> list[tuple[float, int, int]]:
        happens = [(at, JOINS, n) for n, at in enumerate(self.fate.joins_at) if at < HORIZON]
        for c, desk in enumerate(self.desks):
            if desk.works:
                happens += [(self.fate.free_at[c], FREE, c), (desk.stints[0].closes, DOOR, c)]
            elif desk.stints:
                happens.append((desk.stints[0].opens, DOOR, c))
        heapify(happens)
        return happens

    def played(self, *, to_the_end: bool) -> "_Future":
        heap = self.heap
        while heap and (self.left or any(self.unanswered) or to_the_end):
            at, what, n = heappop(heap)
            if at > HORIZON:
                break
            if what == FREE:
                self._free(n, at)
            elif what == JOINS:
                self._join(n, at)
                self._look_up(at)
            else:
                self._door(n, at)
                self._look_up(at)
        return self

    # counters

    def _free(self, c: int, at: float) -> None:
        if at >= self.desks[c].stints[self.stint[c]].closes:
            self._shut(c)
            self._look_up(at)
        elif not self._calls(c, at):
            self.idle.add(c)

    def _door(self, c: int, at: float) -> None:
        if not self.works[c]:
            stint = self.desks[c].stints[self.stint[c]]
            self.works[c], self.staff[c] = True, stint.staff
            self.paces[c] = self.lines.paces.get(stint.staff, 1.0)
            self.view[c] = self.lines.view_of[stint.calls]
            self.idle.add(c)
            heappush(self.heap, (stint.closes, DOOR, c))
        elif c in self.idle:
            self.idle.discard(c)
            self._shut(c)

    def _shut(self, c: int) -> None:
        self.works[c] = False
        self.stint[c] += 1
        stints = self.desks[c].stints
        if self.stint[c] < len(stints):
            heappush(self.heap, (stints[self.stint[c]].opens, DOOR, c))

    def _look_up(self, at: float) -> None:
        """Something has changed: whoever is idle may have somebody to call."""
        while called := [c for c in sorted(self.idle) if self._calls(c, at)]:
            self.idle.difference_update(called)

    def _calls(self, c: int, at: float) -> bool:
        """Let a free counter call whom it may, if there is anybody."""
        if self.resumes.get(c):
            n = self.resumes[c].pop(0)
            needs = self.fate.seconds[n] * self.paces[c] + self.fate.rests[n]
            heappush(self.heap, (at + needs, FREE, c))
            return True
        view = self.view[c]
        calls = self.lines.views[view]
        heads, helping = self._heads(c, at, helping=False), False
        if self.unanswered[view] and self._may_answer(heads[0], at, view):
            self._answer(c, at, heads, calls.own)
        first = self._first(heads, view)
        if first == NOBODY and calls.helps:
            heads, helping = self._heads(c, at, helping=True), True
            if self.unanswered[view]:
                yes = self._would_call(heads, at, view)
                for q in calls.helps:
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
                before = (
                    self._heads(c, at, helping=False, newcomer=q) if self.letting and not helping else heads
                )
                if self._first(self._with(n, before, at), view) == n:
                    self.afar.discard(n)

    # newcomers

    def _may_answer(self, ordinary: int, at: float, view: int) -> bool:
        """Else somebody ordinary stands before all who are unanswered; asked with every call."""
        if ordinary == NOBODY or at > self.late_from or ordinary in self.letting:
            return True
        return self.ahead[ordinary] > (-self.head_start if self.urgent[view] else 0.0)

    def _answer(self, c: int, at: float, heads: Heads, queues: Sequence[int]) -> None:
        """Those newcomers of these queues whom the counter would call rather than anybody in line."""
        view = self.view[c]
        yes = self._would_call(heads, at, view)
        if yes == NEITHER and not self.letting:
            return
        passed = {self.queue[n] for n in self.letting}
        for q in queues:
            if q in passed:  # by a newcomer, too
                before = self._heads(c, at, helping=False, newcomer=q)
                self._answered(at, q, self._would_call(before, at, view))
            elif yes != NEITHER:
                self._answered(at, q, yes)

    def _would_call(self, heads: Heads, at: float, view: int) -> tuple[bool, bool]:
        """Whether an ordinary newcomer would be called before these, and one with priority."""
        ordinary, urgent, overdue = heads
        if ordinary == urgent:  # nobody there
            return BOTH
        if overdue != NOBODY:
            return BOTH if self.late_from < min(self.overdue[overdue], at) else NEITHER
        if self.late_from < at:
            return BOTH
        first_ordinary = self.ahead[ordinary] if ordinary != NOBODY else inf
        first_urgent = self.ahead[urgent] if urgent != NOBODY else inf
        head = -self.head_start
        behind, passes = first_ordinary > 0, first_ordinary > head and first_urgent > head
        if not behind and not passes:
            return NEITHER
        over = self._run(view) >= self.limit
        return behind and (first_urgent > 0 or over), passes and not (over and ordinary != NOBODY)

    def _answered(self, at: float, q: int, yes: tuple[bool, bool]) -> None:
        for code, would in zip((2 * q, 2 * q + 1), yes, strict=True):
            if would and self.joins[code] == inf:
                self.joins[code] = at
                for view, codes in enumerate(self.unanswered):
                    if code in codes:
                        codes.remove(code)
                        self.urgent[view] -= code % 2

    # people

    def _call(self, c: int, n: int, at: float) -> None:
        """Asked for everybody in every future, so all that a call does stands here."""
        q, runs, fate = self.queue[n], self.runs, self.fate
        self.made[q] += 1
        if self.letting:
            self.letting = {m for m in self.letting if self._lets_pass(m)}
        group = self.groups[q]
        run = max([runs[g] for g in group]) + 1 if self.priority[n] else 0
        for g in group:
            runs[g] = run
        if self.called[n] == inf:
            self._note(n, at)
        self.gone[n] = True
        if self.apart and n in self.apart:
            self.apart.remove(n)
            self.letting.discard(n)
        if at < self.misses[n]:
            heappush(self.heap, (at + fate.seconds[n] * self.paces[c] + fate.rests[n], FREE, c))
            return
        free = at + self.hold
        self.called_at[n], self.called_as[n] = at, self.made[q]
        if (back := free + fate.returns_after[n]) < HORIZON:
            heappush(self.heap, (back, JOINS, n))
        heappush(self.heap, (free, FREE, c))

    def _join(self, n: int, at: float) -> None:
        person, head = self.lines.people[n], self.head_start if self.priority[n] else 0.0
        match person.where:
            case Where.HELD:
                if self.leaves[n] > at:
                    self.resumes.setdefault(self.nth.get(person.counter, NOBODY), []).append(n)
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
