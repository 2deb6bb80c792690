"""A morning of invented past, so that a new demo hall's boards are alive: real commands under a past clock.

It has a peak in which people wait too long: most of them are made good, some are missed, as in a real hall.
"""

import heapq
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.demo.people import GUIDE_NUMBER, LEADER_NUMBER
from server.demo.rostered import rosters, seats
from server.domain.care import commands as care
from server.domain.care.ladder import reached
from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.equipment.commands import CALL_FOR_HELP, RaiseAlert
from server.domain.guidance import commands as guidance
from server.domain.guidance.nouns import Way
from server.domain.hall import PriorityClass
from server.domain.line import Pick
from server.domain.opinion.commands import Rate, RateWait
from server.domain.queue import commands as c
from server.domain.queue.days import AFTER_HOURS
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.journal import Journal, JournalDamaged
from server.live_hall import LiveHall
from server.plugins import plugins

ACTOR = "system:demo"
SEED = 20240702  # the same demo for everybody
FIRST = 4  # events: the set-up, and somebody sits down; older demos were set up in another's name
LENGTH = timedelta(minutes=100)
EARLIER = timedelta(minutes=68)  # as much of each day before: its rush, and how it ends
OPENS = time(9, 10)
TOLD_DAYS = (0, 2, 4)  # of a week; each costs a new demo a quarter of a second
EVERY_SECONDS = 100.0  # between customers
BY_LOT = 0.5  # of the overdue were remedied on the days before, so that it is known what a remedy does
LOOKS_EVERY = timedelta(seconds=30)  # at who has waited how long
ZONE, KIOSK = "zone", "K1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """When its peak is, from the beginning, and how well guide and customers do."""

    peak: tuple[timedelta, timedelta]
    peak_every_seconds: float
    made_good: float
    rates: float


TODAY = Day(
    peak=(timedelta(minutes=20), timedelta(minutes=42)), peak_every_seconds=40.0, made_good=0.65, rates=0.7
)
BEFORE = Day(peak=(timedelta(0), timedelta(minutes=26)), peak_every_seconds=26.0, made_good=0.9, rates=0.9)


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
    door: random.Random  # of what the guide does; it changes nobody's turn
    day: Day = TODAY
    _due: list[tuple[datetime, int, Command]] = field(default_factory=list)
    _n: int = 0

    def plan(self, at: datetime, command: Command) -> None:
        self._n += 1
        heapq.heappush(self._due, (at, self._n, command))

    async def play(self, since: datetime, until: datetime) -> None:
        looked = since
        while self._due and self._due[0][0] <= until:
            while looked + LOOKS_EVERY <= self._due[0][0]:
                looked += LOOKS_EVERY
                await self._climb(looked)
            at, _, command = heapq.heappop(self._due)
            self.live.clock = _always(at)
            self._react(at, command, await self.do(command))
        self._due.clear()  # what was not yet over then

    async def do(self, command: Command) -> bool:
        try:
            await self.live.obey_first(command, actor=ACTOR)
        except Refused:
            return False
        return True

    async def _climb(self, at: datetime) -> None:
        """What the ladder asks of who has waited too long, and what the guide makes of it."""
        self.live.clock = _always(at)
        for step in list(reached(self.live.hall, at)):
            ticket, act = step.ticket.id, step.rung.act
            await self.do(care.ReachRung(ticket=ticket, act=act))
            for command in REMEDIES[act].propose(self.live.hall, step.ticket, step.rung, at):
                await self.do(command)
            soon = at + timedelta(seconds=self.chance.uniform(20, 150))
            if act == "explain" and self.chance.random() < EXPLAINED:
                self.plan(soon, care.ExplainWait(ticket=ticket, by=GUIDE_NUMBER))
            elif act == "remedy" and self.chance.random() < self.day.made_good:
                gift = self.chance.choice(self.live.hall.setup.gifts).id
                self.plan(soon, care.OfferRemedy(ticket=ticket, by=GUIDE_NUMBER))
                self.plan(
                    soon + timedelta(seconds=15), care.GiveGift(ticket=ticket, gift=gift, by=GUIDE_NUMBER)
                )

    def _rated(self, at: datetime, counter: str) -> None:
        """Most customers tap; whoever waited long is less content, a little less so if it was made good."""
        asked = self.live.hall.opinion.evaluations.get(counter)
        if asked is None or self.chance.random() > self.day.rates:
            return
        soon = at + timedelta(seconds=2)
        content = 4.7 - asked.waited_seconds / 60 * LESS_A_MINUTE + (MADE_UP_FOR if asked.remedied else 0)
        level, wait = (
            min(5, max(1, round(self.chance.gauss(mean, spread))))
            for mean, spread in ((4.6, 0.8), (content, 0.5))
        )
        self.plan(soon, Rate(counter=counter, evaluation=asked.id, level=level, reaction_ms=2400))
        self.plan(soon + timedelta(seconds=1), RateWait(counter=counter, evaluation=asked.id, level=wait))

    def _prepared(self, at: datetime) -> None:
        """Now and then the guide does with a customer what can be done while waiting (Q23)."""
        ticket = list(self.live.hall.tickets.values())[-1]
        steps = self.live.hall.setup.service[ticket.leg.service].entry.steps
        if self.door.random() < PREPARED:
            for step in range(len(steps)):
                soon = at + timedelta(seconds=60 + 40 * step)
                self.plan(soon, guidance.TickStep(ticket=ticket.id, step=step, by=GUIDE_NUMBER))

    def _react(self, at: datetime, command: Command, done: bool) -> None:
        """What a clerk does after each step."""
        if done and isinstance(command, c.FinishTicket):
            self._rated(at, command.counter)
        if done and isinstance(command, c.IssueTicket):
            self._prepared(at)

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


NO_SHOWS, PREPARED = 0.05, 0.4
LESS_A_MINUTE, MADE_UP_FOR = 0.05, 0.6  # points of 1-5: what the reports have to find out
WAYS = (Way.SELF_SERVICE, Way.E_CHANNEL, Way.ANSWERED, Way.SELF_SERVICE, Way.FORM_DESK, Way.OTHER_DEPT)
GUIDED_EVERY = timedelta(minutes=4)
EXPLAINED = 0.75
REMEDIES = plugins("remedies")


def _always(at: datetime) -> Callable[[], datetime]:
    return lambda: at


async def a_morning(
    journal: Journal, config: HallConfig, now: datetime, pick: Pick, days: int = 0
) -> LiveHall:
    """Make the hall and live through the time before `now`, written as one, all of it or none.

    So long before, a shorter one on every other working day of the last `days`. Most counters are open,
    customers a little more than they can serve. This morning is the same however many days were before it.
    """
    start = now - LENGTH
    async with journal.alone():
        begins = [*_earlier(config, start, days), (start, now)]
        live = await LiveHall.open(journal, clock=_always(begins[0][0]), pick=pick)
        past = Past(live, random.Random(SEED), random.Random(SEED))
        for before, (first, last) in zip(range(len(begins) - 1, -1, -1), begins, strict=True):
            past.chance, past.door = random.Random(SEED + before), random.Random(SEED + before)
            past.day = TODAY if last == now else BEFORE
            if first in (start, begins[0][0]):
                past.plan(first, ConfigureHall(config=config if first == start else _by_lot(config)))
            for roster in rosters(config, first, last):
                past.plan(first, roster)
            _plan_day(past, config, first, last)
            if last == now:
                _trouble(past, config, last)
            await past.play(first, last)
            if last < start:
                live.clock = _always(last)
                await past.do(c.CloseDay(reason=AFTER_HOURS))
    return live


def _by_lot(config: HallConfig) -> HallConfig:
    """A month's trial (R09): a lot decides who is remedied, and everybody is asked about the wait."""
    return replace(config, remedy_share=BY_LOT, figures=replace(config.figures, wait_question_share=1.0))


def _earlier(config: HallConfig, start: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
    zone = ZoneInfo(config.timezone)
    today = start.astimezone(zone).date()
    for before in range(days, 0, -1):
        day = today - timedelta(days=before)
        if day.weekday() in TOLD_DAYS:
            first = datetime.combine(day, OPENS, zone).astimezone(start.tzinfo)
            yield first, first + EARLIER


def _plan_day(past: Past, config: HallConfig, start: datetime, now: datetime) -> None:
    for staff, place in seats(config):
        past.plan(start, c.OpenCounter(counter=place.id, staff=staff))
    past.plan(start, care.LeadShift(by=LEADER_NUMBER))
    for gift in config.gifts:  # filled up each morning
        past.plan(start, care.SetStock(gift=gift.id, pieces=gift.stock))
    weights = [1.0 / s.usual_seconds for s in config.services]
    at = start
    while at < now:
        service = past.chance.choices(config.services, weights)[0].id
        priority = PriorityClass.PRIORITY if past.chance.random() < PRIORITY_SHARE else PriorityClass.ORDINARY
        past.plan(at, c.IssueTicket(service=service, priority=priority, channel="demo", by=KIOSK))
        in_the_peak = past.day.peak[0] <= at - start < past.day.peak[1]
        every = past.day.peak_every_seconds if in_the_peak else EVERY_SECONDS
        at += timedelta(seconds=past.chance.expovariate(1 / every))

    _plan_door(past, config, start, now)


def _plan_door(past: Past, config: HallConfig, start: datetime, now: datetime) -> None:
    """Every few minutes somebody needs no number: the guide sends them another way (Q15)."""
    at = start + GUIDED_EVERY
    while at < now:
        service = past.door.choice(config.services).id
        past.plan(at, guidance.Greet(by=GUIDE_NUMBER))
        past.plan(
            at, guidance.Divert(way=past.door.choice(WAYS), service=service, by=GUIDE_NUMBER, where=ZONE)
        )
        at += GUIDED_EVERY


def _trouble(past: Past, config: HallConfig, now: datetime) -> None:
    """A terminal stands still and somebody has just called for help: what a manager finds in the morning."""
    for terminal in config.terminals[:1]:
        broken = now - timedelta(minutes=25)
        report = guidance.ReportTerminal(terminal=terminal.id, works=False, detail="缺纸", by=GUIDE_NUMBER)
        past.plan(broken, report)
        past.plan(broken, RaiseAlert(kind="terminal_faulty", subject=terminal.id, detail="缺纸"))
    past.plan(now - timedelta(minutes=2), RaiseAlert(kind=CALL_FOR_HELP, subject=KIOSK))


PRIORITY_SHARE = 0.08
