"""What a command costs on the worst day beside a quiet one, on the core alone.

`HALLQUEUE_TICKETS` says how many tickets the bad day has had (3000), half of them past twenty minutes.
"""

import os
import statistics
import time
from contextlib import AsyncExitStack
from pathlib import Path

from server.domain.queue import commands as c
from server.journal.sqlite import SqliteJournal
from tests.benchmarks.day import HALL, Day
from tests.benchmarks.report import Figure, Table
from tests.living import HandClock, living, set_up

TICKETS = int(os.environ.get("HALLQUEUE_TICKETS", "3000"))
WAITING = 240
WINDOWS, ROUNDS = 8, 25


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
