"""Years of a busy hall: how long it takes to open, and to be told anew from its first event.

`HALLQUEUE_YEARS` says how many years are made (0.02); what ten would take is reckoned from it. Eleven events
a ticket and a few for who waits too long are 35 million in ten years: ten minutes are 17 us an event.
"""

import os
import time
from pathlib import Path

from server.journal.sqlite import SqliteJournal
from tests.benchmarks.report import Figure, Table
from tests.benchmarks.years import OPEN_DAYS, TICKETS, kept, lived, written_again

YEARS = float(os.environ.get("HALLQUEUE_YEARS", "0.02"))
A_DAY = int(os.environ.get("HALLQUEUE_DAY", str(TICKETS)))


async def test_years_of_a_busy_hall_open_at_once_and_are_told_anew(table: Table, tmp_path: Path) -> None:
    file, days = tmp_path / "hall.sqlite3", max(round(YEARS * OPEN_DAYS), 3)
    first, last = await lived(file, A_DAY)
    events = written_again(file, first, last, days - 2)
    part = f"{days} days of {A_DAY:,} tickets, {events:,} events, {file.stat().st_size >> 20} MB"
    journal = SqliteJournal(file)
    began, cpu_began = time.perf_counter(), time.process_time()
    told = await journal.replay()
    telling, cpu = time.perf_counter() - began, time.process_time() - cpu_began
    await journal.close()
    assert told.seq == events
    assert not told.tickets
    assert len(told.ended) == A_DAY
    await kept(file, told)
    journal = SqliteJournal(file)
    began, cpu_began = time.perf_counter(), time.process_time()
    opened = await journal.open_whole()
    await journal.names()
    opening, opening_cpu = time.perf_counter() - began, time.process_time() - cpu_began
    await journal.close()
    assert opened.damage == ()
    assert opened.hall == told
    ten_years = 10 * OPEN_DAYS * TICKETS / (days * A_DAY) / 60
    rows = (
        ("opened", opening, "s", "<= 3 s at ten years", ""),
        ("opened, CPU", opening_cpu, "s", "", ""),
        ("told anew, an event", 1e6 * telling / events, "us", "", f"10 years: {ten_years * telling:.1f} min"),
        ("told anew, CPU an event", 1e6 * cpu / events, "us", "<= 17 us", f"{ten_years * cpu:.1f} min"),
    )
    for what, value, unit, bar, note in rows:
        table.add(Figure(part=part, what=what, value=value, unit=unit, bar=bar, note=note))
