"""One of twenty screens never reads: the others get the newest view, and memory stays flat."""

import asyncio
import json
import socket
from contextlib import AsyncExitStack
from pathlib import Path

from websockets.asyncio.client import connect

from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.watchers.screens.mailbox import MOST
from tests.hall_here import HereHall, Screen, here_hall
from tests.patience import until

MB = 1024
GROUP = 64
FLAT = 24 * MB  # KiB


def resident() -> int:
    """KiB this process holds."""
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1])


async def fall_asleep(hall: HereHall, stack: AsyncExitStack) -> None:
    """A manager's board with a small buffer that says hello and never reads again."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", hall.port))
    ws = await connect(
        hall.ws, sock=sock, compression=None, max_queue=1, close_timeout=0.1, ping_interval=None
    )
    stack.push_async_callback(ws.close)
    token = hall.token("hall_manager", name="sleeper")
    await ws.send(json.dumps({"type": "hello", "token": token, "screen": "manager"}))
    await until(lambda: any(s.actor.name == "sleeper" for s in hall.house.screens.connected))


async def pass_events(hall: HereHall, n: int) -> None:
    """`n` events; every screen that shows alerts changes with each."""
    live = hall.house.live
    for first in range(0, n, GROUP):
        asks = []
        for k in range(first, min(first + GROUP, n), 2):
            there = RaiseAlert(kind="guide_called", subject="x" * 200, detail=str(k))
            asks.append(live.apply(there, actor="system:test", request=f"up/{k}"))
            gone = ClearAlert(alert="guide_called/" + "x" * 200)
            asks.append(live.apply(gone, actor="system:test", request=f"down/{k}"))
        await asyncio.gather(*asks)


async def one_of_twenty_sleeps(data: Path, events: int, let_go: bool = False) -> None:
    async with AsyncExitStack() as stack:
        hall = await stack.enter_async_context(here_hall(data, send_buffer=4096))
        awake: list[Screen] = []
        for n in range(19):
            token = hall.token("hall_manager", name=f"board {n}")
            awake.append(await stack.enter_async_context(hall.screen("admin", "manager", token=token)))
        await fall_asleep(hall, stack)
        sleeper = next(s for s in hall.house.screens.connected if s.actor.name == "sleeper")
        reading = [asyncio.get_running_loop().create_task(b.see(lambda v: v["waiting_total"])) for b in awake]
        for board in reading:
            stack.callback(board.cancel)
        await pass_events(hall, 1000)
        before = resident()
        for board in reading:
            board.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        reading = [
            asyncio.get_running_loop().create_task(b.see(lambda v: v["waiting_total"] == 1)) for b in awake
        ]
        await pass_events(hall, events)
        await hall.issue()
        await asyncio.gather(*reading)
        assert all(b.view == awake[0].view for b in awake)
        assert resident() - before < FLAT
        assert len(sleeper.box._messages) <= MOST
        if let_go:
            await until(lambda: sleeper not in hall.house.screens.connected)


async def test_one_of_twenty_screens_sleeps_and_nobody_notices(data: Path) -> None:
    await one_of_twenty_sleeps(data, events=3000)
