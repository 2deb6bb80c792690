"""A hall whose truth is known, lived through by the product's own rules: nine counters, six businesses.

Overlapping profiles, 23 % with priority, no-shows that grow with the wait, transfers, pauses, a lunch roster
and days of different size, by the weekday too (`spec/waits-forward.md` §1). What an estimator may look at is
the hall, the roster and earlier days.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from heapq import heappop, heappush
from math import exp, log, sqrt
from random import Random

import numpy as np

from server.domain.command import Command
from server.domain.config.config import CounterPlace, HallConfig, Profile, Queue, Service, Zone
from server.domain.decide import decide
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.hall import Hall, PriorityClass
from server.domain.line import Now
from server.domain.promises.events import WaitPromised
from server.domain.promises.nouns import Foresight
from server.domain.queue import commands as c
from server.domain.queue.line import eligible
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.insight.forward.habits import BINS, Habits, Stream, Table, learned_table
from server.insight.forward.plan import Shift
from server.routing import fair_share

QUEUES = "ABCDFG"
MEAN = (180, 480, 720, 300, 840, 420)
CV = (0.8, 0.7, 0.8, 1.0, 0.9, 0.8)
SHARE = (0.30, 0.22, 0.13, 0.18, 0.07, 0.10)
SKILLS = ("AD", "AD", "ABD", "BDG", "BCG", "BCFG", "CF", "ABCDG", "ABCDFG")
A_DAY, LAST = 505, 9 * 3600.0
WEEK = (1.15, 1.02, 0.98, 0.97, 1.08, 0.75, 0.6)  # as many times the usual day, from Monday on
PRIORITY, TRANSFERS = 0.23, 0.06
GAP, HOLD = 30.0, 45.0
PAUSES_EVERY, PAUSE = 9000.0, 480.0  # s of service between two, and how long one takes
NAME = Text("名", "Name")
PEOPLE = 14


@dataclass(frozen=True, kw_only=True)
class Served:
    """What an earlier day left behind of one call."""

    service: str
    staff: str
    waited: float
    missed: bool
    seconds: float  # from the call until the counter could call again


@dataclass(kw_only=True)
class Seen:
    """What a hall has learned from: its calls, its pauses, who came with priority, who was sent on."""

    calls: list[Served] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    priority: dict[tuple[str, int], int] = field(default_factory=dict)  # service, half-hour -> how many
    sent_on: dict[tuple[str, int], int] = field(default_factory=dict)
    days: int = 0


def a_config() -> HallConfig:
    return HallConfig(
        name=NAME,
        industry="power",
        zones=(Zone(id="main", name=NAME),),
        queues=tuple(Queue(id=q, letter=q, name=NAME, zone="main") for q in QUEUES),
        services=tuple(
            Service(id=q.lower(), name=NAME, queue=q, standard_seconds=m)
            for q, m in zip(QUEUES, MEAN, strict=True)
        ),
        profiles=tuple(Profile(id=f"p{n}", name=NAME, queues=tuple(s)) for n, s in enumerate(SKILLS)),
        counters=tuple(CounterPlace(id=str(n), name=NAME, zone="main", profile=f"p{n}") for n in range(9)),
    )


def spans(counter: int) -> tuple[tuple[float, float], ...]:
    """Lunch in two shifts; the last counter helps out at the peaks."""
    if counter == 8:
        return (3600, 10800), (19800, 27000)
    return ((0, 12600), (15300, LAST)) if counter % 2 == 0 else ((0, 15300), (18000, LAST))


def kept_roughly(day: int, counter: int) -> tuple[tuple[float, float], ...]:
    """Lunch eight minutes about, and of a counter's halves of days one in eight missing (§2a)."""
    dice, kept = Random(f"{day} {counter}"), []
    for opens, closes in spans(counter):
        begins, ends = (x if x in (0, LAST) else x + dice.uniform(-480, 480) for x in (opens, closes))
        if dice.random() >= 1 / 8:
            kept.append((begins, ends))
    return tuple(kept)


def intensity() -> list[float]:
    """Of the day's customers, how many come in each half-hour."""
    profile = [
        0.55 + exp(-(((h - 3.2) / 2.2) ** 2)) + 0.85 * exp(-(((h - 12.8) / 2.4) ** 2)) for h in range(18)
    ]
    return [p / sum(profile) for p in profile]


def no_show(waited: float) -> float:
    return min(0.5, 0.02 + 0.006 * max(0.0, waited / 60 - 5))


def lognormal(mean: float, cv: float, dice: Random) -> float:
    sigma = sqrt(log(1 + cv**2))
    return dice.lognormvariate(log(mean) - sigma**2 / 2, sigma)


SPEEDS = [exp(Random(7).gauss(0, 0.15)) for _ in range(1)] + [
    exp(Random(n).gauss(0, 0.15)) for n in range(1, PEOPLE)
]


class Day:
    """One day; `look` is told of each ticket that has just been taken, `minute` of each minute.

    `rough`: the counters keep to their roster only roughly.
    """

    def __init__(self, day: int, seen: Seen | None = None, *, rough: bool = False) -> None:
        self.dice = Random(1000 + day)
        self.opens = datetime(2026, 3, 2, 0, 30, tzinfo=UTC) + timedelta(days=day)
        self.at, self.named, self.seen = 0.0, 0, seen or Seen()
        self.hall = Hall()
        self.foresight: Foresight | None = None
        self.promised: list[WaitPromised] = []
        self.log: list[Event] = []
        self.called: dict[str, float] = {}
        self.taken: dict[str, float] = {}
        self.look: Callable[[str], None] = lambda ticket: None
        self.minute: Callable[[], None] = lambda: None
        self.staff = [f"s{n}" for n in self.dice.sample(range(PEOPLE), 9)]
        self.heap: list[tuple[float, int, Callable[[], None]]] = []
        self.do(ConfigureHall(config=a_config()))
        self.worked = [kept_roughly(day, k) if rough else spans(k) for k in range(9)]
        for counter in range(9):
            for opens, closes in self.worked[counter]:
                self.plan(opens, lambda k=counter: self._open(k))  # type: ignore[misc]
                self.plan(closes, lambda k=counter: self._close(k))  # type: ignore[misc]
        self.closing: set[int] = set()
        for at, service, urgent in self._arrivals():
            self.plan(at, lambda s=service, u=urgent: self._comes(s, urgent=u))  # type: ignore[misc]
        self.seen.days += 1

    @property
    def now(self) -> datetime:
        return self.opens + timedelta(seconds=self.at)

    @property
    def roster(self) -> Mapping[str, tuple[Shift, ...]]:
        """What was planned."""
        return self._shifts([spans(k) for k in range(9)])

    @property
    def kept(self) -> Mapping[str, tuple[Shift, ...]]:
        """When they are really there, which nobody knows beforehand."""
        return self._shifts(self.worked)

    def _shifts(self, of: Sequence[Sequence[tuple[float, float]]]) -> Mapping[str, tuple[Shift, ...]]:
        return {
            str(k): tuple(
                Shift(
                    opens=self.opens + timedelta(seconds=a),
                    closes=self.opens + timedelta(seconds=b),
                    profile=f"p{k}",
                    staff=self.staff[k],
                )
                for a, b in of[k]
            )
            for k in range(9)
        }

    def plan(self, at: float, what: Callable[[], None]) -> None:
        self.named += 1
        heappush(self.heap, (at, self.named, what))

    def do(self, command: Command) -> str:
        self.named += 1
        new = f"t{self.named}"
        now = Now(
            at=self.now,
            new_id=new,
            new_token=f"token-{new}",
            pick=fair_share.pick,
            foresee=lambda: self.foresight,
        )
        events = decide(self.hall, command, now)
        self.promised += (e for e in events if isinstance(e, WaitPromised))
        self.log += events
        self.hall = reduce(evolve, events, self.hall)
        return new

    def _arrivals(self) -> Iterator[tuple[float, str, bool]]:
        dice = self.dice
        size = WEEK[self.opens.weekday()] * A_DAY * dice.gammavariate(1 / 0.12**2, 0.12**2)
        for half, share in enumerate(intensity()):
            expected = size * share * exp(dice.gauss(0, 0.1))
            for _ in range(
                int(np.random.Generator(np.random.PCG64(dice.randrange(2**32))).poisson(expected))
            ):
                at = (half + dice.random()) * 1800
                if at < LAST - 600:
                    yield at, dice.choices(QUEUES, SHARE)[0].lower(), dice.random() < PRIORITY

    def live(self) -> "Day":
        next_minute = 0.0
        while self.heap:
            at, _, what = heappop(self.heap)
            while next_minute <= at:
                self.at = max(self.at, next_minute)
                self.minute()
                next_minute += 60
            self.at = at
            what()
            self._look_up()
        return self

    def _open(self, k: int) -> None:
        self.closing.discard(k)
        if self.hall.counters[str(k)].state == "closed":
            self.do(c.OpenCounter(counter=str(k), staff=self.staff[k]))

    def _close(self, k: int) -> None:
        self.closing.add(k)
        if self.hall.counters[str(k)].state == "open_idle":
            self.do(c.CloseCounter(counter=str(k)))

    def _comes(self, service: str, *, urgent: bool) -> None:
        priority = PriorityClass.PRIORITY if urgent else PriorityClass.ORDINARY
        ticket = self.do(c.IssueTicket(service=service, priority=priority))
        self.taken[ticket] = self.at
        if urgent:
            key = service, int(self.at // 1800)
            self.seen.priority[key] = self.seen.priority.get(key, 0) + 1
        self.look(ticket)

    def _look_up(self) -> None:
        again = True
        while again:
            again = False
            for k in sorted(range(9), key=lambda k: (len(SKILLS[k]), k)):
                counter = self.hall.counters[str(k)]
                if counter.state == "open_idle" and eligible(self.hall, counter):
                    self._call(k)
                    again = True

    def _call(self, k: int) -> None:
        counter, dice = str(k), self.dice
        self.do(c.CallNext(counter=counter))
        ticket = self.hall.tickets[self.hall.counters[counter].ticket or ""]
        waited = ticket.leg.waited_seconds
        self.called.setdefault(ticket.id, self.at)
        missed = dice.random() < no_show(waited)
        speed = SPEEDS[int(self.staff[k][1:])]
        nth = QUEUES.index(ticket.leg.queue)
        needs = HOLD if missed else GAP + lognormal(MEAN[nth], CV[nth], dice) * speed
        self.seen.calls.append(
            Served(
                service=ticket.leg.service, staff=self.staff[k], waited=waited, missed=missed, seconds=needs
            )
        )
        if not missed:
            self.do(c.StartService(counter=counter))
        self.plan(self.at + needs, lambda: self._done(k, missed=missed, needs=needs))

    def _done(self, k: int, *, missed: bool, needs: float) -> None:
        counter, dice = str(k), self.dice
        if missed:
            self.do(c.MarkNoShow(counter=counter))
        elif dice.random() < TRANSFERS:
            queue = dice.choice(QUEUES)
            key = queue.lower(), int(self.at // 1800)
            self.seen.sent_on[key] = self.seen.sent_on.get(key, 0) + 1
            self.do(c.TransferTicket(counter=counter, to_queue=queue, position="last"))
        else:
            self.do(c.FinishTicket(counter=counter))
        if k in self.closing:
            self.do(c.CloseCounter(counter=counter))
        elif dice.random() < 1 - exp(-needs / PAUSES_EVERY):
            seconds = dice.expovariate(1 / PAUSE)
            self.seen.pauses.append(seconds)
            self.do(c.PauseCounter(counter=counter, reason="茶"))
            self.plan(self.at + seconds, lambda: self._back(k))

    def _back(self, k: int) -> None:
        counter = str(k)
        if self.hall.counters[counter].state == "paused":
            self.do(c.ResumeCounter(counter=counter))
            if k in self.closing:
                self.do(c.CloseCounter(counter=counter))


def points(values: list[float], many: int = 200) -> Table:
    return tuple(float(v) for v in np.quantile(values, (np.arange(many) + 0.5) / many))


def learned(seen: Seen) -> Callable[[float], Habits]:
    """Habits by the moment of the day, from what earlier days left behind."""
    came = [call for call in seen.calls if not call.missed]
    by_service = {s: [x for x in came if x.service == s] for s in map(str.lower, QUEUES)}
    means = {s: float(np.mean([x.seconds for x in calls])) for s, calls in by_service.items()}
    paces = {}
    for staff in {x.staff for x in came}:
        mine = [x for x in came if x.staff == staff]
        actual = sum(x.seconds / means[x.service] for x in mine)
        paces[staff] = (actual + 20) / (len(mine) + 20)
    misses = []
    for low, high in zip(BINS, (*BINS[1:], 1e9), strict=True):
        of = [x.missed for x in seen.calls if low <= x.waited < high]
        misses.append((sum(of) + 1) / (len(of) + 20))
    habits = Habits(
        occupancy={
            s: learned_table([x.seconds / paces[x.staff] for x in calls], MEAN[QUEUES.index(s.upper())])
            for s, calls in by_service.items()
        },
        paces=paces,
        no_show=tuple(np.maximum.accumulate(misses)),
        hold=HOLD,
        stays=(1.0,) * 8,
        returns=(float("inf"),),
        pauses={"": points(seen.pauses)},
        rest_share=len(seen.pauses) / len(seen.calls),
    )
    return _with_streams(habits, seen.priority, seen.days)


def known() -> Callable[[float], Habits]:
    """The truth itself."""
    dice, tables = Random(1), {}
    for n, q in enumerate(QUEUES):
        tables[q.lower()] = points([GAP + lognormal(MEAN[n], CV[n], dice) for _ in range(40_000)], 512)
    many = {
        (q.lower(), half): A_DAY * share * SHARE[n] * PRIORITY
        for n, q in enumerate(QUEUES)
        for half, share in enumerate(intensity())
    }
    busy = sum(s * m for s, m in zip(SHARE, MEAN, strict=True)) + GAP
    habits = Habits(
        occupancy=tables,
        paces={f"s{n}": (GAP + 360 * speed) / (GAP + 360) for n, speed in enumerate(SPEEDS)},
        no_show=tuple(no_show((a + b) / 2) for a, b in zip(BINS, (*BINS[1:], 3600), strict=True)),
        hold=HOLD,
        stays=(1.0,) * 8,
        returns=(float("inf"),),
        pauses={"": points([dice.expovariate(1 / PAUSE) for _ in range(20_000)])},
        rest_share=1 - exp(-busy / PAUSES_EVERY),
    )
    return _with_streams(habits, many, 1)


def _with_streams(
    habits: Habits, many: Mapping[tuple[str, int], float], days: int
) -> Callable[[float], Habits]:
    def at(seconds: float) -> Habits:
        half = min(int(seconds // 1800), 17)
        streams = tuple(
            Stream(service=s, queue=s.upper(), priority=True, per_second=n / days / 1800)
            for (s, h), n in many.items()
            if h == half and n > 0
        )
        return replace(habits, streams=streams)

    return at
