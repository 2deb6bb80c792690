"""Who is let in, carried over from the hall that lies beside, whichever version wrote it.

What its door has is laid into a hall without a past, which is brought up to date as any hall is; so a column
that this version has added is there, filled as the hall's own upgrade would fill it. The columns are those of
`server.tables`: a new one cannot be forgotten.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlmodel import SQLModel

import server.tables  # noqa: F401  # the columns there are
from server.journal import StorageFailed
from server.journal.connecting import revision_of
from server.journal.copies import reading
from server.migrations import STAMP, is_ahead, newest

DOOR = ("person", "device", "device_seen", "door", "access_record")


def carry_over(db: sqlite3.Connection, newer: Path) -> bool:
    """Take people, devices and the record of the door as the hall beside has them.

    False where they cannot be read, or where a later program has written them.
    """
    try:
        with closing(_of_today(newer)) as there:
            rows = {
                table: there.execute(f"SELECT {_columns(table)} FROM {table}").fetchall() for table in DOOR
            }
    except (sqlite3.DatabaseError, StorageFailed):
        return False
    for table, values in rows.items():
        columns = _columns(table)
        db.execute(f"DELETE FROM {table}")
        places = ", ".join("?" for _ in columns.split(", "))
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)
    return True


def _columns(table: str) -> str:
    return ", ".join(column.name for column in SQLModel.metadata.tables[table].columns)


def _of_today(file: Path) -> sqlite3.Connection:
    """The door of another hall in memory, its tables as this version has them; that hall is not touched."""
    in_memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(reading(file, at_rest=True)) as there:
            if is_ahead(revision_of(there)):
                raise sqlite3.DatabaseError(file)
            _lay_out(there, in_memory)
        if revision_of(in_memory) != newest():
            from server.journal.renewing import renew  # noqa: PLC0415  # alembic takes half a second

            renew(in_memory, file)
    except BaseException:
        in_memory.close()
        raise
    return in_memory


def _lay_out(there: sqlite3.Connection, in_memory: sqlite3.Connection) -> None:
    """Every table and index, empty but for the door and the revision."""
    made = "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite#_%' ESCAPE '#'"
    tables = dict(there.execute(f"{made} AND type = 'table'").fetchall())
    for sql in (*tables.values(), *(sql for _, sql in there.execute(f"{made} AND type = 'index'"))):
        in_memory.execute(sql)
    for table in (STAMP, *DOOR):
        if table in tables:
            rows = there.execute(f"SELECT * FROM {table}")
            places = ", ".join("?" for _ in rows.description)
            in_memory.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
