"""A hall to practise on: the real one's set-up in a folder of its own, a real server, an unreal printer.

Nothing of the real hall is touched: no printer, no loudspeaker, no strip, no journal.
"""

import asyncio
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from server.clock import HallClock
from server.command import making
from server.domain.config.config import HallConfig
from server.domain.hall import Hall
from server.domain.text import Text
from server.drill.paper import PracticePrinter, plugged_in
from server.drill.seat import NotSeen, Seat

PRINTER = "practice"
SPEAKS, CHIMES = "pyttsx3", "chime"
OF_A_SERVICE = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "LISTEN_FDS", "LISTEN_PID")
STARTS_WITHIN = 60.0


class Practice:
    """`counter` and `other` serve `service`; there may be no `other`."""

    def __init__(self, data: Path, config: HallConfig, paper: PracticePrinter) -> None:
        self.data, self.config, self.paper = data, config, paper
        self.counter, self.service, self.other = _places(config)
        self.zone = config.counter[self.counter].zone
        self._server: asyncio.subprocess.Process | None = None
        self._port = 0

    async def serve(self, voice: str = SPEAKS) -> None:
        """Return when the doors are open."""
        self._port = _free_port()
        with (self.data.parent / "server.log").open("ab") as log:
            self._server = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "server", "serve", "--data", str(self.data)),
                *("--host", "127.0.0.1", "--port", str(self._port), "--voice", voice),
                *("--printer", f"{PRINTER}=tcp:127.0.0.1:{self.paper.port},58"),
                cwd=Path(__file__).parent.parent.parent,
                env={k: v for k, v in os.environ.items() if k not in OF_A_SERVICE},
                stdout=log,
                stderr=log,
            )
        try:
            async with asyncio.timeout(STARTS_WITHIN):
                while not await self._open():  # noqa: ASYNC110  # another process
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise NotSeen(Text("服务没有启动", "the server did not start")) from None

    async def kill(self) -> None:
        """As when the power goes."""
        if self._server is not None and self._server.returncode is None:
            self._server.kill()
            await self._server.wait()
        self._server = None

    def token(self, role: str, place: str = "") -> str:
        return making.issue_token(self.data, role, place, role, HallClock()())

    @asynccontextmanager
    async def seat(self, role: str, screen: str, place: str = "", token: str = "") -> AsyncIterator[Seat]:
        token = token or self.token(role, place)
        async with connect(
            f"ws://127.0.0.1:{self._port}/ws", compression=None, max_queue=None, close_timeout=1
        ) as ws:
            seat = Seat(ws)
            try:
                await seat.sit_down(token, screen, place)
                yield seat
            except ConnectionClosed:
                raise NotSeen(Text("连接断开了", "the connection broke")) from None

    def kiosk(self) -> AbstractAsyncContextManager[Seat]:
        return self.seat("kiosk", "kiosk", PRINTER)

    def clerk(self, counter: str = "") -> AbstractAsyncContextManager[Seat]:
        return self.seat("clerk", "counter", counter or self.counter)

    def guide(self) -> AbstractAsyncContextManager[Seat]:
        return self.seat("guide", "guide")

    async def rows(self) -> Hall:
        """What lies on the disk."""
        return await making.hall_of(self.data)

    async def _open(self) -> bool:
        if self._server is not None and self._server.returncode is not None:
            raise NotSeen(Text("服务启动后停止了", "the server stopped as it started"))
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            return False
        writer.close()
        return True


def practice_config(config: HallConfig) -> HallConfig:
    """Always open, with nothing in it that reaches into the real hall; its first counters speak apart."""
    first = config.counter[_places(config)[0]].zone
    zones = tuple(replace(z, speaker="", speaks_apart=z.speaks_apart or z.id == first) for z in config.zones)
    return replace(
        config,
        demo=False,
        hours=None,
        lunch=None,
        weekdays=(),
        special_days=(),
        zones=zones,
        printers=(),
        strips=(),
        layouts=(),
        media=(),
        notices=(),
    )


@asynccontextmanager
async def practising(config: HallConfig) -> AsyncIterator[Practice]:
    """A practice hall with its doors open; nothing of it is left afterwards."""
    config = practice_config(config)
    with tempfile.TemporaryDirectory(prefix="hallqueue-drill-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "hall"
        password = secrets.token_urlsafe(9)
        await making.make_hall(data, config, HallClock()(), admin_password=password, printers=[])
        async with plugged_in() as paper:
            hall = Practice(data, config, paper)
            try:
                await hall.serve()
                yield hall
            finally:
                await hall.kill()


def _places(config: HallConfig) -> tuple[str, str, str]:
    """A counter, a service it calls, and another counter that calls it, too."""
    for place in config.counters:
        own = config.profile[place.profile].queues
        service = next((s.id for s in config.services if s.queue in own), None)
        if service is not None:
            queue = config.service[service].queue
            calls = (c.id for c in config.counters if queue in config.profile[c.profile].queues)
            return place.id, service, next((c for c in calls if c != place.id), "")
    raise NotSeen(Text("没有窗口叫任何业务", "no counter calls any service"))


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port
