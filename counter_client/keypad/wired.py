"""A display of 20 columns and 4 lines on a serial line.

Protocol: 9600 baud, 8N1, nothing comes back. Every change is a whole picture of 81 bytes: a form feed (0x0C:
clear, cursor to the upper left), then the four lines of exactly 20 columns one after the other, without line
ends: after the twentieth column the display goes on in the next line by itself. Letters are GB18030: one byte
a column, a hanzi two bytes and two columns. A picture that was cut off is mended by the next.
"""

import contextlib
import os
import sys
import termios
import tty
from pathlib import Path

from counter_client.keypad.columns import width
from counter_client.keypad.display import Frame

assert sys.platform == "linux"

CLEAR = b"\x0c"


def picture(frame: Frame) -> bytes:
    """The bytes of one picture; what the display has no two bytes for is a ?."""
    return CLEAR + b"".join(_bytes(char) for line in frame for char in line)


def _bytes(char: str) -> bytes:
    encoded, columns = char.encode("gb18030"), width(char)
    return encoded if len(encoded) == columns else b"?" * columns


class WiredDisplay:
    """Never blocks: a display that is slow or unplugged gets the newest picture later, at the next draw."""

    seconds = False  # a slow line, and many displays flicker when they are cleared

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None
        self._shown = b""

    def draw(self, frame: Frame) -> None:
        wanted = picture(frame)
        if wanted == self._shown:
            return
        try:
            if self._fd is None:
                self._fd = _open(self._path)
            if os.write(self._fd, wanted) == len(wanted):
                self._shown = wanted
        except BlockingIOError:
            return
        except OSError:
            self.close()

    def close(self) -> None:
        self._shown = b""
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None


def _open(path: Path) -> int:
    fd = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    if os.isatty(fd):
        tty.setraw(fd, termios.TCSANOW)
        line = termios.tcgetattr(fd)
        line[4] = line[5] = termios.B9600
        line[2] |= termios.CLOCAL  # nobody lifts a receiver at the other end
        termios.tcsetattr(fd, termios.TCSANOW, line)
    return fd
