"""Where the halls of the tests lie: in memory where there is room, for 5 ms go with each flush to a disk.

What a disk keeps is tried by drills, and measured by benchmarks: on the disk.
"""

import os
from collections.abc import Iterable

MEMORY, ROOM = "/dev/shm", 2 * 1024**3
ON_DISK = ("drills", "benchmarks")


def in_memory(asked: Iterable[str]) -> None:
    """Unless somebody has said where."""
    if any(word in arg for arg in asked for word in ON_DISK) or not os.access(MEMORY, os.W_OK):
        return
    free = os.statvfs(MEMORY)
    if free.f_bavail * free.f_frsize >= ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)
        os.environ.setdefault("TMPDIR", MEMORY)
