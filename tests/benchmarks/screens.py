"""The hall's screens: 30 sockets that listen, as a hall of six counters has them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

COUNTERS = ("1", "2", "3", "4", "5", "6")
HALL = (
    *(("kiosk", "") for _ in range(2)),
    *(("counter", counter) for counter in COUNTERS),
    *(("window", counter) for counter in COUNTERS),
    *(("manager", "") for _ in range(2)),
    *(("lobby", "") for _ in range(14)),
)


class Audience:
    """Counts what arrives at some screens; `frames` are views, `size` all their bytes."""

    def __init__(self, screens: int) -> None:
        self.screens = screens
        self.frames = self.size = 0

    def received(self, message: str | bytes) -> None:
        if str(message[:14]) == '{"type":"view"':
            self.frames += 1
            self.size += len(message)


@asynccontextmanager
async def watching(
    port: int, token: str, screens: tuple[tuple[str, str], ...] = HALL
) -> AsyncIterator[Audience]:
    """Screens that have got their first view and go on listening."""
    audience = Audience(len(screens))
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
        listening = []
        for screen, place in screens:
            socket = await stack.enter_async_context(opened(port, token, screen, place))
            listening.append(tasks.create_task(_listen(socket, audience)))
        yield audience
        for task in listening:
            task.cancel()


@asynccontextmanager
async def opened(port: int, token: str, screen: str, place: str = "") -> AsyncIterator[ClientConnection]:
    """One screen after its first view."""
    address = f"ws://127.0.0.1:{port}/ws"
    async with connect(address, compression=None, max_size=None, ping_interval=None) as socket:
        hello = {"type": "hello", "protocol": 1, "token": token, "screen": screen, "place": place}
        await socket.send(json.dumps(hello))
        await message_of(socket, "view")
        yield socket


async def message_of(socket: ClientConnection, kind: str) -> Any:
    """The next message of a kind; others are let pass."""
    while True:
        message = json.loads(await socket.recv())
        assert message["type"] not in ("bye", "refused"), message
        if message["type"] == kind:
            return message


async def _listen(socket: ClientConnection, audience: Audience) -> None:
    async for message in socket:
        audience.received(message)
