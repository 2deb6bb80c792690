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
