"""A hall laid out beside is checked in every part before anybody trusts it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from server.journal.snapshots import taken
from server.journal.sqlite import SqliteJournal
from server.safekeeping import NotABackup, backup
from server.safekeeping.staging import stage
from server.settings import Settings
from tests.builders import MORNING
from tests.safekeeping.halls import a_hall


def change(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(Settings(data=data).database)) as db:
        assert db.execute(statement).rowcount > 0
        db.commit()


async def test_a_snapshot_that_does_not_fit_is_made_anew_in_the_copy(tmp_path: Path) -> None:
    data = await a_hall(tmp_path / "data")
    journal = SqliteJournal(Settings(data=data).database)
    await journal.keep(taken(replace(await journal.load(), tickets={})), "")
    await journal.close()
    staged = stage(data, tmp_path / "staged")
    assert [t.number for t in staged.hall.tickets.values()] == ["A001", "A002", "A003"]
    assert [(d.kind, d.healed) for d in staged.damage] == [("snapshot", True)]


async def test_a_backup_and_the_folder_itself_tell_the_same_hall(tmp_path: Path) -> None:
    data = await a_hall(tmp_path / "data")
    backup(data, tmp_path / "copy.zip", MORNING)
    assert stage(tmp_path / "copy.zip", tmp_path / "a").hall == stage(data, tmp_path / "b").hall


async def test_a_hall_without_a_beginning_is_none(tmp_path: Path) -> None:
    data = await a_hall(tmp_path / "data")
    change(data, "DELETE FROM event")
    change(data, "DELETE FROM hall")
    with pytest.raises(NotABackup, match="holds no hall"):
        stage(data, tmp_path / "staged")
