"""An hour of invented past, so that a new demo hall's boards are alive: real commands under a past clock."""

import heapq
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce

from server.domain.command import Command
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import Hall, PriorityClass
from server.domain.line import Now, Pick
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.journal import Entry, Journal, JournalDamaged, Recorded

ACTOR = "system:demo"
FIRST = 4  # events: the set-up, and somebody sits down; older demos were set up in another's name
LENGTH = timedelta(minutes=55)
EVERY_SECONDS = 62.0  # between customers
STAFF = ("1201", "1202", "1203", "1204", "1205")


async def is_demo(journal: Journal) -> bool:
    """Whether `hallqueue demo` made this hall: its journal begins so. No set-up can make a real hall one.

    One whose beginning cannot be read is a real one: it opens, and is told to be damaged.
    """
    try:
        return any(r.actor == ACTOR for r in await journal.since(0, FIRST))
    except JournalDamaged:
        return False


@dataclass(slots=True)
class Past:
    """Commands in the order of their time; `entries` is what the journal gets."""

    hall: Hall
    pick: Pick
    chance: random.Random
    entries: list[Entry] = field(default_factory=list)
    _due: list[tuple[datetime, int, Command]] = field(default_factory=list)
    _n: int = 0

    def plan(self, at: datetime, command: Command) -> None:
        self._n += 1
        heapq.heappush(self._due, (at, self._n, command))

    def play(self, until: datetime) -> None:
        while self._due and self._due[0][0] <= until:
            at, _, command = heapq.heappop(self._due)
            done = self.do(at, command)
            self._react(at, command, done)

    def do(self, at: datetime, command: Command) -> bool:
        self._n += 1
        name = f"{self.chance.getrandbits(64):016x}"
        token = f"{self.chance.getrandbits(128):032x}"
        try:
            events = decide(self.hall, command, Now(at=at, new_id=name, new_token=token, pick=self.pick))
        except Refused:
            return False
        seq = self.hall.seq
        recorded = tuple(
            Recorded(epoch=self.hall.epoch, seq=seq + n, actor=ACTOR, event=e)
            for n, e in enumerate(events, 1)
        )
        self.hall = reduce(evolve, events, self.hall)
        kind = type(command).__name__
        self.entries.append(Entry(request=f"{ACTOR}/{self._n}", kind=kind, actor=ACTOR, recorded=recorded))
        return True

    def _react(self, at: datetime, command: Command, done: bool) -> None:
        """What a clerk does after each step."""

        def later(low: float, high: float) -> datetime:
            return at + timedelta(seconds=self.chance.uniform(low, high))

        match command:
            case (
                c.OpenCounter(counter=counter)
                | c.FinishTicket(counter=counter)
                | c.MarkNoShow(counter=counter)
            ):
                self.plan(later(4, 15), c.CallNext(counter=counter))
            case c.CallNext(counter=counter) if done and self.chance.random() > NO_SHOWS:
                self.plan(later(8, 25), c.StartService(counter=counter))
            case c.CallNext(counter=counter) if done:
                self.plan(later(25, 45), c.MarkNoShow(counter=counter))
            case c.CallNext(counter=counter):
                self.plan(later(15, 30), c.CallNext(counter=counter))
            case c.StartService(counter=counter):
                self.plan(at + timedelta(seconds=self._handling(counter)), c.FinishTicket(counter=counter))

    def _handling(self, counter: str) -> float:
        assert self.hall.config is not None
        ticket = self.hall.tickets[self.hall.counters[counter].ticket or ""]
        usual = self.hall.config.service[ticket.leg.service].usual_seconds
        return usual * self.chance.lognormvariate(-0.08, 0.4)


NO_SHOWS = 0.05


def an_hour(hall: Hall, now: datetime, pick: Pick) -> Past:
    """Live through the hour before `now`; most counters open, customers a little more than they can serve."""
    assert hall.config is not None
    chance = random.Random(20240702)  # the same demo for everybody
    past, start = Past(hall, pick, chance), now - LENGTH
    places = [p for p in hall.config.counters if not p.floating][: len(STAFF)]
    for staff, place in zip(STAFF, places, strict=False):
        past.plan(start, c.OpenCounter(counter=place.id, staff=staff))
    services = hall.config.services
    weights = [1.0 / s.usual_seconds for s in services]
    at = start
    while at < now:
        service = chance.choices(services, weights)[0].id
        priority = PriorityClass.PRIORITY if chance.random() < PRIORITY_SHARE else PriorityClass.ORDINARY
        past.plan(at, c.IssueTicket(service=service, priority=priority, channel="demo"))
        at += timedelta(seconds=chance.expovariate(1 / EVERY_SECONDS))
    past.play(now)
    return past


PRIORITY_SHARE = 0.08
