"""A server that comes back in the middle of a full day.

Both ways: with Python's compiled files, as a hall has that once ran, and without them.
"""

import asyncio
import time
from datetime import timedelta
from functools import reduce
from pathlib import Path
from shutil import copytree

from server.domain.command import Command
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import commands as c
from server.journal import Entry, Recorded
from server.journal.snapshots import kept_since, taken
from server.journal.sqlite import SqliteJournal
from server.plugins import policy
from server.settings import Settings
from tests.benchmarks.hall import served
from tests.benchmarks.report import Figure, Table

TICKETS = 5000
GROUP = 250  # commands written together
STEPS = (c.CallNext(counter="1"), c.StartService(counter="1"), c.FinishTicket(counter="1"))


def test_a_full_day_is_served_again_soon(table: Table, made_hall: tuple[Path, str], tmp_path: Path) -> None:
    template, token = made_hall
    empty, full = tmp_path / "empty", tmp_path / "full"
    for data in (empty, full):
        copytree(template, data)
    hall = asyncio.run(_filled(full))
    part = f"{TICKETS:,} tickets in the day, {hall.seq:,} events"
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    with served(full, token, PYTHONDONTWRITEBYTECODE="1", PYTHONPYCACHEPREFIX=str(tmp_path)) as served_full:
        first = served_full.server.cpu()
    with served(empty, token, **compiled):
        pass  # compiles, as the installer of packages does, or a hall's first start
    with served(empty, token, **compiled) as served_empty:
        least, least_cpu = served_empty.server.started_after, served_empty.server.cpu()
    with served(full, token, **compiled) as served_full:
        started, cpu = served_full.server.started_after, served_full.server.cpu()
    loaded, load_seconds = asyncio.run(_timed(full, "load"))
    replayed, replay_seconds = asyncio.run(_timed(full, "replay"))
    assert loaded.seq == replayed.seq >= hall.seq  # the server may have closed a standing question
    assert len(loaded.ended) == len(replayed.ended) == TICKETS
    for what, seconds, raw, bar in (
        ("start to serving", started, least, ""),
        ("start to serving, CPU", cpu, least_cpu, "<= 2 s"),
        ("start to serving, CPU, nothing compiled", first, None, ""),
        ("snapshot to a hall", load_seconds, None, ""),
        ("events to a hall (replay)", replay_seconds, None, ""),
    ):
        table.add(
            Figure(
                part=part,
                what=what,
                value=seconds,
                unit="s",
                raw=raw,
                raw_what="an empty day" * bool(raw),
                bar=bar,
            )
        )


async def _timed(data: Path, how: str) -> tuple[Hall, float]:
    journal = SqliteJournal(Settings(data=data).database)
    began = time.perf_counter()
    hall: Hall = await getattr(journal, how)()
    seconds = time.perf_counter() - began
    await journal.close()
    return hall, seconds


async def _filled(data: Path) -> Hall:
    """The day so far, written as the server writes it: each customer served at once."""
    journal = SqliteJournal(Settings(data=data).database)
    hall = await journal.load()
    asked: list[Command] = [c.OpenCounter(counter="1", staff="1201", profile="pay_and_enquiry")]
    asked += [step for _ in range(TICKETS) for step in (c.IssueTicket(service="pay"), *STEPS)]
    for first in range(0, len(asked), GROUP):
        before, entries = hall, list[Entry]()
        for nth, command in enumerate(asked[first : first + GROUP], first):
            hall, entry = _obeyed(hall, command, nth)
            entries.append(entry)
        await journal.append(before, hall, entries)
    await journal.keep(taken(hall), kept_since(hall))  # as a hall that ran has, the newest not long ago
    await journal.close()
    return hall


def _obeyed(hall: Hall, command: Command, nth: int) -> tuple[Hall, Entry]:
    at, name = hall.at + timedelta(microseconds=100), f"benchmark-{nth}"
    events = decide(hall, command, Now(at=at, new_id=name, new_token=name, pick=policy("fair_share")))
    recorded = tuple(
        Recorded(epoch=hall.epoch, seq=hall.seq + n, actor="system:benchmark", event=event)
        for n, event in enumerate(events, 1)
    )
    kind = type(command).__name__
    entry = Entry(request=name, kind=kind, actor="system:benchmark", recorded=recorded)
    return reduce(evolve, events, hall), entry
