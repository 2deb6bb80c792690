"""Clock drill: a hall in virtual time whose machine's clock is set by seconds to years, again and again.

The machine is restarted at random, with its clock right or wrong. A tablet elsewhere keeps the right time and
is looked at now and then. What must hold at every step: no number comes twice on a real day, nobody holds
what another holds, no wait is below zero or longer than it really was by more than a few of the steps that
are followed at once, and the kiosk gives numbers when the hall should be open.
"""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.clock import LEAP, HallClock
from server.domain.config.pieces.calendar import Hours
from server.domain.hall import Hall
from server.domain.queue.commands import (
    CallNext,
    CloseDay,
    FinishTicket,
    IssueTicket,
    OpenCounter,
    SettleClock,
    StartService,
    TurnDay,
)
from server.domain.queue.days import day_is_over, turns
from server.domain.queue.events import ClockSettled, TicketIssued
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.journal import Recorded
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.routing import fair_share
from server.watchers.clock.time_sources import read_mark, write_mark
from tests.builders import a_config
from tests.drills.conftest import Tell
from tests.living import running

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
STEPS = 400
STARTS = 20
JUMPS = (-1800 * 86400, -86400, -28800, -3600, -70, -30, -3, 3, 30, 70, 3600, 28800, 86400, 1800 * 86400)
SEEDS = (1, 2, 3, 4, 5, 6)


@dataclass
class World:
    """The real time, and a machine whose clock may say something else."""

    now: datetime = START
    off: timedelta = timedelta(0)
    ran: float = 0.0
    boot: int = 0
    numbers: dict[date, set[str]] = field(default_factory=dict)
    issued: dict[str, datetime] = field(default_factory=dict)
    refused: int = 0
    given: int = 0

    def wall(self) -> datetime:
        return self.now + self.off

    def steady(self) -> float:
        return self.ran

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.ran += seconds

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        today = self.now.astimezone(ZONE).date()
        for event in (r.event for r in recorded):
            if isinstance(event, TicketIssued):
                given = self.numbers.setdefault(today, set())
                assert event.number not in given, f"{event.number} twice on {today}"
                given.add(event.number)
                self.issued[event.ticket] = self.now


class Machine:
    """One start of the server."""

    def __init__(self, world: World, live: LiveHall, clock: HallClock, data: Path) -> None:
        self.world, self.live, self.clock, self.data = world, live, clock, data
        self.names = 0

    async def ask(self, command: object) -> bool:
        self.names += 1
        name = f"{self.world.boot}/{self.names}"
        try:
            await self.live.apply(command, actor="script:drill", request=name)  # type: ignore[arg-type]
        except Refused:
            return False
        return True

    async def look(self, *, tablet: bool) -> None:
        """What the clock's watchers do every few seconds."""
        heard = [self.clock.heard(self.world.now)] if tablet else []
        if self.clock.judge(heard) is not None:
            to, since = self.clock.machine().timestamp(), self.clock.began.timestamp()
            await self.ask(SettleClock(to=to, since=since))
        if self.clock.sure:
            write_mark(self.data, self.clock.believed(str(self.world.boot)))
            hall, now = self.live.hall, self.clock()
            if reason := day_is_over(hall, now):
                await self.ask(TurnDay() if turns(hall, now) else CloseDay(reason=reason))

    def follow(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        for r in recorded:
            if isinstance(r.event, ClockSettled):
                self.clock.settle(r.event.at)


@asynccontextmanager
async def started(world: World, data: Path) -> AsyncIterator[Machine]:
    world.boot += 1
    journal = SqliteJournal(data / "hall.sqlite3")
    hall = await journal.load()
    clock = HallClock(world.wall, world.steady)
    clock.begin(hall.at if hall.seq else None, read_mark(data), str(world.boot))
    live = LiveHall(
        journal, hall, await journal.names(), clock=clock, pick=fair_share.pick, sure=lambda: clock.sure
    )
    machine = Machine(world, live, clock, data)
    live.watch(machine.follow)
    live.watch(world.on_commit)
    now = clock()
    if hall.seq and hall.at > now:
        since = (now + datetime.resolution).timestamp()
        await live.obey_first(SettleClock(to=now.timestamp(), since=since), actor="system:clock")
    async with running(live):
        yield machine
    await journal.close()


async def lived(machine: Machine, dice: random.Random, steps: int) -> None:
    """Customers come, are called and go, while somebody plays with the machine's clock."""
    world = machine.world
    for _ in range(steps):
        world.passes(dice.choice((1, 5, 20, 60)))
        if dice.random() < 0.1:
            world.off = timedelta(seconds=dice.choice(JUMPS)) if not world.off else timedelta(0)
        await machine.look(tablet=dice.random() < 0.7)
        act = dice.random()
        if act < 0.5:
            channel = dice.choice(("kiosk", "counter"))
            done = await machine.ask(IssueTicket(service="bill", channel=channel))
            world.given += done
            world.refused += not done
            assert done, "the hall is open, whatever the machine's clock says"
        elif act < 0.9:
            if machine.live.hall.counters["1"].state == "closed":
                await machine.ask(OpenCounter(counter="1", staff="s1"))
            if await machine.ask(CallNext(counter="1")):
                await machine.ask(StartService(counter="1"))
                world.passes(5)
                await machine.ask(FinishTicket(counter="1"))
        right(machine)


def right(machine: Machine) -> None:
    world, hall = machine.world, machine.live.hall
    held = [t.number for t in hall.tickets.values()]
    assert len(held) == len(set(held))
    now = max(machine.clock(), hall.at)
    for ticket in hall.tickets.values():
        wait = ticket.wait_at(now)
        really = world.now - world.issued.get(ticket.id, START)
        assert timedelta(0) <= wait
        if machine.clock.sure:
            assert wait <= really + 3 * LEAP, f"{ticket.number}: {wait} instead of {really}"


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_clock_that_is_played_with_costs_nothing(seed: int, tmp_path: Path, tell: Tell) -> None:
    """All day open; leaps while it runs, a tablet that knows better most of the time."""
    dice, world = random.Random(seed), World()
    async with started(world, tmp_path) as machine:
        await machine.ask(ConfigureHall(config=a_config(hours=None)))
        await lived(machine, dice, STEPS)
        journal = machine.live.journal
        assert await journal.load() == await journal.replay() == machine.live.hall
    tell(
        f"{STEPS} steps with seed {seed}: {world.given} numbers, {world.refused} refused",
        twice=world.given - sum(map(len, world.numbers.values())),
    )
    assert world.refused == 0
    assert world.given > STEPS / 4


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("touched", [False, True])
async def test_starts_with_a_wrong_clock_close_no_hall(
    seed: int, touched: bool, tmp_path: Path, tell: Tell
) -> None:
    """C05 and C06 at random moments: 45 s of a wrong clock, then a start with the right one."""
    dice, world = random.Random(seed), World()
    async with started(world, tmp_path) as machine:
        await machine.ask(ConfigureHall(config=a_config(hours=Hours(opens="08:30", closes="17:30"))))
        await machine.look(tablet=True)
    for _ in range(STARTS):
        world.off = timedelta(seconds=dice.choice([jump for jump in JUMPS if abs(jump) > 60]))
        world.ran = 0.0
        async with started(world, tmp_path) as machine:
            for _ in range(9):
                world.passes(5)
                await machine.look(tablet=False)
                if touched:
                    await machine.ask(IssueTicket(service="bill", channel="counter"))
                right(machine)
        world.off, world.ran = timedelta(0), 0.0
        world.passes(dice.choice((5, 60, 300)))
        async with started(world, tmp_path) as machine:
            assert abs(machine.clock() - world.now) <= LEAP
            assert await machine.ask(IssueTicket(service="bill", channel="kiosk")), "open, by a right clock"
            for _ in range(3):
                world.passes(5)
                await machine.look(tablet=True)
                right(machine)
            journal = machine.live.journal
            assert await journal.load() == await journal.replay() == machine.live.hall
        world.passes(60)
    tell(f"{STARTS} wrong starts each")


async def test_days_go_on_after_all_that(tmp_path: Path, tell: Tell) -> None:
    dice, world = random.Random(9), World()
    async with started(world, tmp_path) as machine:
        await machine.ask(ConfigureHall(config=a_config(hours=None)))
    for day in range(4):
        world.ran = 0.0
        async with started(world, tmp_path) as machine:
            await lived(machine, dice, 60)
            world.off = timedelta(0)
            world.passes(120)
            await machine.look(tablet=True)
        world.now = (START + timedelta(days=day + 1)).replace(hour=1)
    tell(f"{len(world.numbers)} days")
    assert len(world.numbers) == 4
