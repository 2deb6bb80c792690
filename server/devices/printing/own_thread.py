"""A cable whose driver blocks: every connection has a thread of its own, left behind if it hangs."""

import asyncio
import contextlib
import os
import queue
import select
import threading
from collections.abc import Callable
from typing import Protocol

CHUNK = 512  # bytes written at once: what a hung driver may still let out after we gave it up
BEAT = 0.02  # s a read waits
GRACE = 1.0  # s to wait for the thread of the connection before


class Port(Protocol):
    """Blocking calls of one thread; failures are OSErrors."""

    def open(self) -> None: ...
    def write(self, data: bytes) -> int:
        """How many bytes were taken, after at most a BEAT if it is none."""

    def read(self) -> bytes:
        """What has come, after at most a BEAT if it is nothing."""

    def drained(self) -> bool:
        """Whether all that was written has left this machine."""

    def close(self) -> None:
        """What has not left is thrown away."""


def write_now(handle: int, data: bytes) -> int:
    """`Port.write` for whatever the system lets wait for."""
    _, ready, _ = select.select([], [handle], [], BEAT)
    try:
        return os.write(handle, data) if ready else 0
    except BlockingIOError:
        return 0


class ThreadedCable:
    """A line that lasts: serial or USB."""

    lasts = True
    hung_up = "offline"

    def __init__(self, new_port: Callable[[], Port], bytes_per_second: float = float("inf")) -> None:
        self._new_port = new_port
        self._speed = bytes_per_second
        self._connection: _Connection | None = None
        self._former: _Connection | None = None

    @property
    def connected(self) -> bool:
        return self._connection is not None

    def seconds_for(self, count: int) -> float:
        return count / self._speed

    async def connect(self) -> None:
        """A thread that still hangs after GRACE is left behind; a driver that cannot have two says so."""
        await self.close()
        self._connection = _Connection(self._new_port())
        await self._connection.until(lambda now: now.opened)

    async def send(self, data: bytes) -> None:
        await self._known().send(data)

    async def receive(self) -> bytes:
        connection = self._known()
        await connection.until(lambda now: bool(now.heard))
        return connection.take()

    def forget(self) -> None:
        connection = self._known()
        if connection.failed is not None:
            raise connection.failed
        connection.take()

    def drop(self) -> None:
        if self._connection is not None:
            self._connection.stop()
            self._former, self._connection = self._connection, None

    async def close(self) -> None:
        """`send` has seen everything leave."""
        self.drop()
        if self._former is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await self._former.end()

    def _known(self) -> "_Connection":
        if self._connection is None:
            raise ConnectionResetError("not connected")
        return self._connection


class _Connection:
    """One thread and what it has told; everything but `_live` and what it calls is the loop's."""

    def __init__(self, port: Port) -> None:
        self.opened = self.ended = False
        self.heard = bytearray()
        self.failed: BaseException | None = None
        self._sent = 0
        self._port = port
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._stop = threading.Event()
        self._outgoing: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._live, name="printer", daemon=True).start()

    async def until(self, condition: Callable[["_Connection"], bool]) -> None:
        """Raises what ended the thread, if that comes first."""
        while not condition(self):
            if self.failed is not None:
                raise self.failed
            self._changed.clear()
            await self._changed.wait()

    async def send(self, data: bytes) -> None:
        before = self._sent
        self._outgoing.put(data)
        await self.until(lambda now: now._sent > before)

    async def end(self) -> None:
        while not self.ended:
            self._changed.clear()
            await self._changed.wait()

    def take(self) -> bytes:
        heard = bytes(self.heard)
        self.heard.clear()
        return heard

    def stop(self) -> None:
        self._stop.set()

    def _live(self) -> None:
        try:
            self._port.open()
            self._tell(self._note_open)
            while not self._stop.is_set():
                self._pass_on()
                if heard := self._port.read():
                    self._tell(self.heard.extend, heard)
        except BaseException as failed:  # noqa: BLE001  # raised again where somebody waits
            self._tell(self._note_failure, failed)
        finally:
            with contextlib.suppress(OSError):
                self._port.close()
            self._tell(self._note_end)

    def _pass_on(self) -> None:
        """Write what is to be written, unless it is called off meanwhile."""
        try:
            left = self._outgoing.get_nowait()
        except queue.Empty:
            return
        while left and not self._stop.is_set():
            left = left[self._port.write(left[:CHUNK]) :]
        while not self._stop.is_set():
            if self._port.drained():
                self._tell(self._note_sent)
                return
            self._stop.wait(BEAT)

    def _tell(self, note: Callable[..., object], *args: object) -> None:
        def noted() -> None:
            note(*args)
            self._changed.set()

        with contextlib.suppress(RuntimeError):  # the loop is gone, and with it whoever would listen
            self._loop.call_soon_threadsafe(noted)

    def _note_open(self) -> None:
        self.opened = True

    def _note_sent(self) -> None:
        self._sent += 1

    def _note_failure(self, failed: BaseException) -> None:
        self.failed = failed

    def _note_end(self) -> None:
        self.ended = True
