"""A screen's line: one text goes to every socket as the same bytes, at once where nothing waits before it.

uvicorn's own way asks a task of each socket to make a frame of its own, which costs several times the write.
A line that takes no more, or is about to close, says so; what is to be sent then waits for a task as ever.
"""

import asyncio
from typing import Any, ClassVar

from typing_extensions import override
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State

from server.watchers.screens.mailbox import AT_ONCE


class Few:
    """What an `asyncio.Queue` is for one reader, in a tenth of its memory while nothing waits."""

    __slots__ = ("_came", "_waiting")

    def __init__(self) -> None:
        self._came: list[Any] = []
        self._waiting: asyncio.Future[None] | None = None

    def put_nowait(self, message: Any) -> None:
        self._came.append(message)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def get(self) -> Any:
        while not self._came:
            self._waiting = asyncio.get_running_loop().create_future()
            try:
                await self._waiting
            finally:
                self._waiting = None
        return self._came.pop(0)

    def empty(self) -> bool:
        return not self._came

    def qsize(self) -> int:
        return len(self._came)


class ScreenLine(WebSocketsSansIOProtocol):
    """One socket; tells the application by `AT_ONCE` that it can be written to directly."""

    _newest: ClassVar[tuple[bytes, bytes]] = (
        b"",
        b"\x81\x00",
    )  # a text and its frame: the next socket gets the same

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.queue = Few()  # type: ignore[assignment]  # all of it that is used
        super().connection_made(transport)

    @override
    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.handshake_complete:
            return  # refused
        extensions = self.scope["extensions"]
        assert extensions is not None
        extensions[AT_ONCE] = self.write_at_once  # type: ignore[assignment]  # uvicorn's own are empty

    @override
    def start_keepalive(self) -> None:
        """The handshake is over: what was said in it is kept by thousands of idle lines for nothing."""
        super().start_keepalive()
        self.scope["headers"] = []
        del self.request, self.response

    @override
    def shutdown(self) -> None:
        """One that is closing already cannot be told to; uvicorn's own would end the whole stop with it."""
        if self.handshake_complete and not self.close_sent and self.conn.state is not State.OPEN:
            self.stop_keepalive()
            self.transport.close()
        else:
            super().shutdown()

    def write_at_once(self, text: bytes) -> bool:
        """False when the line does not take it now; the caller then waits by `send`."""
        transport = self.transport
        if self.close_sent or self.conn.state is not State.OPEN or transport.is_closing():
            return False
        if not self.writable.is_set() or self.conn.extensions:
            return False
        newest, frame = ScreenLine._newest
        if newest is not text:
            frame = Frame(Opcode.TEXT, text).serialize(mask=False)
            ScreenLine._newest = text, frame
        transport.write(frame)
        return True
