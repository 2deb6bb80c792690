"""A hall of any release before there were revisions keeps everybody and everything when it is brought up."""

import gzip
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from server.journal.opening import open_database
from server.migrations import newest
from tests.test_old_halls import JOURNALS


def rows(path: Path) -> Mapping[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: [dict(row) for row in db.execute(f"SELECT * FROM {table}")] for table in tables}


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda journal: journal.name.split(".")[0])
def test_people_devices_sessions_and_events_are_all_kept(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        db.executescript(gzip.decompress(journal.read_bytes()).decode())
    before = rows(file)
    open_database(file).close()
    after = rows(file)
    assert after["alembic_version"] == [{"version_num": newest()}]
    for table in ("event", "person", "device", "session"):
        assert len(before[table]) == len(after[table])
        for old, new in zip(before[table], after[table], strict=True):
            assert old.items() <= new.items()
    assert rows(tmp_path / "hall.before-0001.sqlite3") == before
