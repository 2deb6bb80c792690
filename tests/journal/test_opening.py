"""A hall is made once, opened as it is, and left alone where a later program wrote it."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.opening import DataAhead, open_database
from server.migrations import newest


def test_a_new_hall_is_made_with_the_newest_revision_and_without_alembic(tmp_path: Path) -> None:
    """Neither to make one nor to open one that is up to date: loading it takes half a second of a start."""
    file = tmp_path / "hall.sqlite3"
    program = (
        "import sys; from pathlib import Path; from server.journal.opening import open_database;"
        "file = Path(sys.argv[1]); open_database(file).close(); open_database(file).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest(),)]


def test_a_hall_of_a_later_program_is_left_as_it_is_and_told(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    open_database(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.execute("DROP TABLE device_seen")
        db.commit()
    before = file.read_bytes()
    file.chmod(0o644)
    with pytest.raises(DataAhead, match=r"更新的版本[^$]*newer version[^$]*hall\.before-"):
        open_database(file)
    assert file.read_bytes() == before
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert [p.name for p in tmp_path.iterdir()] == ["hall.sqlite3"]


def test_two_who_make_a_hall_at_once_make_one(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite3"
    with closing(open_database(file)) as one, closing(open_database(file)) as other:
        one.execute("INSERT INTO person VALUES ('h', '1207', '王芳', 'clerk', '', '', 0, NULL, '1207', '')")
        assert other.execute("SELECT count(*) FROM person").fetchone() == (1,)
    assert [p.name for p in tmp_path.iterdir()] == ["hall.sqlite3"]
