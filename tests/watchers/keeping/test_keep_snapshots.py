"""The hall is put by after so many events, when a day opens and at the end; commands do not wait for it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.domain.queue.commands import IssueTicket
from server.journal.snapshots import LEAST
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.routing import fair_share
from server.watchers.keeping.keep_snapshots import KeepSnapshots
from tests.living import HandClock, ask, living, running, set_up
from tests.patience import until


def kept(file: Path) -> list[int]:
    with closing(sqlite3.connect(file)) as db:
        return [seq for (seq,) in db.execute("SELECT seq FROM snapshot ORDER BY seq")]


async def until_kept(file: Path, n: int) -> None:
    await until(lambda: len(kept(file)) >= n)


async def test_when_a_day_opens_after_so_many_events_and_at_the_end(tmp_path: Path) -> None:
    file, clock = tmp_path / "hall.sqlite3", HandClock()
    async with living(SqliteJournal(file), clock) as live:
        await set_up(live)
        await until_kept(file, 1)  # a day has opened
        before = live.hall.seq
        for n in range(LEAST):
            await ask(live, IssueTicket(service="bill"), f"i{n}")
        await until_kept(file, 2)
        await ask(live, IssueTicket(service="bill"), "one more")
        last = live.hall
    assert kept(file)[1] >= before + LEAST - 20
    assert kept(file)[2:] == [last.seq]
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE event SET body = ''")  # they are not asked
        db.commit()
    journal = SqliteJournal(file)
    assert await journal.load() == last
    await journal.close()


async def test_a_disk_that_is_full_costs_the_snapshot_and_not_the_hall(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    live = await LiveHall.open(journal, clock=HandClock(), pick=fair_share.pick)
    snapshots = KeepSnapshots(live)
    async with running(live):
        await set_up(live)
        disk = journal._open()
        (pages,) = disk.execute("PRAGMA page_count").fetchone()
        disk.execute(f"PRAGMA max_page_count={pages}")
        await snapshots.keep()
        assert "could be kept" in caplog.text
        disk.execute("PRAGMA max_page_count=1000000")
        await ask(live, IssueTicket(service="bill"), "goes on")
        await snapshots.keep()
        await snapshots.keep()  # nothing new
    await journal.close()
    assert kept(tmp_path / "hall.sqlite3") == [live.hall.seq]
