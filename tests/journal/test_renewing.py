"""An earlier hall is kept as it was and brought up to date, or left as it is and told why not."""

import logging
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from server.journal import StorageFailed
from server.journal.files import DataGone
from server.journal.held import held
from server.journal.opening import open_database
from server.migrations import newest
from tests.journal.served import another_server
from tests.migrations.early import early_file

ROOT = Path(__file__).parent.parent.parent
KILLED = """
import os, pathlib, signal, sys
from server.journal import renewing
from server.journal.opening import open_database
renewing.upgrade = lambda connection: os.kill(os.getpid(), signal.SIGKILL)
open_database(pathlib.Path(sys.argv[1]))
"""


@pytest.fixture
def early(tmp_path: Path) -> Path:
    """A hall from before there were revisions, which lacks a table and two columns."""
    file = early_file(tmp_path / "hall.sqlite3")
    with closing(sqlite3.connect(file)) as db:
        db.execute("ALTER TABLE person DROP COLUMN failures")
        db.execute("ALTER TABLE device DROP COLUMN place")
        db.execute("DROP TABLE device_seen")
        db.execute("INSERT INTO person VALUES ('h', '1207', '王芳', 'clerk', '', '', NULL)")
        db.commit()
    return file


def kept(file: Path) -> list[str]:
    return sorted(p.name for p in file.parent.glob("*.before-*"))


def test_what_an_earlier_release_did_not_have_is_added(early: Path) -> None:
    with closing(open_database(early)) as db:
        assert db.execute("SELECT login, failures FROM person").fetchone() == ("1207", 0)
        assert db.execute("SELECT place FROM device").fetchall() == []
        assert db.execute("SELECT count(*) FROM device_seen").fetchone() == (0,)
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest(),)]


def test_it_is_kept_as_it_was_for_its_owner_only_and_told(
    early: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        open_database(early).close()
    assert kept(early) == ["hall.before-0001.sqlite3"]
    assert kept(early)[0] in caplog.text
    file = early.with_name(kept(early)[0])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with closing(sqlite3.connect(file)) as db:
        columns = [name for _, name, *_ in db.execute("PRAGMA table_info(person)")]
        assert "failures" not in columns
        assert db.execute("SELECT login FROM person").fetchall() == [("1207",)]


def test_what_was_kept_before_is_never_written_over(early: Path) -> None:
    early.with_name("hall.before-0001.sqlite3").write_bytes(b"kept by an earlier attempt")
    open_database(early).close()
    assert kept(early) == ["hall.before-0001-2.sqlite3", "hall.before-0001.sqlite3"]


def test_a_copy_of_a_hall_is_brought_up_without_a_copy_of_it(early: Path) -> None:
    open_database(early, keep=False).close()
    assert kept(early) == []


def test_a_hall_that_is_up_to_date_is_not_touched(early: Path) -> None:
    open_database(early).close()
    before = early.read_bytes()
    open_database(early).close()
    assert (early.read_bytes(), len(kept(early))) == (before, 1)


def test_a_step_that_fails_takes_all_of_them_back(early: Path) -> None:
    with closing(sqlite3.connect(early)) as db:
        db.execute("DROP INDEX event_clock")
        db.execute("CREATE INDEX event_clock ON person (login)")  # its name is taken
    before = early.read_bytes()
    for _ in range(3):  # as a service that is started again and again
        with pytest.raises(StorageFailed, match=r"已退回原样[^$]*as it was before") as why:
            open_database(early)
        assert not isinstance(why.value, DataGone)
        assert early.read_bytes() == before
        assert kept(early) == ["hall.before-0001.sqlite3"], "one copy, however often it is tried"


def test_attempts_that_are_killed_leave_one_copy_and_say_so(
    early: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        subprocess.run([sys.executable, "-c", KILLED, early], check=False, cwd=ROOT)
        assert kept(early) == ["hall.before-0001.sqlite3"]
    with caplog.at_level(logging.WARNING):
        open_database(early).close()
    assert kept(early) == ["hall.before-0001.sqlite3"]
    assert "what it had kept is the same" in caplog.text


def test_a_revision_that_was_taken_out_is_told_with_what_to_do(tmp_path: Path) -> None:
    """It was taken for a hall of the first days, and failed in SQL's words."""
    file = tmp_path / "hall.sqlite3"
    open_database(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("DELETE FROM alembic_version")
        db.commit()
    before = file.read_bytes()
    with pytest.raises(StorageFailed, match=r"版本标记是空的[^$]*Restore the newest backup"):
        open_database(file)
    assert (file.read_bytes(), kept(file)) == (before, [])


def test_without_room_for_a_copy_nothing_begins(early: Path) -> None:
    early.with_name("hall.before-0001.half").mkdir()
    before = early.read_bytes()
    with pytest.raises(StorageFailed, match="Make room"):
        open_database(early)
    assert early.read_bytes() == before
    assert kept(early) == ["hall.before-0001.half"]


def test_nothing_is_brought_up_to_date_beneath_a_running_server(early: Path) -> None:
    """A command of the new version, or its nightly backup, before the server was restarted."""
    with another_server(early.parent):
        before = early.read_bytes()
        with pytest.raises(StorageFailed, match=r"重启服务器[^$]*Restart the server"):
            open_database(early)
        assert (early.read_bytes(), kept(early)) == (before, [])
    open_database(early).close()
    assert len(kept(early)) == 1


def test_the_server_itself_brings_its_hall_up_to_date(early: Path) -> None:
    with held(early.parent):
        open_database(early).close()
    assert len(kept(early)) == 1
