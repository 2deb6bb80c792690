"""What a command costs on the worst day beside a quiet one, on the core alone; and ten years told anew.

`HALLQUEUE_TICKETS` says how many tickets the bad day has had (3000), half of them past twenty minutes;
`HALLQUEUE_YEARS` how many years of a busy hall are told anew (0.02; ten take hours to make). A busy hall
has 1,000 tickets a day on 300 days, eight times the acceptance day's 118; each has a slip, is shown and
spoken and is asked what it thought: eleven events, 33 million in ten years, so ten minutes for them are
18 us an event.
"""

import asyncio
import os
import statistics
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from server.domain.care import commands as cc
from server.domain.command import Command
from server.domain.config.config import USUAL_GIFTS
from server.domain.equipment import commands as ec
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled, TicketIssued
from server.domain.refusals import Refused
from server.journal.sqlite import SqliteJournal
from server.live_hall import Done, LiveHall
from tests.benchmarks.report import Figure, Table
from tests.living import BUSY_HALL, HandClock, living, set_up

TICKETS = int(os.environ.get("HALLQUEUE_TICKETS", "3000"))
YEARS = float(os.environ.get("HALLQUEUE_YEARS", "0.02"))
OPEN_DAYS, A_DAY = 300, 1000  # of a busy hall, a year and tickets
WAITING, COUNTERS = 240, 8
WINDOWS, ROUNDS = 8, 25
HALL = replace(BUSY_HALL, gifts=tuple(replace(g, stock=100_000) for g in USUAL_GIFTS))
ACTS = ("explain", "pre_alert", "remedy", "call_manager")


class Day:
    """People in a hall, one at a time where it is measured."""

    def __init__(self, live: LiveHall, clock: HandClock) -> None:
        self.live, self.clock = live, clock

    def later(self, seconds: float) -> None:
        self.clock.now += timedelta(seconds=seconds)

    async def do(self, command: Command) -> Done | Refused:
        try:
            return await self.live.apply(
                command, actor="clerk:1207", request=f"clerk:1207/{os.urandom(8).hex()}"
            )
        except Refused as refused:
            return refused

    async def together(self, *commands: Command) -> None:
        await asyncio.gather(*map(self.do, commands))

    async def over_wait(self) -> None:
        """Whoever has waited longest has climbed the ladder and is made good."""
        ticket = next(iter(self.live.hall.tickets))
        rungs = [
            told
            for act in ACTS
            for told in (
                cc.RaiseTask(kind=act, subject=ticket, roles=("guide",)),
                cc.ReachRung(ticket=ticket, act=act),
            )
        ]
        made_good = (
            cc.OpenCase(ticket=ticket),
            cc.ExplainWait(ticket=ticket, by="guide"),
            cc.GiveWater(ticket=ticket, by="guide"),
            cc.OfferRemedy(ticket=ticket, by="guide"),
            cc.GiveGift(ticket=ticket, gift=HALL.gifts[0].id, by="guide"),
        )
        await self.together(*rungs, *made_good)

    async def one_more(self, n: int) -> None:
        counter = str(n % COUNTERS + 1)
        await self.together(
            c.IssueTicket(service="bill", printer="K1"),
            c.CallNext(counter=counter),
            c.StartService(counter=counter),
            c.FinishTicket(counter=counter),
        )

    async def measured(self, n: int) -> int:
        """One ticket with its slip, shown and spoken, each command by itself; how many they were."""
        counter = str(n % COUNTERS + 1)
        issued = await self.do(c.IssueTicket(service="bill", printer="K1"))
        assert isinstance(issued, Done)
        ticket = next(r.event.ticket for r in issued.recorded if isinstance(r.event, TicketIssued))
        for state in (SlipState.SENDING, SlipState.PRINTED):
            await self.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=state, printer="K1"))
        called = await self.do(c.CallNext(counter=counter))
        assert isinstance(called, Done)
        call = next(r.event.call for r in called.recorded if isinstance(r.event, TicketCalled))
        await self.do(ec.RecordShown(call=call, screen="window:1"))
        await self.do(ec.RecordSpoken(call=call, announcement=1, outcome="played"))
        await self.do(c.StartService(counter=counter))
        await self.do(c.FinishTicket(counter=counter))
        return 8


def written() -> int:
    """Bytes this process has written: the log, what is put into the file later, snapshots."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(dict(line.split(": ") for line in lines)["wchar"])


async def test_the_worst_day_costs_what_a_quiet_one_does(table: Table, tmp_path: Path) -> None:
    cpu: dict[str, list[float]] = {"quiet": [], "bad": []}
    bytes_: dict[str, list[float]] = {"quiet": [], "bad": []}
    async with AsyncExitStack() as halls:
        days: dict[str, Day] = {}
        for name in cpu:
            clock = HandClock()
            journal = SqliteJournal(tmp_path / f"{name}.sqlite3")
            live = await halls.enter_async_context(living(journal, clock))
            await set_up(live, HALL)
            days[name] = Day(live, clock)
            for _ in range(WAITING):
                days[name].later(1)
                await days[name].do(c.IssueTicket(service="bill", printer="K1"))
        for n in range(TICKETS):
            days["bad"].later(10)
            if n % 2:
                await days["bad"].over_wait()
            await days["bad"].one_more(n)
        assert len(days["bad"].live.hall.care.cases) > TICKETS * 0.45
        for _ in range(WINDOWS):  # in turns, so that the machine's other work meets both
            for name, day in days.items():
                began, before, commands = time.process_time(), written(), 0
                for n in range(ROUNDS):
                    commands += await day.measured(n)
                cpu[name].append(1000 * (time.process_time() - began) / commands)
                bytes_[name].append((written() - before) / commands / 1024)
    part = f"a day of {TICKETS:,} tickets, {TICKETS // 2:,} over-waits, {WAITING} waiting; the core alone"
    quiet, bad = statistics.median(cpu["quiet"]), statistics.median(cpu["bad"])
    table.add(
        Figure(
            part=part,
            what="CPU a command",
            value=bad,
            unit="ms",
            raw=quiet,
            raw_what="quiet day",
            bar="<= 1.2x",
        )
    )
    little, much = statistics.mean(bytes_["quiet"]), statistics.mean(bytes_["bad"])
    table.add(
        Figure(
            part=part,
            what="written a command, snapshots and all",
            value=much,
            unit="KiB",
            raw=little,
            raw_what="quiet day",
            bar="<= 1.2x, <= 4 KiB",
        )
    )
    assert much < 1.2 * little
    assert bad < 1.5 * quiet, "1.2 on a machine of its own"


async def test_years_of_a_busy_hall_open_at_once_and_are_told_anew(table: Table, tmp_path: Path) -> None:
    file, clock = tmp_path / "hall.sqlite3", HandClock()
    days = max(round(YEARS * OPEN_DAYS), 1)
    async with living(SqliteJournal(file), clock) as live:
        await set_up(live, HALL)
        day = Day(live, clock)
        for n in range(days * A_DAY):
            if n and n % A_DAY == 0:
                clock.now = clock.now.replace(hour=1) + timedelta(days=1)
                await day.do(c.IssueTicket(service="bill"))
                for counter in range(1, COUNTERS + 1):
                    await day.do(c.OpenCounter(counter=str(counter), staff=f"s{counter}"))
            day.later(20)
            await day.measured(n)
        events = live.hall.seq
    journal = SqliteJournal(file)
    began = time.process_time()
    opened = await journal.open_whole()
    opening = time.process_time() - began
    assert opened.damage == ()
    began = time.process_time()
    assert await journal.replay() == opened.hall
    telling = time.process_time() - began
    await journal.close()
    part = f"{days} days of {A_DAY:,} tickets, {events:,} events, {file.stat().st_size >> 20} MB"
    ten_years = 10 * OPEN_DAYS / days * telling / 60
    table.add(Figure(part=part, what="opened, CPU", value=opening, unit="s", bar="<= 3 s at ten years"))
    table.add(
        Figure(
            part=part,
            what="told anew, CPU an event",
            value=1e6 * telling / events,
            unit="us",
            note=f"ten years: {ten_years:.0f} min",
            bar="<= 10 min",
        )
    )
