"""The least a call costs that comes alone: a bare POST, a raw SQLite command, raw frames to thirty sockets.

The floors of `test_floors.py` run hot, one after another; a hall's calls do not: between two of them the
processor has done other things, and everything is fetched anew. This server is asked at a call's own pace.
"""

import argparse
import asyncio
import contextlib
import sqlite3
from pathlib import Path
from typing import cast

import uvloop
from typing_extensions import override

SIZE = 335  # bytes of a short event and its frame
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Floor(asyncio.Protocol):
    """Who sends a request is answered after the commit; everybody else is a screen and gets a frame."""

    screens: "set[asyncio.WriteTransport]" = set()  # noqa: RUF012  # one server a process
    db: sqlite3.Connection

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.WriteTransport, transport)
        self.screens.add(self.transport)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self.screens.discard(self.transport)

    @override
    def data_received(self, data: bytes) -> None:
        self.screens.discard(self.transport)
        self.db.execute("BEGIN IMMEDIATE")
        (seq,) = self.db.execute("UPDATE hall SET seq = seq + 1 RETURNING seq").fetchone()
        self.db.execute("INSERT INTO event VALUES (?, ?)", (seq, "x" * 300))
        self.db.execute("COMMIT")
        self.transport.write(ANSWER)
        frame = bytes(SIZE)
        for screen in self.screens:
            screen.write(frame)


async def serve(port: int, file: Path) -> None:
    Floor.db = sqlite3.connect(file, isolation_level=None)
    Floor.db.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE hall (seq INT);"
        "CREATE TABLE event (seq INT PRIMARY KEY, body TEXT); INSERT INTO hall VALUES (0)"
    )
    server = await asyncio.get_running_loop().create_server(Floor, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("file", type=Path)
    options.add_argument("--port", type=int)
    asked = options.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(serve(asked.port, asked.file))
