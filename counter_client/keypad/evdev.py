"""A USB numeric keypad, read straight from the kernel (/dev/input/…), so that its keys go nowhere else."""

import asyncio
import contextlib
import fcntl
import os
import struct
import sys
from pathlib import Path

from counter_client.keypad.keypad_texts import SAYS, Text
from counter_client.keypad.keys import CODES
from counter_client.keypad.program import Press, Trouble

assert sys.platform == "linux"

EVENT = struct.Struct("@llHHi")  # struct input_event: seconds, microseconds, type, code, value
EV_KEY, PRESSED = 1, 1  # value 0 is the release, 2 a key that is held
EVIOCGRAB = 0x40044590
AGAIN = 2.0  # s until an unplugged keypad is looked for again


def keys_in(data: bytes) -> list[str]:
    """The keys pressed in whole events; a held key, a release and a key without a meaning are none."""
    return [
        CODES[code]
        for _, _, kind, code, value in EVENT.iter_unpack(data)
        if kind == EV_KEY and value == PRESSED and code in CODES
    ]


class Keypad:
    """`path` is best one of /dev/input/by-id/, which is the same after replugging."""

    def __init__(self, path: Path, again: float = AGAIN) -> None:
        self._path, self._again = path, again

    async def run(self, press: Press, trouble: Trouble) -> None:
        """For ever: a keypad that is pulled out is read again when it is back."""
        while True:
            try:
                fd = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            except OSError as why:
                trouble(_words(why))
            else:
                trouble(None)
                with os.fdopen(fd, "rb", buffering=0):
                    _grab(fd)
                    await _until_gone(fd, press)
                trouble(SAYS["keypad_gone"])
            await asyncio.sleep(self._again)


def _words(why: OSError) -> Text:
    return SAYS["keypad_denied" if isinstance(why, PermissionError) else "keypad_gone"]


def _grab(fd: int) -> None:
    """Keep the keys from the login prompt and the desktop; a pipe has nobody else who listens."""
    with contextlib.suppress(OSError):
        fcntl.ioctl(fd, EVIOCGRAB, 1)


async def _until_gone(fd: int, press: Press) -> None:
    loop, gone = asyncio.get_running_loop(), asyncio.Event()
    rest = b""

    def ready() -> None:
        nonlocal rest
        try:
            data = os.read(fd, EVENT.size * 64)
        except BlockingIOError:
            return
        except OSError:  # ENODEV: pulled out
            data = b""
        if not data:
            loop.remove_reader(fd)
            gone.set()
        rest += data
        whole = len(rest) - len(rest) % EVENT.size
        for key in keys_in(rest[:whole]):
            press(key)
        rest = rest[whole:]

    loop.add_reader(fd, ready)
    try:
        await gone.wait()
    finally:
        loop.remove_reader(fd)
