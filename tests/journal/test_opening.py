"""A hall made by an older release is opened with what it lacks."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.opening import connect, open_database


def test_a_table_or_column_that_an_older_release_did_not_have_is_added(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    open_database(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("ALTER TABLE person DROP COLUMN failures")
        db.execute("ALTER TABLE device DROP COLUMN place")
        db.execute("DROP TABLE device_seen")
        db.execute("INSERT INTO person VALUES ('h', '1207', '王芳', 'clerk', '', '', NULL)")
        db.commit()
    with closing(open_database(file)) as db:
        assert db.execute("SELECT failures FROM person").fetchone() == (0,)
        assert db.execute("SELECT place FROM device").fetchall() == []
        assert db.execute("SELECT count(*) FROM device_seen").fetchone() == (0,)


def test_two_who_make_a_hall_at_once_make_one(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    with closing(open_database(file)) as one, closing(open_database(file)) as other:
        one.execute("INSERT INTO person VALUES ('h', '1207', '王芳', 'clerk', '', '', 0, NULL)")
        assert other.execute("SELECT count(*) FROM person").fetchone() == (1,)
    assert [p.name for p in tmp_path.iterdir()] == ["hall.sqlite3"]


def test_to_connect_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connect(tmp_path / "hall.sqlite3")
    assert list(tmp_path.iterdir()) == []
