"""What this machine itself can tell of its clock beside the time: its run since power-on, and whether a
time service disciplines it."""

import ctypes
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from server.clock import Believed, HallClock
from server.journal.files import write_note

MARK = "clock.json"
BOOT = Path("/proc/sys/kernel/random/boot_id")
UNSYNCHRONISED = 5  # what the kernel's call answers, TIME_ERROR
SAME = 2.0  # s


def boot_id() -> str:
    """Names this run of the machine; "" where there is no such name."""
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def read_mark(data: Path) -> Believed | None:
    """The last moment this hall was sure of; None where none is kept or it cannot be read."""
    try:
        kept = json.loads((data / MARK).read_text(encoding="utf-8"))
        at = datetime.fromisoformat(kept["at"]).astimezone(UTC)
        return Believed(at=at, boot=str(kept["boot"]), steady=float(kept["steady"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_mark(data: Path, mark: Believed) -> None:
    body = {"at": mark.at.isoformat(), "boot": mark.boot, "steady": mark.steady}
    write_note(data / MARK, json.dumps(body))


class _Timex(ctypes.Structure):
    """The head of Linux's `struct timex`, and room for its rest."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("constant", ctypes.c_long),
        ("precision", ctypes.c_long),
        ("tolerance", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("fraction", ctypes.c_long),
        ("rest", ctypes.c_byte * 256),
    )


def disciplined(clock: HallClock) -> list[float]:
    """The machine's own time as one to be heard while chrony, timesyncd or ntpd disciplines it; else none.

    The kernel also says its own time: a clock that was handed to us otherwise is not the one it speaks of.
    """
    if not sys.platform.startswith("linux"):
        return []
    try:
        state = _Timex()
        answer = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(state))
    except (OSError, AttributeError):
        return []
    if answer in (-1, UNSYNCHRONISED) or abs(state.seconds - clock.machine().timestamp()) > SAME:
        return []
    return [clock.heard(clock.machine())]
