"""A receipt printer on a loopback socket: prints in order, and answers and fails as the real ones do."""

import asyncio
import re
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from server.devices.printing.printer_commands import Command, next_command

RESET = struct.pack("ii", 1, 0)
_ASKED = re.compile(rb"\x10\x04([\x01-\x04])")


class LoopbackPrinter:
    """Keeps what it printed: `slips` are whole, `torn` are not. Change its switches through `turn`."""

    paper_out = near_end = cover_open = offline = mute = answer_lost = keeps_unfinished = False
    cutter_jammed = head_hot = broken = stuck = feeding = knows_no_causes = False
    slow = 0.0  # seconds between two commands
    late = 0.0  # seconds an answer takes
    maker = model = ""  # told if asked
    hangs_up_after: int | None = None  # bytes, once

    def __init__(self) -> None:
        self.port = 0
        self.slips: list[bytes] = []
        self.torn: list[bytes] = []
        self.connections = 0
        self._server: asyncio.Server | None = None
        self._wire: _Wire | None = None
        self._buffer = bytearray()
        self._sheet = bytearray()
        self._waiting = False

    def turn(self, **switches: bool | float | str | None) -> None:
        """Set switches by name; the printer goes on with what it has if it can."""
        for name, value in switches.items():
            assert hasattr(self, name)
            setattr(self, name, value)
        self.advance()

    async def plug_in(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Wire(self), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def power_cut(self) -> None:
        """All that is not on paper is gone."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.hang_up()
        self._buffer.clear()
        self._tear()

    def hang_up(self) -> None:
        if self._wire is not None:
            self._wire.reset()
            self._wire = None

    @property
    def stopped(self) -> bool:
        return self.paper_out or self.cover_open or self._fault() != 0

    def connected(self, wire: "_Wire") -> bool:
        """One client at a time, and none that was let in as the plug was pulled."""
        if self._wire is not None or self._server is None:
            return False
        self._wire = wire
        self.connections += 1
        return True

    def disconnected(self, wire: "_Wire") -> None:
        """What was received is still printed; a command cut short is forgotten by most, but not by all."""
        if self._wire is wire:
            self._wire = None
            self.advance()
            if not self.stopped and not self._waiting and not self.keeps_unfinished:
                self._buffer.clear()

    def received(self, data: bytes) -> None:
        for asked in _ASKED.finditer(data):  # real time: answered even inside a picture
            if asked[1] != b"\x03" or not self.knows_no_causes:
                self._answer(self._status(asked[1][0]))
        limit = self.hangs_up_after
        self._buffer += data if limit is None else data[:limit]
        if limit is not None:
            self.hangs_up_after = limit - len(data) if len(data) < limit else None
        self.advance()
        if limit is not None and len(data) >= limit:
            self.hang_up()

    def advance(self) -> None:
        """Execute, in order, all there is, while there is paper."""
        while not self.stopped and not self._waiting and (command := self._next()):
            done = bytes(self._buffer[: command.end])
            del self._buffer[: command.end]
            self._execute(command.name, done)
            if self.slow and command.name != b"\x00":
                self._waiting = True
                asyncio.get_running_loop().call_later(self.slow, self._go_on)

    def _next(self) -> Command | None:
        """White dots that nothing asks for are passed over at once: thousands end a picture."""
        if self._buffer[:1] == b"\x00":
            del self._buffer[: len(self._buffer) - len(self._buffer.lstrip(b"\x00"))]
        return next_command(self._buffer, 0)

    def _go_on(self) -> None:
        self._waiting = False
        self.advance()

    def _execute(self, name: bytes, done: bytes) -> None:
        match name:
            case b"\x1dr":
                if not self.answer_lost:
                    self._answer(0x03 if self.near_end else 0x00)
            case b"\x1dI":
                if said := {66: self.maker, 67: self.model}.get(done[2]):
                    for letter in b"_" + said.encode() + b"\0":
                        self._answer(letter)
            case b"\x1dV":
                self.slips.append(bytes(self._sheet) + done)
                self._sheet.clear()
            case b"\x1b@":
                self._tear()
                self._sheet += done
            case b"\x1da" | b"\x10\x04" | b"\x00":
                pass
            case _:
                self._sheet += done

    def _tear(self) -> None:
        if self._sheet:
            self.torn.append(bytes(self._sheet))
            self._sheet.clear()

    def _status(self, question: int) -> int:
        away = self.offline or self.stopped or self.feeding
        bits = {
            1: 0x08 * away,
            2: 0x04 * self.cover_open
            | 0x08 * self.feeding
            | 0x20 * self.paper_out
            | 0x40 * bool(self._fault()),
            3: self._fault(),
            4: 0x0C * self.near_end | 0x60 * self.paper_out,
        }
        return 0x12 | bits.get(question, 0)

    def _fault(self) -> int:
        return 0x04 * self.stuck | 0x08 * self.cutter_jammed | 0x20 * self.broken | 0x40 * self.head_hot

    def _answer(self, byte: int) -> None:
        if self.mute:
            return
        if self.late:
            asyncio.get_running_loop().call_later(self.late, self._say, byte)
        else:
            self._say(byte)

    def _say(self, byte: int) -> None:
        if self._wire is not None:
            self._wire.send(byte)


class _Wire(asyncio.Protocol):
    """One connection."""

    def __init__(self, printer: LoopbackPrinter) -> None:
        self._printer = printer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        if not self._printer.connected(self):
            self.reset()

    def data_received(self, data: bytes) -> None:
        self._printer.received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._printer.disconnected(self)

    def send(self, byte: int) -> None:
        self._transport.write(bytes([byte]))

    def reset(self) -> None:
        sock = cast(socket.socket, self._transport.get_extra_info("socket"))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self._transport.abort()


@asynccontextmanager
async def plugged_in() -> AsyncIterator[LoopbackPrinter]:
    printer = LoopbackPrinter()
    await printer.plug_in()
    try:
        yield printer
    finally:
        printer.power_cut()
        for _ in range(3):  # whoever was just let in is reset, and what is reset is closed
            await asyncio.sleep(0)
