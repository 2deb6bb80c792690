"""A connection to a file that is there, with the settings the promises stand on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.connecting import connect, revision_of
from server.journal.opening import open_database
from server.migrations import newest


def test_a_connection_is_durable_and_knows_its_revision(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    open_database(file).close()
    with closing(connect(file)) as db:
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA page_size").fetchone() == (512,)
        assert revision_of(db) == newest()
    with closing(sqlite3.connect(":memory:")) as bare:
        assert revision_of(bare) is None


def test_to_connect_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connect(tmp_path / "hall.sqlite3")
    assert list(tmp_path.iterdir()) == []
