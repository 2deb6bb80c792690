"""Makes years of a busy hall: one real day, lived on the core and written by the real codec, over and over.

A busy hall has 1,000 tickets a day on 300 days a year, eight times the acceptance day's 118; each has a slip,
is called, shown, spoken and served, is asked and says what it thought, one in twenty waits too long. What is
written again is the second day, with other dates, tickets and request names, so that each day ends as the
one before it did; the rows go into the file past the journal, which would take hours.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from server.domain.equipment import commands as ec
from server.domain.hall import Hall, SlipState
from server.domain.opinion import commands as oc
from server.domain.opinion.events import EvaluationAsked
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled, TicketIssued
from server.journal.snapshots import kept_since, taken
from server.journal.sqlite import SqliteJournal
from server.live_hall import Done
from tests.benchmarks.day import COUNTERS, HALL, Day
from tests.living import HandClock, living, set_up

OPEN_DAYS, TICKETS = 300, 1000  # of a busy hall: days a year, tickets a day
EVERY = 40  # s between two who come: the last of a thousand on the same day as the first
IN_LINE = 46  # who waits while others are served, and so for more than half an hour
TOO_LONG = 20  # one of so many waits too long
MARKED = re.compile(r'\d{4}-\d\d-\d\d|\b[0-9a-f]{16}(?![0-9a-f])|(?<="token":")....')
ROW = "hall_id, epoch, seq, at, kind, actor, body, request"


@dataclass(frozen=True, slots=True)
class Unit:
    """The day that is written again: what of it stays, and what of it each day has anew."""

    rows: tuple[tuple[str, str, str], ...]  # of each: hall, kind, actor
    stays: tuple[str, ...]  # between what is marked
    marked: tuple[str, ...]

    def on(self, nth: int) -> Iterator[tuple[str, str, str]]:
        """Time, text and request of each row, so many days later."""
        anew = {mark: _moved(mark, nth) for mark in set(self.marked)}
        parts = [self.stays[0]]
        for mark, more in zip(self.marked, self.stays[1:], strict=True):
            parts += (anew[mark], more)
        for line in "".join(parts).split("\n"):
            at, body, request = line.split("\t")
            yield at, body, request


def _moved(mark: str, nth: int) -> str:
    if "-" in mark[:5] and len(mark) == len("2026-03-02"):
        return (date.fromisoformat(mark) + timedelta(days=nth)).isoformat()
    return f"{nth:04x}{mark[4:]}"


async def lived(file: Path, tickets: int = TICKETS) -> tuple[int, int]:
    """Two days on the core; how many events there were after the first and after the second."""
    clock = HandClock()
    async with living(SqliteJournal(file), clock) as live:
        await set_up(live, HALL)
        day, ends = Day(live, clock), list[int]()
        for nth in range(2):
            if nth:
                clock.now = clock.now.replace(hour=1, minute=0) + timedelta(days=1)
                for counter in range(1, COUNTERS + 1):
                    await day.do(c.OpenCounter(counter=str(counter), staff=f"s{counter}"))
            await _a_day(day, tickets)
            ends.append(live.hall.seq)
    return ends[0], ends[1]


async def _a_day(day: Day, tickets: int) -> None:
    """Everybody is served in the end."""
    for n in range(tickets):
        day.later(EVERY)
        await _comes(day)
        if n >= IN_LINE:
            await _is_served(day, n, too_long=n % TOO_LONG == 0)
    while any(day.live.hall.waiting()):
        await _is_served(day, tickets, too_long=False)


async def _comes(day: Day) -> None:
    issued = await day.do(c.IssueTicket(service="bill", printer="K1"))
    assert isinstance(issued, Done)
    ticket = next(r.event.ticket for r in issued.recorded if isinstance(r.event, TicketIssued))
    for state in (SlipState.SENDING, SlipState.PRINTED):
        await day.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=state, printer="K1"))


async def _is_served(day: Day, n: int, *, too_long: bool) -> None:
    counter = str(n % COUNTERS + 1)
    if too_long:
        await day.over_wait()
    called = await day.do(c.CallNext(counter=counter))
    assert isinstance(called, Done)
    call = next(r.event for r in called.recorded if isinstance(r.event, TicketCalled))
    await day.do(ec.RecordShown(call=call.call, screen="window:1"))
    await day.do(ec.RecordSpoken(call=call.call, announcement=1, outcome="played"))
    await day.do(c.StartService(counter=counter))
    done = await day.do(c.FinishTicket(counter=counter))
    assert isinstance(done, Done)
    asked = next(r.event.evaluation for r in done.recorded if isinstance(r.event, EvaluationAsked))
    await day.do(oc.Rate(counter=counter, evaluation=asked, level=5))


def written_again(file: Path, first: int, last: int, days: int) -> int:
    """The day from `first` on, so many times more; how many events there are then."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000"):
            db.execute(f"PRAGMA {setting}")
        unit, length = _unit(db, first), last - first
        add = f"INSERT INTO event ({ROW}) VALUES (?, 1, ?, ?, ?, ?, ?, ?)"
        for nth in range(1, days + 1):
            began = first + nth * length
            db.execute("BEGIN")
            rows = zip(unit.rows, unit.on(nth), strict=True)
            db.executemany(
                add,
                [
                    (hall, began + n, at, kind, actor, body, request)
                    for n, ((hall, kind, actor), (at, body, request)) in enumerate(rows, 1)
                ],
            )
            db.execute("COMMIT")
        end = last + days * length
        db.execute("UPDATE hall SET seq = ?", (end,))
        db.execute("DELETE FROM snapshot WHERE seq > ?", (first,))
        db.execute("PRAGMA journal_mode=WAL")
    return end


def _unit(db: sqlite3.Connection, first: int) -> Unit:
    asked = "SELECT hall_id, kind, actor, at, body, request FROM event WHERE seq > ? ORDER BY seq"
    found = db.execute(asked, (first,)).fetchall()
    text = "\n".join("\t".join(row[3:]) for row in found)
    return Unit(tuple(row[:3] for row in found), tuple(MARKED.split(text)), tuple(MARKED.findall(text)))


async def kept(file: Path, hall: Hall) -> None:
    """As a server keeps it that ran to the end and was stopped."""
    journal = SqliteJournal(file)
    await journal.keep(taken(hall), kept_since(hall))
    await journal.close()
