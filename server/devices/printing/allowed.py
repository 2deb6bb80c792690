"""A last look before something is opened: what the address is by now, whoever wrote it.

A name may lead elsewhere than when the set-up was checked: a link, a disk, a name of the network.
"""

import os
import stat
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.domain.config.soundness.addresses import may_be_reached

MEMORY = 1  # the major number of /dev/mem, /dev/null and their kin


def inside(folder: Path, name: str) -> Path:
    """The folder of this name in `folder`; DeviceMisconfigured when it leads out of it."""
    there = folder / name
    if not there.resolve().is_relative_to(folder.resolve()) or there.resolve() == folder.resolve():
        raise DeviceMisconfigured(f"{name!r}: only a folder below the hall's own")
    return there


def require_device(path: str) -> None:
    """DeviceMisconfigured for a file, a disk or memory; what is not there now may still come."""
    if os.name != "posix":
        return
    try:
        status = Path(path).stat()
    except OSError:
        return
    if not stat.S_ISCHR(status.st_mode) or os.major(status.st_rdev) == MEMORY:
        raise DeviceMisconfigured(f"{path}: no line and no printer")


def require_reachable(address: str) -> None:
    """DeviceMisconfigured for an address that no device of a hall has."""
    if not may_be_reached(address):
        raise DeviceMisconfigured(f"{address}: not an address of the hall's network")
