"""A hall's database as files: new only where nothing of an old one is, the same one all the time, whole."""

import contextlib
import json
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from server.journal import StorageFailed
from server.journal.damage_texts import both

SIDES = ("-wal", "-shm", "-journal")  # what SQLite lays beside a database and reads with it
HALF, READY, OVER = ".restore-half", ".restore-ready", ".restore-over"
NEW, PLAN = "new", "plan.json"
SERVED = "server.address"  # left by a server: where one ran, there was a hall


class DataGone(StorageFailed):
    """The database is no longer the file that was opened, or what is left of one is no hall."""


def sides_of(database: Path) -> list[Path]:
    return [side for side in (database.with_name(database.name + end) for end in SIDES) if side.exists()]


def is_there(database: Path) -> bool:
    """Whether there is a database; a way back that was cut short is walked to its end first."""
    settle(database.parent)
    return database.exists()


def require_new_or_whole(database: Path) -> None:
    """An empty file, or a log without its file, was a hall: it is never taken for a new one."""
    if database.exists():
        if database.stat().st_size == 0:
            raise DataGone(both("empty_file", file=database))
    elif left := [*sides_of(database), *(p for p in [database.with_name(SERVED)] if p.exists())]:
        raise DataGone(both("file_gone", file=database, left="  ".join(map(str, left))))


class SameFile:
    """The file that was opened, told from whatever lies under its name later."""

    def __init__(self, path: Path) -> None:
        self._path, self._mark = path, _mark(path)

    def require(self) -> None:
        if _mark(self._path) != self._mark:
            raise DataGone(both("file_swapped", file=self._path))


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116  # with every commit: a path's own way costs twice as much
    except OSError:
        return None
    return status.st_dev, status.st_ino


def keep_private(database: Path) -> None:
    """For their owner only, also those that an older version made; a folder others share is left alone."""
    folder = database.parent
    for path, mode in ((folder, 0o700), *((p, 0o600) for p in (database, *sides_of(database)))):
        with contextlib.suppress(OSError):
            status = path.stat()
            if not status.st_mode & stat.S_ISVTX and status.st_mode & 0o077:
                path.chmod(mode)


def new_file(path: Path) -> None:
    """Make an empty file that only its owner reads; what SQLite lays beside it takes its rights from it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def flushed(folder: Path) -> None:
    """What was renamed into or out of the folder stays so when the power goes."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def commit(folder: Path, old: list[str], away: str) -> None:
    """THE moment of a way back: before this rename it is the old hall, after it the new one."""
    half = folder / HALF
    plan = half / PLAN
    with plan.open("w", encoding="utf-8") as file:
        json.dump({"old": old, "away": away}, file)
        file.flush()
        os.fsync(file.fileno())
    flushed(half)
    half.rename(folder / READY)
    flushed(folder)


def settle(folder: Path) -> None:
    """Walk a way back that was begun to its end; whoever opens the hall's database comes by here."""
    ready = folder / READY
    if not ready.exists():
        return
    with _alone(ready):
        if ready.exists():
            _exchange(folder, ready)


def _exchange(folder: Path, ready: Path) -> None:
    """Every step may have been done already: each looks first."""
    plan = json.loads((ready / PLAN).read_text(encoding="utf-8"))
    away, new = folder / plan["away"], ready / NEW
    for name in plan["old"]:
        if (folder / name).exists() and not (away / name).exists():
            away.mkdir(mode=0o700, exist_ok=True)
            (folder / name).rename(away / name)
    if away.exists():
        flushed(away)
    # The database last: while it is missing, nobody takes the rest for a hall.
    for path in sorted(new.iterdir(), key=lambda p: p.is_file()):
        path.rename(folder / path.name)
    flushed(folder)
    over = folder / OVER
    shutil.rmtree(over, ignore_errors=True)
    ready.rename(over)
    shutil.rmtree(over, ignore_errors=True)


@contextlib.contextmanager
def _alone(ready: Path) -> Iterator[None]:
    """Two processes may open the hall at the same moment."""
    if os.name == "nt":
        yield
        return
    import fcntl  # noqa: PLC0415  # not there on Windows

    try:
        file = (ready / PLAN).open("rb")
    except FileNotFoundError:  # the other one has just finished
        yield
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write_note(file: Path, text: str) -> None:
    """Keep it whole or not at all; a full disk costs only the newer one."""
    half = file.with_name(f"{file.name}.half")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(file)
    except OSError:
        return
