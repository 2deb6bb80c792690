"""A receipt printer on the network, on a socket of our own."""

import asyncio
import socket
import struct
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.allowed import require_reachable
from server.devices.printing.dialogue import Dialogue

SMALL_BUFFER = 8192  # what sits in our kernel unsent dies with the connection; less of it is less doubt
RESET_ON_CLOSE, FINISH_ON_CLOSE = struct.pack("ii", 1, 0), struct.pack("ii", 0, 0)
PORT, LAST_PORT = 9100, 65535
GONE = "the printer hung up"


def open_printer(config: PrinterConfig, folder: Path) -> Dialogue:
    host, _, port = config.address.partition(":")
    if not host or not (port or "0").isdecimal() or int(port or 0) > LAST_PORT:
        raise DeviceMisconfigured(f"{config.id}: {config.address!r} is no host:port")
    return Dialogue(TcpCable(host, int(port or PORT)), ack=config.ack == "gs_r")


class TcpCable:
    """One connection at a time."""

    lasts = False
    hung_up = "busy"  # most printers serve one client and turn others away

    def __init__(self, host: str, port: int = PORT) -> None:
        self.address = (host, port)
        self._socket: socket.socket | None = None

    @property
    def connected(self) -> bool:
        return self._socket is not None

    def seconds_for(self, count: int) -> float:
        return 0.0

    async def connect(self) -> None:
        self.drop()
        loop = asyncio.get_running_loop()
        addresses = await loop.getaddrinfo(*self.address, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = addresses[0]
        require_reachable(str(address[0]))
        self._socket = _quiet_socket(family, kind, protocol)
        await loop.sock_connect(self._socket, address)

    async def send(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendall(self._known_socket(), data)

    async def receive(self) -> bytes:
        heard = await asyncio.get_running_loop().sock_recv(self._known_socket(), 1)
        if not heard:
            raise ConnectionResetError(GONE)
        return heard

    def forget(self) -> None:
        try:
            while self._known_socket().recv(256):
                pass
        except BlockingIOError:
            return
        raise ConnectionResetError(GONE)

    def drop(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    async def close(self) -> None:
        if self._socket is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, FINISH_ON_CLOSE)
            self.drop()

    def _known_socket(self) -> socket.socket:
        if self._socket is None:
            raise ConnectionResetError(GONE)
        return self._socket


def _quiet_socket(family: int, kind: int, protocol: int) -> socket.socket:
    """Closing it, even by dying, resets the connection."""
    sock = socket.socket(family, kind, protocol)
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL_BUFFER)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock
