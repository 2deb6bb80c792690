"""A terminal as keypad and display: keys one by one, four lines redrawn in place."""

import asyncio
import codecs
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

from counter_client.keypad.display import LINES, Frame
from counter_client.keypad.keys import Held, typed
from counter_client.keypad.program import Press, Trouble

_HIDE, _SHOW, _UP = "\x1b[?25l", "\x1b[?25h", f"\x1b[{LINES - 1}A\r"


class PlainLines:
    """For pipes: the four lines and an empty one, whenever they change."""

    seconds = False

    def __init__(self, out: TextIO) -> None:
        self._out, self._shown = out, Frame()

    def draw(self, frame: Frame) -> None:
        if frame != self._shown:
            self._shown = frame
            self._out.write("\n".join(line.rstrip() for line in frame) + "\n\n")
            self._out.flush()


class FourLines:
    """In place; on leaving, the cursor stands below them."""

    seconds = True

    def __init__(self, out: TextIO) -> None:
        self._out, self._shown = out, Frame()

    def draw(self, frame: Frame) -> None:
        if frame == self._shown:
            return
        begin = _UP if self._shown else _HIDE
        self._shown = frame
        # Emptied first: behind its last column a terminal as narrow as a line would empty that column.
        self._out.write(begin + "\r\n".join(f"\x1b[K{line}" for line in frame))
        self._out.flush()

    def leave(self) -> None:
        if self._shown:
            self._out.write("\r\n" + _SHOW)
            self._out.flush()
            self._shown = Frame()


if sys.platform == "win32":
    import msvcrt

    _LOOK = 0.03  # s
    # What the keypad turns into while NumLock is off.
    _CURSOR = dict(zip("RSOPQKMGHI", "0.12346789", strict=True))

    class Keyboard:
        """The console's keys."""

        def __init__(self, _fd: int, clock: Callable[[], float]) -> None:
            self._held, self._clock = Held(), clock

        def __enter__(self) -> "Keyboard":
            os.system("")  # switches the console's escape sequences on
            return self

        def __exit__(self, *_: object) -> None:
            return None

        async def run(self, press: Press, trouble: Trouble) -> None:
            while True:
                await asyncio.sleep(_LOOK)
                while msvcrt.kbhit():
                    char = msvcrt.getwch()
                    if char == "\x03":
                        raise KeyboardInterrupt
                    keys = [_CURSOR.get(msvcrt.getwch(), "")] if char in "\x00\xe0" else typed(char)
                    for key in filter(None, keys):
                        if not self._held.is_held(key, self._clock()):
                            press(key)

else:
    import termios
    import tty

    class Keyboard:
        """Reads a terminal, or a pipe, key by key. A held key counts once."""

        def __init__(self, fd: int, clock: Callable[[], float]) -> None:
            self._fd, self._clock = fd, clock
            self._held = Held()
            self._before: list[object] | None = None

        def __enter__(self) -> "Keyboard":
            if os.isatty(self._fd):
                self._before = termios.tcgetattr(self._fd)
                tty.setcbreak(self._fd, termios.TCSANOW)  # Ctrl+C still ends the program
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            if self._before is not None:
                termios.tcsetattr(self._fd, termios.TCSANOW, self._before)  # type: ignore[arg-type]

        async def run(self, press: Press, trouble: Trouble) -> None:
            """Until the other end is closed; what cannot be waited for (/dev/null) has no keys."""
            loop, over = asyncio.get_running_loop(), asyncio.Event()
            decoder = codecs.getincrementaldecoder("utf-8")("replace")

            def ready() -> None:
                try:
                    data = os.read(self._fd, 1024)
                except OSError:
                    data = b""
                if not data:
                    loop.remove_reader(self._fd)
                    over.set()
                self._tell(decoder.decode(data), press)

            try:
                loop.add_reader(self._fd, ready)
            except PermissionError:
                return
            try:
                await over.wait()
            finally:
                loop.remove_reader(self._fd)

        def _tell(self, text: str, press: Press) -> None:
            for key in typed(text):
                # Only a terminal repeats; what comes out of a pipe was meant.
                if self._before is None or not self._held.is_held(key, self._clock()):
                    press(key)
