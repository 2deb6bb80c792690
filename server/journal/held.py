"""A hall's folder is held by the one server that runs it, as long as that process lives."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

LOCK = "server.lock"

_ours: set[Path] = set()  # held by this process: its own lock keeps nobody here out


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; `OSError` where another one does."""
    with (folder / LOCK).open("a") as lock:
        _lock(lock.fileno())
        _ours.add(folder.resolve())
        try:
            yield
        finally:
            _ours.discard(folder.resolve())


def held_by_another(folder: Path) -> bool:
    """Whether another process serves this hall now, of whatever version; leaves the lock as it was."""
    if folder.resolve() in _ours:
        return False
    try:
        with (folder / LOCK).open("r+") as lock:
            _lock(lock.fileno())
    except FileNotFoundError:  # never served, or a copy
        return False
    except OSError:
        return True
    return False


def _lock(file: int) -> None:
    """Hold the file until it is closed, or this process ends, however it ends."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # only there

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415  # not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
