"""What is read of a hall's file: the newest snapshot that serves and the tail, whatever else lies there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal.opening import open_database
from server.journal.snapshots import taken
from server.journal.sqlite import SQL, SqliteJournal
from server.journal.stored import Stored
from tests.builders import a_config
from tests.journal.stores import Kept, kept


@pytest.fixture
async def book(tmp_path: Path) -> Kept:
    """Snapshots at 1 and at 3, five events."""
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    book = await kept(journal)
    for command in (ConfigureHall(config=a_config()), c.IssueTicket(service="bill")):
        await book.do(command)
        await journal.keep(taken(book.hall), "")
    await book.do(c.IssueTicket(service="bill"), c.OpenCounter(counter="1", staff="s1"))
    await journal.close()
    return book


def test_the_tail_alone_is_read_behind_the_newest_snapshot(book: Kept, tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        stored = Stored(db, SQL, "hall")
        assert stored.place() == (1, 5, 0)
        assert [hall.seq for hall in stored.snapshots()] == [3, 1]
        assert [row[1] for row in stored.events(3)] == [4, 5]
        db.execute("UPDATE event SET body = '' WHERE seq < 4")
        assert stored.load() == book.hall


@pytest.mark.parametrize(("stretch", "place"), [(1, 3), (2, 3), (3, 2), (9, 0)])
def test_what_is_older_is_searched_from_the_end(book: Kept, tmp_path: Path, stretch: int, place: int) -> None:
    """No event that is as new lies at the place or before it, whatever years do."""
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        for seq in range(1, 6):
            db.execute("UPDATE event SET at = ? WHERE seq = ?", (f"202{seq}-03-02T01:00:00+00:00", seq))
        assert Stored(db, SQL, "hall").older_than("2024-01-01T00:00:00+00:00", stretch) == place


def test_the_tail_is_found_by_its_place_whatever_the_epoch(book: Kept, tmp_path: Path) -> None:
    """Ten years of events lie before it."""
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        values = {"hall_id_": "hall", "seq_": 3, "limit_": 9}
        (plan,) = db.execute(f"EXPLAIN QUERY PLAN {SQL.events.sql}", values).fetchall()
        assert "hall_id=? AND seq>?" in plan[3]


def test_a_place_beyond_the_end_a_torn_text_and_another_hall_are_passed_over(
    book: Kept, tmp_path: Path
) -> None:
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        db.execute(
            "INSERT INTO snapshot SELECT hall_id, 9, epoch, at, stamp, body FROM snapshot WHERE seq = 3"
        )
        db.execute(
            "INSERT INTO snapshot SELECT hall_id, 4, epoch, at, stamp, body FROM snapshot WHERE seq = 3"
        )
        db.execute("UPDATE snapshot SET body = x'00' WHERE seq = 3")
        stored = Stored(db, SQL, "hall")
        assert stored.load() == book.hall
        assert stored.torn == [4, 3]


def test_a_hall_is_read_where_it_may_not_be_written(book: Kept, tmp_path: Path) -> None:
    here = f"file:{tmp_path / 'hall.sqlite3'}?mode=ro&immutable=1"
    with closing(sqlite3.connect(here, uri=True)) as db:
        assert Stored(db, SQL, "hall").load() == book.hall
