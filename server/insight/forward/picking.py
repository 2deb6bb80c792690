"""Who stands in line in one future, and whom a counter would call: the policy's order, word for word."""

from bisect import insort
from collections.abc import Iterable, Sequence
from math import inf

from server.insight.forward.board import Where
from server.insight.forward.lines import NOBODY, Lines

Heads = tuple[int, int, int]  # the first ordinary one, the first with priority, the longest overdue


class Picking:
    """A line, how its priority runs go, and which counters work; `called`: when each was, in seconds."""

    def __init__(self, lines: Lines, leaves_at: Sequence[float]) -> None:
        board, desks = lines.board, lines.board.desks
        self.lines, self.desks, self.nth = lines, desks, lines.nth
        self.limit = board.order.run_limit
        self.late_from = board.order.overdue_after  # a newcomer's own turn to be overdue
        self.queue, self.priority = lines.queue, lines.priority
        self.place, self.ahead, self.overdue = lines.place.copy(), lines.ahead.copy(), lines.overdue.copy()
        self.passes, self.gone, self.leaves = lines.passes.copy(), lines.absent.copy(), list(leaves_at)
        self.runs, self.made = list(board.runs), list(board.calls)
        self.apart = lines.apart.copy()
        self.letting = {n for n in self.apart if self._lets_pass(n)}
        self.orders = [[order.copy() for order in orders] for orders in lines.orders]
        self.in_queue = [order.copy() for order in lines.in_queue]
        self.left = len(lines.asked)
        self.called = [inf] * len(lines.people)
        self.works = [desk.works for desk in desks]
        self.staff = [desk.staff for desk in desks]
        self.view = [lines.view_of[d.stints[0].calls] if d.stints else 0 for d in desks]
        for n in self.apart:
            if self.leaves[n] <= 0:
                self._leave(n, 0.0)

    def _heads(self, c: int, at: float, *, helping: bool, newcomer: int = NOBODY) -> Heads:
        """Of those the counter may call; `newcomer`: of a queue that one more waits in."""
        orders, of = self.orders[self.view[c]], 3 if helping else 0
        ordinary = self._head(orders[of], at) if orders[of] else NOBODY
        urgent = self._head(orders[of + 1], at) if orders[of + 1] else NOBODY
        longest_ones, overdue = orders[of + 2], NOBODY
        if longest_ones and self.overdue[longest_ones[-1]] < at:
            overdue = self._head(longest_ones, at)
            if overdue != NOBODY and self.overdue[overdue] >= at:
                overdue = NOBODY
        heads = ordinary, urgent, overdue
        if self.apart:
            for n in self._apart(c, at, helping=helping, newcomer=newcomer):
                heads = self._with(n, heads, at)
        return heads

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

    def _with(self, n: int, heads: Heads, at: float) -> Heads:
        """These heads, and one more who would stand among them."""
        ordinary, urgent, overdue = heads
        if self.priority[n]:
            urgent = n if urgent == NOBODY or (self.ahead[n], n) < (self.ahead[urgent], urgent) else urgent
        elif ordinary == NOBODY or (self.ahead[n], n) < (self.ahead[ordinary], ordinary):
            ordinary = n
        waited = self.overdue[n]
        if waited < at and (overdue == NOBODY or (waited, n) < (self.overdue[overdue], overdue)):
            overdue = n
        return ordinary, urgent, overdue

    def _lets_pass(self, n: int) -> bool:
        return self.passes[n] > self.made[self.queue[n]]

    def _forget(self, n: int) -> None:
        """Where somebody called still stands in an order, before their wait becomes another one."""
        for order in (*(order for orders in self.orders for order in orders), self.in_queue[self.queue[n]]):
            if n in order:
                order.remove(n)

    def _from_last(self, n: int) -> tuple[float, int]:
        return -self.ahead[n], -n

    def _from_shortest(self, n: int) -> tuple[float, int]:
        return -self.overdue[n], -n

    def _leave(self, n: int, at: float) -> None:
        self._note(n, at)
        self.gone[n] = True

    def _note(self, n: int, at: float) -> None:
        if self.called[n] == inf:
            self.called[n] = at
            if self.lines.people[n].where in (Where.IN_LINE, Where.AT_FORM):
                self.left -= 1

    def _line_up(self, n: int) -> None:
        """Who was missed is gone from the orders for good, where it may still stand."""
        person, q = self.lines.people[n], self.queue[n]
        sent = person.only_counter is not None or person.only_staff is not None
        if sent or self.called[n] < inf or self._lets_pass(n):
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
