"""An hour of invented past, so that a new demo hall's boards are alive: real commands under a past clock."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.hall import PriorityClass
from server.domain.line import Pick
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.journal import Journal, JournalDamaged
from server.live_hall import LiveHall

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
    """Commands in the order of their time, each obeyed when it was due."""

    live: LiveHall
    chance: random.Random
    _due: list[tuple[datetime, int, Command]] = field(default_factory=list)
    _n: int = 0

    def plan(self, at: datetime, command: Command) -> None:
        self._n += 1
        heapq.heappush(self._due, (at, self._n, command))

    async def play(self, until: datetime) -> None:
        while self._due and self._due[0][0] <= until:
            at, _, command = heapq.heappop(self._due)
            self.live.clock = _always(at)
            self._react(at, command, await self._do(command))

    async def _do(self, command: Command) -> bool:
        try:
            await self.live.obey_first(command, actor=ACTOR)
        except Refused:
            return False
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
        hall = self.live.hall
        ticket = hall.tickets[hall.counters[counter].ticket or ""]
        usual = hall.setup.service[ticket.leg.service].usual_seconds
        return usual * self.chance.lognormvariate(-0.08, 0.4)


NO_SHOWS = 0.05


def _always(at: datetime) -> Callable[[], datetime]:
    return lambda: at


async def an_hour(journal: Journal, config: HallConfig, now: datetime, pick: Pick) -> LiveHall:
    """Make the hall and live through the hour before `now`, written as one, all of it or none.

    Most counters are open, customers a little more than they can serve.
    """
    chance = random.Random(20240702)  # the same demo for everybody
    start = now - LENGTH
    async with journal.alone():
        live = await LiveHall.open(journal, clock=lambda: start, pick=pick)
        past = Past(live, chance)
        past.plan(start, ConfigureHall(config=config))
        _plan_day(past, config, start, now)
        await past.play(now)
    return live


def _plan_day(past: Past, config: HallConfig, start: datetime, now: datetime) -> None:
    places = [p for p in config.counters if not p.floating][: len(STAFF)]
    for staff, place in zip(STAFF, places, strict=False):
        past.plan(start, c.OpenCounter(counter=place.id, staff=staff))
    weights = [1.0 / s.usual_seconds for s in config.services]
    at = start
    while at < now:
        service = past.chance.choices(config.services, weights)[0].id
        priority = PriorityClass.PRIORITY if past.chance.random() < PRIORITY_SHARE else PriorityClass.ORDINARY
        past.plan(at, c.IssueTicket(service=service, priority=priority, channel="demo"))
        at += timedelta(seconds=past.chance.expovariate(1 / EVERY_SECONDS))


PRIORITY_SHARE = 0.08
