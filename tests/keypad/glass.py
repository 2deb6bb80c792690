"""What a terminal shows: the few escape sequences the program may use, and nothing else."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from counter_client.keypad.columns import width
from counter_client.keypad.keys import Held
from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent
_TOKEN = re.compile(r"\x1b\[(\??\d*)([A-Za-z])|(\r)|(\n)|([^\x1b\r\n])", re.S)


class Glass:
    """Rows of text; a cursor. An escape sequence it does not know is an error.

    Behind its last column the cursor stays upon it, as in terminals, until something more is written.
    """

    def __init__(self, columns: int = 80) -> None:
        self.columns = columns
        self.rows: list[str] = [""]
        self.row, self.column = 0, 0
        self.cursor_shown = True

    @property
    def lines(self) -> list[str]:
        return [row.rstrip() for row in self.rows]

    def feed(self, text: str) -> None:
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            assert found, f"unknown: {text[at : at + 10]!r}"
            at = found.end()
            self._do(*found.groups())

    def _do(self, count: str, what: str, back: str, down: str, char: str) -> None:
        if char:
            self._put(char)
        elif back:
            self.column = 0
        elif down:
            self.row += 1
            self.rows += [""] * (self.row + 1 - len(self.rows))
        elif what == "A":
            self.row -= int(count or 1)
            assert self.row >= 0
        elif what == "K":
            self.rows[self.row] = self._left()
        else:
            assert (count, what) in {("?25", "l"), ("?25", "h")}
            self.cursor_shown = what == "h"

    def _put(self, char: str) -> None:
        if self.column + width(char) > self.columns:
            self._do("", "", "\r", "", "")
            self._do("", "", "", "\n", "")
        left = self._left()
        left += " " * (self.column - width(left))
        after = self.rows[self.row][len(left) + 1 :] if width(char) == 1 else ""
        self.rows[self.row] = left + char + after
        self.column += width(char)

    def _left(self) -> str:
        """What stands left of the cursor."""
        kept = ""
        for char in self.rows[self.row]:
            if width(kept + char) > min(self.column, self.columns - 1):
                break
            kept += char
        return kept


# The pseudo-terminal becomes the program's own, so that Ctrl+C reaches it; tests that were begun in the
# background have let Ctrl+C go, and what they start would, too.
_STARTED = """
import fcntl, runpy, signal, termios
signal.signal(signal.SIGINT, signal.default_int_handler)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("counter_client", run_name="__main__", alter_sys=True)
"""


class AtTerminal:
    """The program in a process of its own on a pseudo-terminal."""

    def __init__(self, *options: str, env: Mapping[str, str] | None = None, columns: int = 80) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.slave = os.ttyname(slave)
        self.glass, self._bytes, self._free_at = Glass(columns), b"", 0.0
        line = [sys.executable, "-c", _STARTED, *options]
        self.process = subprocess.Popen(
            line, cwd=ROOT, stdin=slave, stdout=slave, stderr=slave, env={**os.environ, **(env or {})},
            start_new_session=True,
        )  # fmt: skip
        self.kept_slave = slave  # so that the settings of the terminal can be looked at afterwards

    @property
    def lines(self) -> list[str]:
        return self.glass.lines[-4:]

    def type(self, *keys: str) -> None:
        """One key after the other, as a hand does that lets go in between: a held key is told by that."""
        for key in keys:
            while time.monotonic() < self._free_at:
                self._read(0.02)
            os.write(self._master, key.encode())
            self._free_at = time.monotonic() + Held.WITHIN + 0.1

    def hold(self, key: str, times: int) -> None:
        """A key that is held down, as a terminal repeats it."""
        os.write(self._master, key.encode() * times)

    def see(self, condition: Callable[[list[str]], object]) -> list[str]:
        """Read until the four lines are as wanted; returns them."""
        end = time.monotonic() + PATIENCE
        while True:
            self._read(0.05)
            if condition(self.lines):
                return self.lines
            assert time.monotonic() < end, self.lines

    def sees(self, *words: str) -> list[str]:
        return self.see(lambda lines: all(word in "\n".join(lines) for word in words))

    def ends(self) -> int:
        code = self.process.wait(PATIENCE)
        self._read(0.05)
        return code

    def _read(self, patience: float) -> None:
        while select.select([self._master], [], [], patience)[0]:
            self._bytes += os.read(self._master, 4096)
            whole = len(self._bytes)
            while whole > max(len(self._bytes) - 4, 0):  # a hanzi may be cut in two
                try:
                    text = self._bytes[:whole].decode()
                except UnicodeDecodeError:
                    whole -= 1
                else:
                    self.glass.feed(text)
                    self._bytes = self._bytes[whole:]
                    break
            patience = 0

    def __enter__(self) -> "AtTerminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        os.close(self._master)
        os.close(self.kept_slave)
