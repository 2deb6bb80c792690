"""Writes one prebuilt frame to every client, round after round, and says what CPU a write cost."""

import argparse
import asyncio
import sys
import time
from typing import cast

import uvloop
from typing_extensions import override

HEADER = 4  # bytes of a websocket frame's header at this size
SIZE = 335  # bytes of a short event


async def write(clients: int, rounds: int, *, size: int, pace: float) -> None:
    transports: list[asyncio.WriteTransport] = []
    complete = asyncio.Event()

    class Client(asyncio.Protocol):
        @override
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            transports.append(cast(asyncio.WriteTransport, transport))
            if len(transports) == clients:
                complete.set()

    server = await asyncio.get_running_loop().create_server(Client, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await complete.wait()
    frame = bytes(HEADER + size)
    began = time.process_time()
    for _ in range(rounds):
        for transport in transports:
            transport.write(frame)
        await asyncio.sleep(pace)
    cost = time.process_time() - began
    sys.stdout.write(f"{cost / rounds / clients * 1e6}\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("clients", type=int)
    options.add_argument("rounds", type=int)
    options.add_argument("--size", type=int, default=SIZE)
    options.add_argument("--pace", type=float, default=0, help="s from one round to the next")
    asked = options.parse_args()
    uvloop.run(write(asked.clients, asked.rounds, size=asked.size, pace=asked.pace))
