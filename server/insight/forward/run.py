"""The loop: counters become free and call by the policy's order, people come and go, until all are called.

Each future is played for itself. Whoever waits at the beginning and may be called by anybody who calls their
queue stands in orders that are the same in all futures; a few others (sent to one counter, letting others
pass, come since) are looked at one by one with each call. A newcomer of each queue and class is imagined
beside: the first time a counter would call it is its wait, and it never delays anybody.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

from server.insight.forward.board import Board, Where
from server.insight.forward.lines import NOBODY, Fate, Futures, Lines

JOINS, DOOR, FREE = range(3)  # what happens first where all happen at once
HORIZON = 6 * 3600.0
MICRO = 1e-6
Heads = tuple[int, int, int]  # the first ordinary one, the first with priority, the longest overdue
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


class _Future:
    """One of them, from the board's moment on."""

    def __init__(self, lines: Lines, fate: Fate) -> None:
        board, desks = lines.board, lines.board.desks
        self.lines, self.fate, self.desks = lines, fate, desks
        self.limit, self.head_start = board.order.run_limit, board.order.head_start
        self.late_from = board.order.overdue_after  # a newcomer's own turn to be overdue
        self.queue, self.priority = lines.queue, lines.priority
        self.place, self.ahead, self.overdue = lines.place.copy(), lines.ahead.copy(), lines.overdue.copy()
        self.passes, self.gone, self.leaves = lines.passes.copy(), lines.absent.copy(), list(fate.leaves_at)
        self.misses = list(fate.misses_from)
        self.runs, self.made = list(board.runs), list(board.calls)
        self.apart = lines.apart.copy()
        self.letting = {n for n in self.apart if self._lets_pass(n)}
        self.orders = [[order.copy() for order in orders] for orders in lines.orders]
        self.in_queue = [order.copy() for order in lines.in_queue]
        self.unanswered = [codes.copy() for codes in lines.newcomers]  # by whoever calls so
        self.urgent = [len(codes) // 2 for codes in self.unanswered]  # of them with priority
        self.left = len(lines.asked)
        self.called = [inf] * len(lines.people)
        self.called_at = [p.called for p in lines.people]
        self.called_as = [p.called_as for p in lines.people]
        self.requeues = [p.requeues for p in lines.people]
        self.joins = [inf] * (2 * len(board.queues))
        self.resumes: dict[int, list[int]] = {}  # counter -> who stands there and goes on
        views = {calls: v for v, calls in enumerate(lines.views)}
        self.nth = lines.nth
        self.stint = [0] * len(desks)
        self.works = [desk.works for desk in desks]
        self.views = [[views[s.calls] for s in desk.stints] for desk in desks]
        self.view = [mine[0] if mine else 0 for mine in self.views]
        self.staff = [desk.staff for desk in desks]
        self.idle: set[int] = set()
        self.heap = self._beginning()
        for n in self.apart:
            if self.leaves[n] <= 0:
                self._leave(n, 0.0)

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
            self.view[c] = self.views[c][self.stint[c]]
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
            self._take_up(c, self.resumes[c].pop(0), at)
            return True
        view = self.view[c]
        calls = self.lines.views[view]
        own = self._heads(c, at, helping=False)
        if self.unanswered[view] and self._may_answer(own[0], at, view):
            self._answer(c, at, own, calls.own)
        first = self._first(own, view)
        if first == NOBODY and calls.helps:
            helped = self._heads(c, at, helping=True)
            if self.unanswered[view]:
                yes = self._would_call(helped, at, view)
                for q in calls.helps:
                    self._answered(at, q, yes)
            first = self._first(helped, view)
        if first == NOBODY:
            return False
        self._call(c, first, at)
        return True

    # the policy

    def _heads(self, c: int, at: float, *, helping: bool, newcomer: int = NOBODY) -> Heads:
        """Of those the counter may call; `newcomer`: of a queue that one more waits in."""
        of = 3 if helping else 0
        ordinary_ones, urgent_ones, longest_ones = self.orders[self.view[c]][of : of + 3]
        ordinary = self._head(ordinary_ones, at) if ordinary_ones else NOBODY
        urgent = self._head(urgent_ones, at) if urgent_ones else NOBODY
        overdue = NOBODY
        if longest_ones and self.overdue[longest_ones[-1]] < at:
            overdue = self._head(longest_ones, at)
            if overdue != NOBODY and self.overdue[overdue] >= at:
                overdue = NOBODY
        if not self.apart:
            return ordinary, urgent, overdue
        ahead = self.ahead
        for n in self._apart(c, at, helping=helping, newcomer=newcomer):
            if self.priority[n]:
                if urgent == NOBODY or (ahead[n], n) < (ahead[urgent], urgent):
                    urgent = n
            elif ordinary == NOBODY or (ahead[n], n) < (ahead[ordinary], ordinary):
                ordinary = n
            waited = self.overdue[n]
            if waited < at and (overdue == NOBODY or (waited, n) < (self.overdue[overdue], overdue)):
                overdue = n
        return ordinary, urgent, overdue

    def _head(self, order: list[int], at: float) -> int:
        """The first who is still there; whoever is not is not looked at again."""
        gone, leaves = self.gone, self.leaves
        while order:
            n = order[-1]
            if not gone[n]:
                if leaves[n] > at:
                    return n
                self._leave(n, at)
            order.pop()
        return NOBODY

    def _first(self, heads: Heads, view: int) -> int:
        """Whom the policy picks: the overdue, else by the place, with a limit to priority's run."""
        ordinary, urgent, overdue = heads
        if overdue != NOBODY:
            return overdue
        if urgent == NOBODY:
            return ordinary
        if ordinary == NOBODY:
            return urgent
        if (self.ahead[ordinary], ordinary) < (self.ahead[urgent], urgent):
            return ordinary
        return ordinary if self._run(view) >= self.limit else urgent

    def _run(self, view: int) -> int:
        runs = self.runs
        return max([runs[q] for q in self.lines.queues_of[view]])

    def _apart(self, c: int, at: float, *, helping: bool, newcomer: int) -> Iterable[int]:
        """Those of them the counter may call: its own and who is sent to it, or those it helps."""
        calls, queue = self.lines.views[self.view[c]], self.queue
        present = [n for n in self.apart if self.leaves[n] > at]
        if helping:
            return [n for n in present if queue[n] in calls.helps and not self._is_bound(n)]
        mine = [n for n in present if (self._binds(c, n) if self._is_bound(n) else queue[n] in calls.own)]
        passing = [n for n in mine if n in self.letting]
        if not passing:
            return mine
        there = {queue[n] for n in mine if n not in passing} | {newcomer}
        there |= {q for q in {queue[n] for n in passing} if self._is_called_by_place(q, calls.own, at)}
        return [n for n in mine if n not in passing or queue[n] not in there]

    def _is_called_by_place(self, q: int, own: Sequence[int], at: float) -> bool:
        """Whether somebody of the queue waits whom everybody may call who calls it."""
        return q in own and self._head(self.in_queue[q], at) != NOBODY

    def _is_bound(self, n: int) -> bool:
        person = self.lines.people[n]
        if person.only_counter is not None:
            c = self.nth.get(person.only_counter, NOBODY)
            return c != NOBODY and self.works[c]
        if person.only_staff is None:
            return False
        return any(self.works[c] and staff == person.only_staff for c, staff in enumerate(self.staff))

    def _binds(self, c: int, n: int) -> bool:
        person, staff = self.lines.people[n], self.staff[c]
        return self.desks[c].counter == person.only_counter or (bool(staff) and staff == person.only_staff)

    def _waits(self, n: int, at: float) -> bool:
        return (n in self.apart or not self.gone[n]) and self.leaves[n] > at

    # newcomers

    def _may_answer(self, ordinary: int, at: float, view: int) -> bool:
        """Else somebody ordinary stands before all who are unanswered; asked with every call."""
        if ordinary == NOBODY or at > self.late_from or self.letting:
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
            else:
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
        q, fate = self.queue[n], self.fate
        self.made[q] += 1
        if self.letting:
            self.letting = {m for m in self.letting if self._lets_pass(m)}
        self._count_run(q, priority=self.priority[n])
        self._note(n, at)
        self.gone[n] = True
        if self.apart and n in self.apart:
            self.apart.remove(n)
            self.letting.discard(n)
        if at >= self.misses[n]:
            free = at + self.lines.hold
            self.called_at[n], self.called_as[n] = at, self.made[q]
            if (back := free + fate.returns_after[n]) < HORIZON:
                heappush(self.heap, (back, JOINS, n))
            heappush(self.heap, (free, FREE, c))
        else:
            self._take_up(c, n, at)

    def _take_up(self, c: int, n: int, at: float) -> None:
        pace = self.lines.paces.get(self.staff[c], 1.0)
        heappush(self.heap, (at + self.fate.seconds[n] * pace + self.fate.rests[n], FREE, c))

    def _count_run(self, q: int, *, priority: bool) -> None:
        group, runs = self.lines.board.groups[q], self.runs
        if priority:
            run = max([runs[g] for g in group]) + 1
        elif runs[group[0]] or any([runs[g] for g in group]):
            run = 0
        else:
            return
        for g in group:
            runs[g] = run

    def _leave(self, n: int, at: float) -> None:
        self._note(n, at)
        self.gone[n] = True

    def _note(self, n: int, at: float) -> None:
        if self.called[n] == inf:
            self.called[n] = at
            if self.lines.people[n].where in (Where.IN_LINE, Where.AT_FORM):
                self.left -= 1

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
            case _:  # missed, whether before or in this run
                if not self._restored(n, at):
                    return
        if self.leaves[n] <= at:
            self._leave(n, at)
            return
        self._line_up(n)

    def _line_up(self, n: int) -> None:
        """Who was missed is gone from the orders for good, where it may still stand."""
        person, q = self.lines.people[n], self.queue[n]
        if self.called[n] < inf or self.requeues[n] or person.only_counter or person.only_staff:
            self.apart.append(n)
            if self._lets_pass(n):
                self.letting.add(n)
            return
        self.gone[n] = False
        self.in_queue[q].append(n)
        first, longest = self.priority[n], 2
        for calls, orders in zip(self.lines.views, self.orders, strict=True):
            for of, queues in ((0, calls.own), (3, calls.helps)):
                if q in queues:
                    insort(orders[of + first], n, key=self._from_last)
                    if self.late_from < inf:
                        insort(orders[of + longest], n, key=self._from_shortest)

    def _from_last(self, n: int) -> tuple[float, int]:
        return -self.ahead[n], -n

    def _from_shortest(self, n: int) -> tuple[float, int]:
        return -self.overdue[n], -n

    def _lets_pass(self, n: int) -> bool:
        return self.passes[n] > self.made[self.queue[n]]

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
        self.passes[n] = made + board.requeue_after
        self.overdue[n] += at - self.called_at[n]
        self.misses[n] = self.leaves[n] = inf  # who comes back stays
        return True
