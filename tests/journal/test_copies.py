"""A copy is one moment of the database, in one file, for its owner only."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.copies import copy_database, reading
from server.journal.opening import open_database


def test_a_copy_holds_what_is_committed_and_nothing_else_lies_beside(tmp_path: Path) -> None:
    file, copy = tmp_path / "hall.sqlite3", tmp_path / "copy"
    with closing(open_database(file)) as db:
        db.execute("INSERT INTO person VALUES ('h', '1', 'a', 'clerk', '', '', 0, NULL, '1', '')")
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO person VALUES ('h', '2', 'b', 'clerk', '', '', 0, NULL, '2', '')")
        copy_database(file, copy)
        db.execute("ROLLBACK")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(reading(copy, at_rest=True)) as db:
        assert db.execute("SELECT login FROM person").fetchall() == [("1",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM person")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy", "hall.sqlite3"]
