"""Somebody on the Wi-Fi without a token: four connections that ask, again and again, until they are stopped.

Run as `python -m tests.benchmarks.hostile PORT KIND TICKET`; says "now" when it has begun.
"""

import asyncio
import contextlib
import itertools
import json
import sys
from collections.abc import Callable

CONNECTIONS = 4
MIB = 1024 * 1024


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nhost: x\r\n\r\n".encode()


def post(path: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


def log_in(nth: int) -> bytes:
    return post("/api/login", json.dumps({"login": f"{nth}", "password": "wrong-guess"}).encode())


KINDS: dict[str, Callable[[int, str], bytes]] = {
    "set-up QR": lambda n, ticket: get(f"/api/setup/qr?path=/{n}{'x' * 190}"),
    "ticket QR": lambda n, ticket: get(f"/api/qr/{ticket}.svg"),
    "made-up QR": lambda n, ticket: get(f"/api/qr/{n}xxxxxxxxxxxxxxxx.svg"),
    "description": lambda n, ticket: get("/openapi.json"),
    "large bodies": lambda n, ticket: post("/api/media", b" " * MIB),
    "log-ins": lambda n, ticket: log_in(n),
    "pairing": lambda n, ticket: post("/api/pairing", b'{"screen":"lobby"}'),
    "wrong tokens": lambda n, ticket: get("/api/me").replace(
        b"\r\n\r\n", f"\r\nauthorization: Bearer made-up-{n}\r\n\r\n".encode()
    ),
}


async def _again_and_again(
    port: int, requests: "itertools.count[int]", asked: Callable[[int], bytes]
) -> None:
    while True:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            while True:
                writer.write(asked(next(requests)))
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                await reader.readexactly(length)
                if b"connection: close" in head.lower():
                    writer.close()
                    break


async def main(port: int, kind: str, ticket: str) -> None:
    requests, kinds = itertools.count(), list(KINDS.values())

    def asked(nth: int) -> bytes:
        chosen = KINDS[kind] if kind else kinds[nth % len(kinds)]
        return chosen(nth, ticket)

    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(_again_and_again(port, requests, asked))
        sys.stdout.write("now\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
