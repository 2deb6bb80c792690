"""The same printer at the end of a line: a pseudo-terminal instead of a socket."""

import asyncio
import contextlib
import os
import tty
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.devices.tcp_printer import LoopbackPrinter

BUFFER = 4096  # bytes a printer keeps; then it says "wait"


class PtyPrinter(LoopbackPrinter):
    """`address` is a link to the line of the moment, as udev makes them."""

    hangs = False  # takes nothing any more

    def __init__(self, address: Path) -> None:
        super().__init__()
        self.address = address
        self._ends: tuple[int, int] | None = None
        self._listening = False
        self.keeps_unfinished = True  # nobody tells a printer that the other end has closed the line

    async def plug_in(self) -> None:
        printer, hall = os.openpty()
        tty.setraw(hall)
        os.set_blocking(printer, False)
        self._ends = (printer, hall)
        self.address.unlink(missing_ok=True)
        self.address.symlink_to(os.ttyname(hall))
        self._wire = _Line(printer)  # type: ignore[assignment]
        self._listen()

    def hang_up(self) -> None:
        """The cable is pulled; the printer prints what it has."""
        if self._ends is not None:
            self._stop_listening()
            self.address.unlink()
            for end in self._ends:
                os.close(end)
            self._ends = self._wire = None

    def power_cut(self) -> None:
        self.hang_up()
        self._buffer.clear()
        self._tear()

    def advance(self) -> None:
        super().advance()
        self._listen()

    def _listen(self) -> None:
        """Read on if there is room: the real-time questions wait outside with the rest."""
        full = len(self._buffer) >= BUFFER and (self.stopped or self._waiting)
        room = not full and not self.hangs
        if room and self._ends and not self._listening:
            asyncio.get_running_loop().add_reader(self._ends[0], self._read, self._ends[0])
            self._listening = True
        elif not room:
            self._stop_listening()

    def _stop_listening(self) -> None:
        if self._listening and self._ends:
            asyncio.get_running_loop().remove_reader(self._ends[0])
            self._listening = False

    def _read(self, end: int) -> None:
        with contextlib.suppress(BlockingIOError):
            self.received(os.read(end, 1024))


class _Line:
    def __init__(self, end: int) -> None:
        self._end = end

    def send(self, byte: int) -> None:
        os.write(self._end, bytes([byte]))


@asynccontextmanager
async def on_a_line(folder: Path) -> AsyncIterator[PtyPrinter]:
    printer = PtyPrinter(folder / "ttyUSB0")
    await printer.plug_in()
    try:
        yield printer
    finally:
        printer.power_cut()
