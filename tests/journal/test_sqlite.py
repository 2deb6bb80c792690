"""The hall's own file: its settings really hold, and a full or broken disk loses nothing and recovers."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import StorageFailed
from server.journal.sqlite import SqliteJournal, engine_for, open_database
from tests.builders import a_config
from tests.journal.stores import Kept, kept

ISSUE = c.IssueTicket(service="bill")
FULL = 2  # what SQLite calls synchronous=FULL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "hall.sqlite3"


@pytest.fixture
async def journal(file: Path) -> AsyncIterator[SqliteJournal]:
    journal = SqliteJournal(file)
    yield journal
    await journal.close()


@pytest.fixture
async def book(journal: SqliteJournal) -> Kept:
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    return book


def settings_of(db: sqlite3.Connection) -> dict[str, object]:
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
    return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


def test_a_power_cut_is_survived_by_the_settings_in_force(file: Path) -> None:
    with closing(open_database(file)) as db:
        found = settings_of(db)
    assert found == {"journal_mode": "wal", "synchronous": FULL, "busy_timeout": 5000, "foreign_keys": 1}


def test_people_and_devices_are_written_with_the_same_settings(file: Path) -> None:
    engine = engine_for(file)
    with engine.connect() as connection:
        assert settings_of(connection.connection.driver_connection)["synchronous"] == FULL  # type: ignore[arg-type]
    engine.dispose()


def test_a_file_that_is_there_is_opened_and_kept(file: Path) -> None:
    for _ in range(2):
        with closing(open_database(file)) as db:
            db.execute(
                "INSERT OR IGNORE INTO person VALUES ('h', '7', '王芳', 'clerk', '', '', 0, NULL, '7', '')"
            )
            assert db.execute("SELECT count(*) FROM person").fetchone() == (1,)


async def test_a_full_disk_takes_nothing_and_goes_on_when_there_is_room(
    journal: SqliteJournal, book: Kept
) -> None:
    await book.do(ISSUE)
    whole = book.hall
    disk = journal._open()
    (pages,) = disk.execute("PRAGMA page_count").fetchone()
    disk.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageFailed, match="full"):
        await book.do(*[ISSUE] * 200)
    assert await journal.load() == await journal.replay() == whole
    disk.execute("PRAGMA max_page_count=1000000")
    again = await kept(journal)
    await again.do(*[ISSUE] * 200)
    assert await journal.load() == await journal.replay() == again.hall


@pytest.mark.parametrize("tickets", [5, 500])
async def test_a_command_writes_less_than_four_kilobytes_however_full_the_day_is(
    file: Path, journal: SqliteJournal, book: Kept, tickets: int
) -> None:
    """Counted in the log, in whole pages; rows of the state once grew with the day."""
    open_up = c.OpenCounter(counter="1", staff="s1")
    await book.do(open_up, *[ISSUE] * tickets, *[c.CallNext(counter="1"), c.StartService(counter="1")])
    disk, log = journal._open(), file.with_name(f"{file.name}-wal")
    disk.execute("PRAGMA wal_autocheckpoint=0")
    disk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    steps = (c.FinishTicket(counter="1"), c.CallNext(counter="1"), c.StartService(counter="1"), ISSUE)
    for _ in range(25):
        for step in steps:
            await book.do(step)
    assert log.stat().st_size / 100 < 4096


async def test_a_file_that_is_no_database_is_a_failing_store(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database, but long enough to be looked at" * 20)
    journal = SqliteJournal(file)
    with pytest.raises(StorageFailed, match="not a database"):
        await journal.load()
    await journal.close()


async def test_a_folder_that_cannot_be_made_is_a_failing_store(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    journal = SqliteJournal(tmp_path / "taken" / "hall.sqlite3")
    with pytest.raises(StorageFailed):
        await journal.load()
    await journal.close()


async def test_a_file_that_is_locked_too_long_fails_and_works_when_it_is_free(
    file: Path, journal: SqliteJournal, book: Kept
) -> None:
    journal._open().execute("PRAGMA busy_timeout=50")  # the real five seconds only make a slow test
    whole = book.hall
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match="locked"):
            await book.do(ISSUE)
        assert await journal.load() == whole, "readers are not kept waiting"
    again = await kept(journal)
    await again.do(ISSUE)
    assert await journal.load() == await journal.replay() == again.hall
