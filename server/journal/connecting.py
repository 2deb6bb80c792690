"""A connection to a hall's SQLite file, with the settings the promises stand on."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from server.migrations import STAMP, UNSTAMPED

SMALL_PAGES = "PRAGMA page_size=512"  # a command writes whole pages, five to seven of them
SETTINGS = (
    SMALL_PAGES,  # of a new file
    "PRAGMA wal_autocheckpoint=8000",  # of 512 bytes, as often as a thousand of the usual size
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged tickets on a power cut and doubles numbers
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA secure_delete=FAST",  # else a snapshot that is let go is written once more, as zeros
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there; never makes one."""
    db = opened(path)
    try:
        for setting in SETTINGS:
            db.execute(setting)
    except BaseException:
        db.close()
        raise
    return db


def opened(path: Path) -> sqlite3.Connection:
    """As it is: without the settings, and never made."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )


def revision_of(db: sqlite3.Connection) -> str | None:
    """None: from before there were any. "": it had one, which is gone."""
    with suppress(sqlite3.OperationalError):
        row = db.execute(f"SELECT version_num FROM {STAMP}").fetchone()
        return str(row[0]) if row else UNSTAMPED
    return None
