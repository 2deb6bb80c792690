"""One moment of a hall's database as a file of its own, whoever writes meanwhile."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.journal.files import new_file, sides_of


def copy_database(source: Path, target: Path) -> None:
    """With SQLite's own means; readable by its owner only."""
    new_file(target)
    with closing(reading(source)) as there, closing(sqlite3.connect(target)) as copy:
        there.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, readable from a read-only disk


def reading(file: Path, *, at_rest: bool = False) -> sqlite3.Connection:
    """`at_rest`: nobody else has it open; then not even an empty log is laid beside it."""
    still = "&immutable=1" if at_rest and not sides_of(file) else ""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro{still}", uri=True)
