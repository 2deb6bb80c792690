"""Who is let in after a restore (C42): never somebody who was shut out after the copy was made.

Where the hall as it was lies beside, its people and devices are newer than the copy's and take their place.
Where it does not, nobody can know who has left since: the owner is shown everybody and may shut out some.
Log-ins end always.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.journal.copies import reading
from server.journal.sqlite import SQL, beginning
from server.journal.stored import Stored
from server.safekeeping.archive import NotABackup
from server.safekeeping.texts import both

HALL_ID = "hall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A person or a device that would be let in; `name` is what the command line takes."""

    kind: str  # "person" or "device"
    name: str
    called: str
    role: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a hall that lies here, or was moved away here, knows that the copy may not."""

    database: Path
    epoch: int
    at: datetime
    issued: dict[str, int]
    numbered_on: str


def earlier(databases: Iterable[Path], first_event: str) -> list[Earlier]:
    """Those of the same hall that can be read, the newest first."""
    halls: list[Earlier] = []
    for database in databases:
        with (
            suppress(sqlite3.DatabaseError, ValueError, LookupError, TypeError),
            closing(reading(database, at_rest=True)) as db,
        ):
            if beginning(db) != first_event:
                continue
            halls.append(_as_it_stood(database, db))
    return sorted(halls, key=lambda e: (e.at, e.epoch), reverse=True)


def _as_it_stood(database: Path, db: sqlite3.Connection) -> Earlier:
    """Read where it lies: nothing of a hall that was moved away is changed, nor brought up to date."""
    columns = {name for _, name, *_ in db.execute("PRAGMA table_info(hall)")}
    if "body" not in columns:
        hall = Stored(db, SQL, HALL_ID).load()
        return Earlier(
            database=database,
            epoch=hall.epoch,
            at=hall.at,
            issued=dict(hall.issued),
            numbered_on=str(hall.numbered_on or ""),
        )
    epoch, at, issued, day = db.execute(
        "SELECT epoch, json_extract(body, '$.at'), json_extract(body, '$.issued'),"
        " json_extract(body, '$.numbered_on') FROM hall"
    ).fetchone()
    given = dict(db.execute("SELECT key, value FROM json_each(?)", (issued,)).fetchall())
    return Earlier(
        database=database,
        epoch=epoch,
        at=datetime.fromisoformat(at),
        issued=given,
        numbered_on=day or "",
    )


def end_log_ins(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM session")


def guests(db: sqlite3.Connection) -> list[Guest]:
    people = db.execute(
        "SELECT login, name, role FROM person WHERE password_hash <> '' ORDER BY login"
    ).fetchall()
    devices = db.execute(
        "SELECT device_id, name, role, place FROM device WHERE revoked_at IS NULL ORDER BY device_id"
    ).fetchall()
    return [
        *(Guest(kind="person", name=login, called=name, role=role) for login, name, role in people),
        *(Guest(kind="device", name=i, called=n, role=r, place=p) for i, n, r, p in devices),
    ]


def shut_out(db: sqlite3.Connection, names: Collection[str], now: datetime) -> None:
    """Raises `NotABackup` for a name that nobody bears, and for the last administrator."""
    known = {g.name for g in guests(db)}
    for name in names:
        if name not in known:
            raise NotABackup(both("nobody_such", name=name))
    for name in names:
        db.execute("UPDATE person SET password_hash = '', pin_hash = '' WHERE login = ?", (name,))
        db.execute(
            "UPDATE device SET revoked_at = ? WHERE device_id = ? AND revoked_at IS NULL",
            (now.strftime("%Y-%m-%d %H:%M:%S.%f"), name),
        )
    left = [g.name for g in guests(db) if g.kind == "person" and g.role == "admin"]
    if names and not left:
        raise NotABackup(both("last_admin", login=", ".join(names)))
