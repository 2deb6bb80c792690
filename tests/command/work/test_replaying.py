"""`hallqueue replay`."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.settings import Settings
from tests.command_words import Run, complaint


def test_a_snapshot_that_tells_another_story_is_told_and_mended(run: Run, data: Path) -> None:
    assert "agree" in run("replay", "--data", data)
    with closing(sqlite3.connect(Settings(data=data).database)) as db:
        db.execute("UPDATE event SET body = replace(body, '窗口', '柜台') WHERE kind = 'HallConfigured'")
        db.commit()
    assert "the set-up" in complaint(run, "replay", "--data", data)
    assert "agree" in run("replay", "--mend", "--data", data)


def test_what_was_learned_is_learned_anew(run: Run, data: Path) -> None:
    settings = Settings(data=data)
    run("replay", "--data", data)
    with closing(sqlite3.connect(settings.database)) as db:
        db.execute("INSERT INTO habits_kept VALUES (?, 1, 1, NULL, 5, 'x')", (settings.hall_id,))
        db.commit()
        run("replay", "--mend", "--data", data)
        assert db.execute("SELECT count(*) FROM habits_kept").fetchone() == (0,)
