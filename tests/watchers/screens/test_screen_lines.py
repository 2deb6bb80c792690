"""Texts written straight to a socket, by the real server and the real client."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from server.serving.serve import listening
from server.watchers.screens.mailbox import AT_ONCE, AtOnce
from server.watchers.screens.screen_lines import Few, ScreenLine
from tests.patience import until

SIZES = (0, 125, 126, 65535, 65536)  # where the frame's head grows
TOO_MANY = 10_000


@asynccontextmanager
async def sockets(*, deflate: bool = False) -> AsyncIterator[tuple[str, list[AtOnce], list[Send]]]:
    """A server that only keeps its sockets; yields its address, and what writes to each of them."""
    lines: list[AtOnce] = []
    sends: list[Send] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        sends.append(send)
        lines.append(scope["extensions"][AT_ONCE])
        while (await receive())["type"] != "websocket.disconnect":
            pass

    with listening("127.0.0.1", 0) as sock:
        config = uvicorn.Config(
            app, ws=ScreenLine, ws_per_message_deflate=deflate, lifespan="off", log_level="critical"
        )
        server = uvicorn.Server(config)
        task = asyncio.get_running_loop().create_task(server._serve([sock]))
        await until(lambda: server.started)
        yield f"ws://127.0.0.1:{sock.getsockname()[1]}", lines, sends
        server.should_exit = True
        await task


async def test_one_text_reaches_every_socket_whole_and_in_order() -> None:
    texts = ["号" * (size // 3) + "x" * (size % 3) for size in SIZES]
    async with (
        sockets() as (address, lines, sends),
        connect(address, max_size=None) as one,
        connect(address, max_size=None) as other,
    ):
        await until(lambda: len(lines) == len((one, other)))
        for text in map(str.encode, texts):
            assert all(write(text) for write in lines)
        await sends[0]({"type": "websocket.send", "text": "after"})
        assert [await one.recv() for _ in texts] == texts
        assert [await other.recv() for _ in texts] == texts
        assert await one.recv() == "after"


async def test_a_server_that_stops_while_a_socket_is_closing_stops() -> None:
    """Uvicorn tells it once more, which raised, and what was to be stopped after it was not."""
    async with sockets() as (address, lines, _), connect(address):
        await until(lambda: lines)
        line = lines[0].__self__  # type: ignore[attr-defined]
        line.conn.send_close(1000)  # as on the other side's close, before anybody has heard of it
        line.shutdown()
        assert line.transport.is_closing()


async def test_a_client_that_does_not_read_takes_no_more_after_a_while() -> None:
    async with sockets() as (address, lines, _), connect(address, max_size=None, max_queue=1) as sleeper:
        await until(lambda: lines)
        taken = 0
        while lines[0](b"x" * 65536):
            taken += 1
            await asyncio.sleep(0)
            assert taken < 10_000
        assert [len(await sleeper.recv()) for _ in range(taken)] == [65536] * taken
        await until(lambda: lines[0](b"again"))
        assert await sleeper.recv() == "again"


async def test_a_line_that_is_closed_takes_nothing() -> None:
    async with sockets() as (address, lines, sends):
        async with connect(address) as here:
            await until(lambda: lines)
            await sends[0]({"type": "websocket.close", "code": 1000})
            assert not lines[0](b"too late")
            with pytest.raises(ConnectionClosed):
                await here.recv()
        assert not lines[0](b"too late")


async def test_where_texts_are_packed_they_go_the_usual_way() -> None:
    async with sockets(deflate=True) as (address, lines, _), connect(address, compression="deflate"):
        await until(lambda: lines)
        assert not lines[0](b"plain")


async def test_who_does_not_speak_the_protocol_is_refused() -> None:
    async with sockets() as (address, lines, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]))
        writer.write(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n")
        assert b" 400 " in await reader.readline()
        writer.close()
        assert not lines


async def test_what_came_is_read_in_order_and_who_stops_waiting_loses_nothing() -> None:
    few = Few()
    few.put_nowait("a")
    few.put_nowait("b")
    assert (few.qsize(), few.empty()) == (2, False)
    assert [await few.get(), await few.get()] == ["a", "b"]
    async with asyncio.TaskGroup() as tasks:
        gone = tasks.create_task(few.get())
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        reader = tasks.create_task(few.get())
        await asyncio.sleep(0)
        few.put_nowait("c")
        few.put_nowait("d")
    assert gone.cancelled()
    assert reader.result() == "c"
    assert await few.get() == "d"
    assert few.empty()
