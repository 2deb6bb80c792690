"""A receipt printer on the network: asks before it prints; only the printer's own word counts as printed."""

import asyncio
import socket
import struct
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, Readiness, SlipUnknown

NO_AUTOMATIC_STATUS = b"\x1da\x00"
RECEIPT = b"\x1dr\x01"  # executed in order: its answer says that everything before it is on paper
RECEIPT_BITS, STATUS_BITS = (0x90, 0x00), (0x93, 0x12)  # mask and fixed bits of the answers
SMALL_BUFFER = 8192  # what sits in our kernel unsent dies with the connection; less of it is less doubt
RESET_ON_CLOSE, FINISH_ON_CLOSE = struct.pack("ii", 1, 0), struct.pack("ii", 0, 0)
PORT, LAST_PORT = 9100, 65535
NO_ANSWER = "no_answer"
HUNG_UP = "busy"  # most printers serve one client and turn others away


def open_printer(config: PrinterConfig, folder: Path) -> "TcpPrinter":
    host, _, port = config.address.partition(":")
    if not host or not (port or "0").isdecimal() or int(port or 0) > LAST_PORT:
        raise DeviceMisconfigured(f"{config.id}: {config.address!r} is no host:port")
    return TcpPrinter(host, int(port or PORT), ack=config.ack == "gs_r")


class TcpPrinter:
    """One connection at a time, its own socket; every wait has an end."""

    def __init__(
        self,
        host: str,
        port: int = PORT,
        *,
        ack: bool = True,
        open_seconds: float = 2.0,
        answer_seconds: float = 1.0,
        print_seconds: float = 3.0,  # 120 mm at a slow printer's 40 mm/s
        receipt_seconds: float = 5.0,
        quiet_seconds: float = 0.3,
    ) -> None:
        self._address = (host, port)
        self._ack = ack
        self._open_seconds = open_seconds
        self._answer_seconds = answer_seconds
        self._proof_seconds = print_seconds + receipt_seconds
        self._quiet_seconds = quiet_seconds
        self._tells_nothing = False
        self._socket: socket.socket | None = None
        self._unproven: int | None = 0  # bytes that may still be in the printer; what came before us: unknown

    async def ready(self) -> Readiness:
        """Ask for the status, on a new connection if the old one no longer answers."""
        readiness = await self._readiness()
        if self._ack and self._unproven is not None:
            await self._settle(self._unproven)
        return readiness

    async def print(self, data: bytes) -> None:
        """Send, then wait for the proof."""
        if self._socket is None:
            await self.ready()
        sock, proven = self._known_socket(), False
        try:
            self._forget_strays(sock)
        except OSError as hung_up:
            self._drop()
            raise DeviceUnavailable(HUNG_UP) from hung_up
        try:
            async with asyncio.timeout(self._proof_seconds):
                await asyncio.get_running_loop().sock_sendall(sock, data + (RECEIPT if self._ack else b""))
                proven = not self._ack or await self._answer(sock, *RECEIPT_BITS) is not None
        except TimeoutError as silent:
            raise SlipUnknown(NO_ANSWER) from silent
        except OSError as hung_up:
            raise SlipUnknown("offline") from hung_up
        finally:
            if not proven:  # also when cancelled: the rest must not come out later
                self._unproven = len(data)
                self._drop()
        if not self._ack:
            await self.close()

    async def close(self) -> None:
        """Hang up in peace; what was sent still arrives."""
        if self._socket is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, FINISH_ON_CLOSE)
            self._drop()

    async def _readiness(self) -> Readiness:
        if self._tells_nothing:
            if self._socket is None:
                await self._open()
            return Readiness(near_end=False)
        if self._socket is not None:
            try:
                return await self._ask()
            except DeviceUnavailable as failed:
                if str(failed) != HUNG_UP:
                    raise
        await self._open()
        return await self._first_answer()

    async def _first_answer(self) -> Readiness:
        """A printer set to `ack: none` may be one that never tells anything; then being there is enough."""
        try:
            return await self._ask()
        except DeviceUnavailable as failed:
            if self._ack or str(failed) != NO_ANSWER:
                raise
        self._tells_nothing = True
        await self._open()
        return Readiness(near_end=False)

    async def _settle(self, unproven: int) -> None:
        """Hear out what an earlier slip left behind, or its late receipt would pass for the next slip's.

        White dots first, to end a picture that was cut short; then a receipt of our own, which comes last.
        """
        sock, settled = self._known_socket(), False
        try:
            async with asyncio.timeout(self._proof_seconds):
                await asyncio.get_running_loop().sock_sendall(sock, bytes(unproven) + RECEIPT)
                await self._answer(sock, *RECEIPT_BITS)
            settled = await self._quiet(sock)
        except TimeoutError as silent:
            raise DeviceUnavailable(NO_ANSWER) from silent
        except OSError as hung_up:
            raise DeviceUnavailable(HUNG_UP) from hung_up
        finally:
            if not settled:
                self._drop()
        self._unproven = None

    async def _quiet(self, sock: socket.socket) -> bool:
        """Wait until no more receipts come."""
        try:
            while True:
                async with asyncio.timeout(self._quiet_seconds):
                    await self._answer(sock, *RECEIPT_BITS)
        except TimeoutError:
            return True

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._open_seconds):
                found = await loop.getaddrinfo(*self._address, type=socket.SOCK_STREAM)
                family, kind, protocol, _, address = found[0]
                self._socket = _quiet_socket(family, kind, protocol)
                await loop.sock_connect(self._socket, address)
        except (OSError, TimeoutError) as failed:
            self._drop()
            raise DeviceUnavailable("offline") from failed
        except BaseException:
            self._drop()
            raise

    async def _ask(self) -> Readiness:
        """DLE EOT 1, 2 and 4: answered at once, whatever the printer is doing."""
        printer = await self._status(b"\x10\x04\x01", NO_AUTOMATIC_STATUS)
        cause = await self._status(b"\x10\x04\x02")
        paper = await self._status(b"\x10\x04\x04")
        if cause & 0x04:
            raise DeviceUnavailable("cover_open")
        if paper & 0x60 or cause & 0x20:
            raise DeviceUnavailable("paper_out")
        if printer & 0x08 or cause & 0x40:
            raise DeviceUnavailable("offline")
        return Readiness(near_end=bool(paper & 0x0C))

    async def _status(self, question: bytes, before: bytes = b"") -> int:
        """One status byte; a connection without an answer is dropped, so that no late one is misread."""
        sock, answer = self._known_socket(), None
        try:
            self._forget_strays(sock)
            async with asyncio.timeout(self._answer_seconds):
                await asyncio.get_running_loop().sock_sendall(sock, before + question)
                answer = await self._answer(sock, *STATUS_BITS)
        except TimeoutError as silent:
            raise DeviceUnavailable(NO_ANSWER) from silent
        except OSError as hung_up:
            raise DeviceUnavailable(HUNG_UP) from hung_up
        finally:
            if answer is None:
                self._drop()
        return answer

    async def _answer(self, sock: socket.socket, mask: int, fixed: int) -> int:
        """The first byte with the right fixed bits; bytes of other kinds are strays."""
        loop = asyncio.get_running_loop()
        while received := await loop.sock_recv(sock, 1):
            if received[0] & mask == fixed:
                return received[0]
        raise ConnectionResetError("the printer hung up")

    def _forget_strays(self, sock: socket.socket) -> None:
        """Throw away what came unasked: it answers nothing that is asked from now on."""
        try:
            while sock.recv(256):
                pass
        except BlockingIOError:
            return
        raise ConnectionResetError("the printer hung up")

    def _known_socket(self) -> socket.socket:
        if self._socket is None:
            raise DeviceUnavailable("offline")
        return self._socket

    def _drop(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _quiet_socket(family: int, kind: int, protocol: int) -> socket.socket:
    """Closing it, even by dying, resets the connection."""
    sock = socket.socket(family, kind, protocol)
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL_BUFFER)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock
