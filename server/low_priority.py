"""A process that works beside the hall steps back: whatever else runs on this machine goes first.

`HALLQUEUE_LOW_PRIORITY=no` keeps it level with the others. Where every core is taken, one that has stepped
back hardly runs at all: right beside a hall, and an hour's wait for whoever only tries it.
"""

import ctypes
import os
import sys
from contextlib import suppress

LOW_PRIORITY, NO = "HALLQUEUE_LOW_PRIORITY", "no"
_BELOW_NORMAL = 0x4000


def step_back(steps: int) -> None:
    """This process, by so many steps of twenty where the system counts them."""
    if os.environ.get(LOW_PRIORITY) == NO:
        return
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        with suppress(OSError):  # a service may be forbidden to
            os.nice(steps)
