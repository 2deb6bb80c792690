"""Drill: a day of 5,000 tickets on the real journal in minutes of virtual time; memory, CPU and disk told.

`HALLQUEUE_TICKETS` says how many. What a command costs in the last tenth of the day is told beside the first.
"""

import os
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from server.domain.queue.commands import CallNext, FinishTicket, IssueTicket, StartService
from server.journal.sqlite import SqliteJournal
from tests.drills.conftest import Tell
from tests.living import HandClock, ask, everything, living, numbers, set_up

TICKETS = int(os.environ.get("HALLQUEUE_TICKETS", "5000"))
COMMANDS = 4  # of a ticket: issued, called, served, done
WRITTEN = 8 * 1024  # bytes a command, with what is put into the file now and then (37 KB once, and growing)
GROWTH = 150.0  # MB a day may add to the process at most


@dataclass(frozen=True, slots=True)
class Figures:
    cpu: float
    written: int
    memory: float


def now() -> Figures:
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    io = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return Figures(time.process_time(), int(io["wchar"]), memory)


async def test_a_day_of_five_thousand_tickets(tmp_path: Path, tell: Tell) -> None:
    tenth = max(TICKETS // 10, 1)
    marks = [now()]
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    async with living(journal, HandClock()) as live:
        await set_up(live)
        marks[0] = now()
        for n in range(TICKETS):
            counter = str(n % 8 + 1)
            await ask(live, IssueTicket(service="bill"), f"i{n}")
            for kind in (CallNext, StartService, FinishTicket):
                await ask(live, kind(counter=counter), f"{kind.__name__}{n}")
            if (n + 1) % tenth == 0:
                marks.append(now())
        given = numbers(await everything(journal))
        assert await journal.load() == await journal.replay() == live.hall
    costs = [
        (1000 * (b.cpu - a.cpu) / tenth / COMMANDS, (b.written - a.written) / tenth / COMMANDS)
        for a, b in pairwise(marks)
    ]
    first, last = costs[0], costs[-1]
    begins = f"first tenth {first[0]:.2f} ms CPU and {first[1] / 1024:.1f} KB written a command"
    ends = f"last tenth {last[0]:.2f} ms and {last[1] / 1024:.1f} KB"
    memory = ", ".join(f"{mark.memory:.0f}" for mark in (marks[0], marks[1], marks[-1]))
    grown = f"memory {memory} MB at the start, after the first tenth, at the end"
    tell(
        f"{TICKETS:,} tickets, {TICKETS * COMMANDS:,} commands: {begins}, {ends}; {grown}",
        lost=TICKETS - len(set(given)),
        twice=len(given) - len(set(given)),
    )
    assert len(given) == len(set(given)) == TICKETS
    assert marks[-1].memory - marks[0].memory < GROWTH
    assert last[1] < WRITTEN, "a command writes as little at the day's end as in the morning"
    assert last[0] < 2 * first[0], "and costs about as much, whatever else the machine does"
