"""Lines that say nothing are let go; nobody holds so many that others find none."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import Receive, Scope, Send

from server.api.asking.commands import ANSWER
from server.serving.connections import Connection, Seldom, connections, room_for
from server.serving.serve import listening
from tests.patience import patience, until

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
GET = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
LONG = 30.0  # s; more than any test waits


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers without reading what is brought, on /whole at once where the line takes it."""
    if scope["path"] == "/whole" and scope["extensions"][ANSWER](b"content-length: 2\r\n", b"ok"):
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@asynccontextmanager
async def served(protocol: type[Connection]) -> AsyncIterator[Callable[..., object]]:
    """A server of bare lines; yields what opens one."""
    with listening("127.0.0.1", 0) as sock:
        config = uvicorn.Config(_app, http=protocol, ws="none", lifespan="off", log_level="critical")
        server = uvicorn.Server(config)
        task = asyncio.get_running_loop().create_task(server._serve([sock]))
        await until(lambda: server.started)
        lines: list[asyncio.StreamWriter] = []

        async def opened(said: bytes = b"") -> Line:
            reader, writer = await asyncio.open_connection("127.0.0.1", sock.getsockname()[1])
            lines.append(writer)
            writer.write(said)
            return reader, writer

        yield opened
        for writer in lines:
            writer.close()
        server.should_exit = True
        await task


async def ended(reader: asyncio.StreamReader) -> bytes:
    """All that still comes, when the line has been let go."""
    async with patience():
        try:
            return await reader.read()
        except ConnectionError:
            return b""


async def answered(reader: asyncio.StreamReader) -> None:
    async with patience():
        await reader.readuntil(b"ok")


async def test_a_line_that_says_nothing_or_never_finishes_is_let_go() -> None:
    async with served(connections(100, head_within=0.1)) as opened:
        for said in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nx: y\r\n"):
            reader, _ = await opened(said)  # type: ignore[misc]
            assert await ended(reader) == b""


async def test_a_line_is_patient_again_for_each_request() -> None:
    async with served(connections(100, head_within=LONG)) as opened:
        reader, writer = await opened(GET)  # type: ignore[misc]
        await answered(reader)
        writer.write(GET)
        await answered(reader)
    async with served(connections(100, head_within=0.1)) as opened:
        reader, writer = await opened(GET)  # type: ignore[misc]
        await answered(reader)
        writer.write(b"GET / HT")
        assert await ended(reader) == b""


async def test_a_head_without_end_is_cut_off() -> None:
    async with served(connections(100, head_within=LONG)) as opened:
        reader, writer = await opened(b"GET / HTTP/1.1\r\n")  # type: ignore[misc]
        for _ in range(40):
            writer.write(b"x: " + b"y" * 4000 + b"\r\n")
        assert b"ok" not in await ended(reader)


async def test_the_rest_of_a_refused_body_has_an_end() -> None:
    """C39: the answer is read, and a body without end is not."""
    async with served(connections(100, head_within=LONG)) as opened:
        head = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 900000000\r\n\r\n"
        reader, writer = await opened(head)  # type: ignore[misc]
        await answered(reader)
        try:
            for _ in range(64):
                writer.write(b" " * 65536)
                await writer.drain()
        except ConnectionError:
            pass
        assert await ended(reader) == b""


async def test_where_lines_are_many_the_oldest_idle_one_goes_and_new_ones_are_answered() -> None:
    async with served(connections(3, head_within=LONG)) as opened:
        lines = [await opened() for _ in range(3)]  # type: ignore[misc]
        reader, _ = await opened(GET)  # type: ignore[misc]
        await answered(reader)
        assert await ended(lines[0][0]) == b""
        lines[2][1].write(GET)
        await answered(lines[2][0])


async def test_an_answer_that_is_there_as_a_whole_is_what_send_makes_of_it() -> None:
    async with served(connections(10)) as opened:
        heard = []
        for path in (b"/whole", b"/"):
            reader, _ = await opened(b"GET %s HTTP/1.1\r\nhost: x\r\n\r\n" % path * 2)  # two in a row  # type: ignore[misc]
            async with patience():
                both = [await reader.readuntil(b"\r\n\r\nok") for _ in range(2)]
            heard += [[line for line in one.split(b"\r\n") if b"date:" not in line] for one in both]
        assert heard == [heard[-1]] * 4
        for path in (b"/whole", b"/"):
            reader, _ = await opened(b"GET %s HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n" % path)  # type: ignore[misc]
            assert b"\r\nconnection: close\r\n" in await ended(reader)


def test_one_address_holds_no_more_than_its_share() -> None:
    protocol = connections(100, of_one=2)
    dropped: list[str] = []

    class Plain(protocol):  # type: ignore[misc, valid-type]
        is_idle = True

        def __init__(self, name: str) -> None:
            self.name = name

        def hang_up(self) -> None:
            dropped.append(self.name)

    for name in ("a1", "a2", "b1", "a3"):
        protocol.crowd.came(Plain(name), name[0])
    assert dropped == ["a1"]
    assert len(protocol.crowd) == 3
    for n in range(5):  # a proxy on this machine brings everybody
        protocol.crowd.came(Plain(f"p{n}"), "127.0.0.1")
    assert dropped == ["a1"]


def test_whoever_sends_nonsense_does_not_fill_the_log() -> None:
    seldom = Seldom()

    def through(level: int, text: str, at: float) -> bool:
        record = logging.makeLogRecord({"levelno": level, "msg": text})
        record.created = at
        return seldom.filter(record)

    assert [through(logging.WARNING, "Invalid HTTP request received.", at) for at in (0, 1, 59, 60, 61)] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert through(logging.WARNING, "Unsupported upgrade request.", 61)
    assert all(through(logging.ERROR, "Exception in ASGI application\n", 61) for _ in range(3))


def test_the_process_takes_the_files_it_may_have() -> None:
    assert room_for() >= 800
    assert room_for() == room_for()
