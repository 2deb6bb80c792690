"""Who stands in line in one future, and whom a counter would call: the policy's order, word for word."""

from bisect import insort
from collections.abc import Iterable, Sequence
from math import inf

from server.insight.forward.lines import HELPED, NOBODY, OF_VIEW, Lines

Heads = tuple[int, int, int]  # the first ordinary one and the first with priority, or the longest overdue


class Picking:
    """A line, how its priority runs go, and which counters work; `called`: when each was, in seconds.

    `reached`: how far each order was looked through; whoever stands before is gone from it for good.
    """

    __slots__ = (  # all of it is asked for with every call
        *("ahead", "apart", "called", "gone", "in_queue", "late_from", "leaves", "left", "letting", "limit"),
        *("lines", "made", "orders", "overdue", "passes", "place", "priority", "queue", "reached", "run"),
        *("staff", "view", "works"),
    )

    def __init__(self, lines: Lines, leaves_at: Sequence[float]) -> None:
        order = lines.board.order
        self.lines, self.limit = lines, order.run_limit
        self.late_from = order.overdue_after  # a newcomer's own turn to be overdue
        self.queue, self.priority, self.in_queue = lines.queue, lines.priority, lines.in_queue
        self.place, self.ahead, self.overdue = lines.place.copy(), lines.ahead.copy(), lines.overdue.copy()
        self.passes, self.gone, self.leaves = lines.passes.copy(), lines.absent.copy(), [*leaves_at, inf]
        self.run, self.made = lines.run.copy(), [*lines.board.calls]
        self.apart, self.letting = lines.apart.copy(), lines.letting.copy()
        self.orders, self.reached = lines.orders.copy(), [0] * len(lines.orders)
        self.called, self.left = [inf] * len(lines.people), lines.asking
        self.works, self.staff, self.view = lines.works.copy(), lines.staff.copy(), lines.view.copy()
        for n in self.apart:
            if self.leaves[n] <= 0:
                self._leave(n, 0.0)

    def _heads(self, c: int, at: float, of: int, newcomer: int = NOBODY) -> Heads:
        """Of those the counter may call, `of` its own or those it helps; `newcomer`: one more waits there.

        Who is overdue stands before all, so that nobody looks for the others then.
        """
        first, overdue = OF_VIEW * self.view[c] + of, self.overdue
        by_wait = first + 2
        known = self.orders[by_wait][self.reached[by_wait]]
        if overdue[known] < at and overdue[longest := self._head(by_wait, at)] < at:
            heads = NOBODY, NOBODY, longest
        else:
            heads = self._head(first, at), self._head(first + 1, at), NOBODY
        if self.apart:
            for n in self._apart(c, at, of, newcomer):
                heads = self._with(n, heads, at)
        return heads

    def _head(self, nth: int, at: float) -> int:
        """The first of an order who is still there; whoever is not is not looked at again."""
        order, gone, leaves, k = self.orders[nth], self.gone, self.leaves, self.reached[nth]
        while gone[n := order[k]] or leaves[n] <= at:
            if not gone[n]:
                self._leave(n, at)
            k += 1
        self.reached[nth] = k
        return n

    def _first(self, heads: Heads, view: int) -> int:
        """Whom the policy picks: the overdue, else by the place, with a limit to priority's run."""
        ordinary, urgent, overdue = heads
        if overdue != NOBODY:
            return overdue
        if urgent == NOBODY:
            return ordinary
        if ordinary == NOBODY:
            return urgent
        first, second = self.ahead[ordinary], self.ahead[urgent]
        if first < second or (first == second and ordinary < urgent):
            return ordinary
        return ordinary if self.run[view] >= self.limit else urgent

    def _apart(self, c: int, at: float, of: int, newcomer: int) -> Iterable[int]:
        """Those of them the counter may call: its own and who is sent to it, or those it helps."""
        calls, queue = self.lines.views[self.view[c]], self.queue
        present = [n for n in self.apart if self.leaves[n] > at]
        if of == HELPED:
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
        return q in own and self._head(self.in_queue + q, at) != NOBODY

    def _is_bound(self, n: int) -> bool:
        person = self.lines.people[n]
        if person.only_counter is not None:
            c = self.lines.nth.get(person.only_counter, NOBODY)
            return c != NOBODY and self.works[c]
        if person.only_staff is None:
            return False
        return any(self.works[c] and staff == person.only_staff for c, staff in enumerate(self.staff))

    def _binds(self, c: int, n: int) -> bool:
        person, staff = self.lines.people[n], self.staff[c]
        return self.lines.nth.get(person.only_counter) == c or (bool(staff) and staff == person.only_staff)

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
        for nth, reached in enumerate(self.reached):
            if n in self.orders[nth]:
                self.orders[nth] = [m for m in self.orders[nth][reached:] if m != n]
                self.reached[nth] = 0

    def _leave(self, n: int, at: float) -> None:
        self._note(n, at)
        self.gone[n] = True

    def _note(self, n: int, at: float) -> None:
        if self.called[n] == inf:
            self.called[n] = at
            self.left -= self.lines.asks[n]

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
        self._stand(self.in_queue + q, n, self.ahead)
        first, longest = int(self.priority[n]), 2
        for nth in self.lines.called_in[q]:
            self._stand(nth + first, n, self.ahead)
            if self.late_from < inf:
                self._stand(nth + longest, n, self.overdue)

    def _stand(self, nth: int, n: int, by: Sequence[float]) -> None:
        """In an order from now on, which so becomes this future's own."""
        order = self.orders[nth] = self.orders[nth][self.reached[nth] :]
        self.reached[nth] = 0
        insort(order, n, key=lambda m: (by[m], m))
