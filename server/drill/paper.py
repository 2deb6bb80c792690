"""A receipt printer that is not there: it counts slips, says how it is, runs out of paper when told to."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.devices.printing.printer_commands import next_command

ASKED = re.compile(rb"\x10\x04([\x01-\x04])")
WELL, AWAY, EMPTY, NO_PAPER = 0x12, 0x08, 0x20, 0x60
RECEIPT, CUT = b"\x1dr", b"\x1dV"


class PracticePrinter:
    """One connection at a time, as the real ones."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.slips = 0
        self._paper = True
        self._left = bytearray()
        self._writer: asyncio.StreamWriter | None = None

    @property
    def paper(self) -> bool:
        return self._paper

    @paper.setter
    def paper(self, there: bool) -> None:
        self._paper = there
        self._print()

    async def heard(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._writer is not None:
            writer.close()
            return
        self._writer = writer
        try:
            while data := await reader.read(65536):
                for asked in ASKED.finditer(data):  # answered at once, whatever it is doing
                    self._say(self._status(asked[1][0]))
                self._left += data
                self._print()
        except OSError:
            pass
        finally:
            self._writer = None
            writer.close()

    def _print(self) -> None:
        """All there is, in order, while there is paper."""
        while self._paper and (command := next_command(self._left, 0)):
            del self._left[: command.end]
            if command.name == RECEIPT:
                self._say(0)
            self.slips += command.name == CUT

    def _status(self, question: int) -> int:
        out = not self._paper
        return WELL | {1: AWAY * out, 2: EMPTY * out, 4: NO_PAPER * out}.get(question, 0)

    def _say(self, byte: int) -> None:
        if self._writer is not None:
            self._writer.write(bytes([byte]))


@asynccontextmanager
async def plugged_in() -> AsyncIterator[PracticePrinter]:
    printer = PracticePrinter()
    server = await asyncio.start_server(printer.heard, "127.0.0.1", 0)
    printer.port = server.sockets[0].getsockname()[1]
    try:
        yield printer
    finally:
        server.close()
