"""A hall from a backup, laid out in a folder of its own and proved: for a backup's proof, for a restore."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from server.domain.hall import Hall
from server.domain.views.posted import files_in_use
from server.journal import StorageFailed
from server.journal.copies import copy_database
from server.journal.going import Going, unseen
from server.journal.opening import open_database
from server.journal.sqlite import SQL, transaction
from server.journal.wholeness import Damage, Wholeness
from server.safekeeping.access import HALL_ID
from server.safekeeping.archive import NotABackup, is_archive, make_private, open_private, unpack
from server.safekeeping.belongings import DATABASE, going_along
from server.safekeeping.texts import both

SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """`missing`: media that the set-up names and that did not come along."""

    folder: Path
    hall: Hall
    damage: tuple[Damage, ...]
    missing: tuple[str, ...]

    @property
    def database(self) -> Path:
        return self.folder / DATABASE


def stage(source: Path, folder: Path, going: Going = unseen) -> Staged:
    """`source`: a backup, one of the older form (a database alone), or the folder of a hall moved away.

    Sums, structure, every event, and snapshots against events are checked; raises `NotABackup`.
    """
    folder.mkdir(mode=0o700, parents=True)
    try:
        _lay_out(source, folder, going)
        going("looking", 0, 0)
        hall, damage = _proved(folder / DATABASE)
    except (sqlite3.DatabaseError, StorageFailed, OSError) as why:
        raise NotABackup(both("no_hall_in", file=source, why=why)) from why
    if hall.seq == 0:
        raise NotABackup(both("no_hall_in", file=source, why="0"))
    named = files_in_use(hall)
    missing = tuple(sorted(f for f in named if not (folder / "media" / f).is_file()))
    return Staged(folder=folder, hall=hall, damage=damage, missing=missing)


def _lay_out(source: Path, folder: Path, going: Going) -> None:
    going("copying", 0, 0)
    if source.is_dir():
        for name, path in going_along(source):
            make_private((folder / name).parent)
            with path.open("rb") as there, open_private(folder / name) as copy:
                shutil.copyfileobj(there, copy)
        copy_database(source / DATABASE, folder / DATABASE)
    elif is_archive(source):
        unpack(source, folder, going)
    else:
        with source.open("rb") as file:
            if file.read(len(SQLITE)) != SQLITE:
                raise sqlite3.DatabaseError("file is not a database")
        copy_database(source, folder / DATABASE)


def _proved(database: Path) -> tuple[Hall, tuple[Damage, ...]]:
    with closing(open_database(database, keep=False)) as db, transaction(db):
        opened = Wholeness(db, SQL, HALL_ID, database).opened(all_of_it=True)
    return opened.hall, opened.damage
