"""An LED controller on a loopback socket: keeps each line it was told, and can be switched off or go deaf."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class LoopbackStrip:
    """`lines` are what was shown, newest last."""

    def __init__(self) -> None:
        self.port = 0
        self.lines: list[str] = []
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def switch_on(self) -> None:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def switch_off(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            self.lines.append(line.decode("gb18030").removesuffix("\r\n"))
        writer.close()


@asynccontextmanager
async def switched_on() -> AsyncIterator[LoopbackStrip]:
    strip = LoopbackStrip()
    await strip.switch_on()
    yield strip
    await strip.switch_off()
