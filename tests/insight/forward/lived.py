"""The same fate lived through by the hall's own decide, evolve and routing policy: the oracle of `run`."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from heapq import heapify, heappop, heappush
from math import inf

from server.domain.command import Command
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import CounterState, ParkKind, PriorityClass, Ticket, TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue.line import eligible
from server.domain.refusals import Refused
from server.domain.remote.commands import ConfirmArrival
from server.insight.forward.board import Where
from server.insight.forward.run import HORIZON
from tests.insight.forward.random_halls import NOW, Case, taken

LEAVES, JOINS, DOOR, FREE = range(4)
HERE = {TicketState.WAITING, TicketState.FORM_FILLING}


class Lived:
    """What becomes of a case, step by step; `called` has the seconds at which each was called first."""

    def __init__(self, case: Case) -> None:
        self.case, self.hall, self.at = case, case.hall, 0.0
        self.called: dict[str, float] = {}
        self.people = (*case.board.people, *case.later)
        self.ids = [p.ticket for p in self.people]
        self.nth = {p.ticket: n for n, p in enumerate(self.people) if p.ticket}
        self.back: set[int] = set()  # were restored
        self.resumes: dict[str, list[str]] = {d.counter: [] for d in case.board.desks}
        self.stint = dict.fromkeys(self.resumes, 0)
        self.heap = self._beginning()

    def _beginning(self) -> list[tuple[float, int, int]]:
        fate, heap = self.case.fate, []
        for n, person in enumerate(self.people):
            if person.where is not Where.LATER and fate.leaves_at[n] < inf:
                heap.append((fate.leaves_at[n], LEAVES, n))
            if fate.joins_at[n] < inf:
                heap.append((fate.joins_at[n], JOINS, n))
        for k, desk in enumerate(self.case.board.desks):
            shifts = self.case.plan.stints(desk.counter)
            if self.hall.counters[desk.counter].state is not CounterState.CLOSED:
                heap += [(fate.free_at[k], FREE, k), (self._seconds(shifts[0].closes), DOOR, k)]
            elif shifts:
                heap.append((self._seconds(shifts[0].opens), DOOR, k))
        heapify(heap)
        return heap

    def _seconds(self, at: object) -> float:
        return (at - NOW).total_seconds()  # type: ignore[operator,no-any-return]

    def do(self, command: Command, new: str = "x") -> None:
        at = NOW + timedelta(seconds=self.at)
        now = Now(at=at, new_id=new, new_token=f"token-{new}", pick=self.case.policy.pick)
        self.hall = reduce(evolve, decide(self.hall, command, now), self.hall)

    def to_the_end(self, of: str = "") -> "Lived":
        """`of`: no further than until this ticket is called."""
        while self.heap and of not in self.called:
            self.at, what, n = heappop(self.heap)
            if self.at > HORIZON:
                break
            if what == FREE:
                self._free(n)
                continue
            if what == LEAVES:
                self._leaves(n)
            elif what == JOINS:
                self._joins(n)
            else:
                self._door(n)
            self._look_up()
        return self

    def _counter(self, k: int) -> str:
        return self.case.board.desks[k].counter

    def _leaves(self, n: int) -> None:
        ticket = self.hall.tickets.get(self.ids[n])
        if ticket is not None and ticket.state in HERE and n not in self.back:
            self.do(c.MarkWalkout(ticket=ticket.id))

    def _joins(self, n: int) -> None:
        person, ticket = self.people[n], self.hall.tickets.get(self.ids[n])
        if person.where is Where.LATER and not self.ids[n]:
            self._comes(n, PriorityClass.PRIORITY if person.priority else PriorityClass.ORDINARY)
        elif ticket is not None:
            self._is_back(n, ticket)

    def _comes(self, n: int, priority: PriorityClass) -> None:
        self.ids[n], leaves = f"later{n}", self.case.fate.leaves_at[n]
        self.nth[self.ids[n]] = n
        self.do(c.IssueTicket(service=self.people[n].service, priority=priority), new=self.ids[n])
        if leaves <= self.at:
            self.do(c.MarkWalkout(ticket=self.ids[n]))
        elif leaves < inf:
            heappush(self.heap, (leaves, LEAVES, n))

    def _is_back(self, n: int, ticket: Ticket) -> None:
        stays = self.case.fate.leaves_at[n] > self.at
        match ticket.state:
            case TicketState.FORM_FILLING:
                self.do(c.EndFormFilling(ticket=ticket.id))
            case TicketState.AWAY:
                self.do(ConfirmArrival(ticket=ticket.id, channel="guide"))
                if not stays:
                    self.do(c.MarkWalkout(ticket=ticket.id))
            case TicketState.NO_SHOW:
                with suppress(Refused):
                    self.do(c.RequeueTicket(ticket=ticket.id))
                    self.back.add(n)
            case TicketState.PARKED if stays and ticket.park is ParkKind.DOCUMENTS_HELD:
                self.resumes[ticket.leg.counter or ""].append(ticket.id)
            case TicketState.PARKED if stays:
                self.do(c.ResumeTicket(ticket=ticket.id, counter=None))

    def _door(self, k: int) -> None:
        counter = self._counter(k)
        shifts, state = self.case.plan.stints(counter), self.hall.counters[counter].state
        if state is CounterState.CLOSED:
            shift = shifts[self.stint[counter]]
            self.do(c.OpenCounter(counter=counter, staff=shift.staff, profile=shift.profile))
            heappush(self.heap, (self._seconds(shift.closes), DOOR, k))
        elif state is CounterState.OPEN_IDLE:
            self._shut(k)

    def _shut(self, k: int) -> None:
        counter = self._counter(k)
        self.do(c.CloseCounter(counter=counter))
        self.stint[counter] += 1
        shifts = self.case.plan.stints(counter)
        if self.stint[counter] < len(shifts):
            heappush(self.heap, (self._seconds(shifts[self.stint[counter]].opens), DOOR, k))

    def _free(self, k: int) -> None:
        """Whoever is at it is done; it rests, closes or calls."""
        counter = self._counter(k)
        known = self.hall.counters[counter]
        if known.ticket is not None:
            self._done(k, known.ticket)
            if self.hall.counters[counter].state is CounterState.PAUSED:
                return
        elif known.state is CounterState.PAUSED:
            self.do(c.ResumeCounter(counter=counter))
        closes = self._seconds(self.case.plan.stints(counter)[self.stint[counter]].closes)
        if self.at >= closes:
            self._shut(k)
            self._look_up()
        else:
            self._calls(k)

    def _done(self, k: int, ticket: str) -> None:
        counter, n, fate = self._counter(k), self.nth.get(ticket), self.case.fate
        if self.hall.tickets[ticket].state is TicketState.CALLED:
            self.do(c.MarkNoShow(counter=counter))
            assert n is not None
            if fate.returns_after[n] < inf:
                heappush(self.heap, (self.at + fate.returns_after[n], JOINS, n))
            return
        self.do(c.FinishTicket(counter=counter))
        if n is not None and fate.rests[n]:
            self.do(c.PauseCounter(counter=counter, reason="茶"))
            heappush(self.heap, (self.at + fate.rests[n], FREE, k))

    def _calls(self, k: int) -> bool:
        counter, fate = self._counter(k), self.case.fate
        if self.resumes[counter]:
            ticket = self.resumes[counter].pop(0)
            self.do(c.ResumeTicket(ticket=ticket, counter=counter))
            heappush(self.heap, (self.at + fate.seconds[self.nth[ticket]], FREE, k))
            return True
        if not eligible(self.hall, self.hall.counters[counter]):
            return False
        self.do(c.CallNext(counter=counter))
        ticket = self.hall.counters[counter].ticket or ""
        self.called.setdefault(ticket, self.at)
        if ticket not in self.nth:
            return False
        n = self.nth[ticket]
        if self.at >= fate.misses_from[n] and n not in self.back:
            heappush(self.heap, (self.at + self.case.hold, FREE, k))
        else:
            self.do(c.StartService(counter=counter))
            heappush(self.heap, (self.at + fate.seconds[n], FREE, k))
        return True

    def _look_up(self) -> None:
        idle = True
        while idle:
            idle = False
            for k, desk in enumerate(self.case.board.desks):
                if self.hall.counters[desk.counter].state is CounterState.OPEN_IDLE and self._is_up(k):
                    idle = self._calls(k) or idle

    def _is_up(self, k: int) -> bool:
        """One whose customer leaves in this very moment looks up when it is its turn."""
        return not any(at == self.at and what == FREE and n == k for at, what, n in self.heap)


def lived(case: Case) -> Mapping[str, float]:
    """When everybody of the board was called for the first time."""
    called = Lived(case).to_the_end().called
    return {p.ticket: called.get(p.ticket, inf) for p in case.board.people}


def joined(case: Case, queue: str, priority: PriorityClass) -> float:
    """When one who joins the queue at the board's moment is called."""
    came = replace(taken(queue, 900, NOW), id="new", number=f"{queue}900", priority=priority)
    hall = replace(case.hall, tickets={**case.hall.tickets, came.id: came})
    return Lived(replace(case, hall=hall)).to_the_end("new").called.get("new", inf)
