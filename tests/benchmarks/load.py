"""A lean HTTP client, so that the machine measures the server and not its load."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from typing_extensions import override

Answer = tuple[int, bytes]


class Connection(asyncio.Protocol):
    """One keep-alive connection; one request at a time."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._waiting: deque[asyncio.Future[Answer]] = deque()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        for waiting in self._waiting:
            waiting.set_exception(ConnectionError("the server hung up"))

    @override
    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, gap, body = self._buffer.partition(b"\r\n\r\n")
        if not gap:
            return
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        if len(body) >= length:
            self._waiting.popleft().set_result((int(head[9:12]), bytes(body[:length])))
            del self._buffer[: len(head) + 4 + length]

    async def send(self, request: bytes) -> Answer:
        waiting: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        self.transport.write(request)
        return await waiting


@asynccontextmanager
async def connected(port: int, connections: int) -> Any:
    loop = asyncio.get_running_loop()
    pairs = [await loop.create_connection(Connection, "127.0.0.1", port) for _ in range(connections)]
    try:
        yield [protocol for _, protocol in pairs]
    finally:
        for transport, _ in pairs:
            transport.close()


def post(path: str, body: dict[str, Any], token: str = "") -> bytes:
    """A whole request as bytes."""
    content = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
    bearer = f"authorization: Bearer {token}\r\n" if token else ""
    return f"{head}{bearer}content-length: {len(content)}\r\n\r\n".encode() + content


@dataclass(slots=True)
class Load:
    """What came of some requests; latencies and `seconds` in seconds."""

    answers: list[Answer] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.answers) / self.seconds

    def bodies(self) -> list[Any]:
        """Every answer read; the benchmark stops at the first that was refused."""
        refused = [body for status, body in self.answers if status != 200]
        assert not refused, refused[0]
        return [json.loads(body) for _, body in self.answers]

    async def ask(self, connection: Connection, request: bytes) -> Any:
        began = time.perf_counter()
        answer = await connection.send(request)
        self.latencies.append(time.perf_counter() - began)
        self.answers.append(answer)
        return answer


async def share_out(port: int, connections: int, requests: Iterable[bytes]) -> Load:
    """As fast as the connections can: each takes the next request when its last is answered."""
    load, left = Load(), iter(requests)

    async def worker(connection: Connection) -> None:
        for request in left:
            await load.ask(connection, request)

    async with connected(port, connections) as lines:
        load.seconds = await timed([worker(line) for line in lines])
    return load


async def timed(workers: Iterable[Awaitable[None]]) -> float:
    began = time.perf_counter()
    await asyncio.gather(*workers)
    return time.perf_counter() - began


Worker = Callable[[Connection], Awaitable[None]]
