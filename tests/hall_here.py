"""A whole hall in this process behind a real port, on a hand clock; and a screen's end of its socket."""

import asyncio
import json
import secrets
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx2
import uvicorn
from typing_extensions import override
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.api.asking.wire import COMMANDS
from server.app import build_app
from server.clock import HallClock
from server.devices.voices import Voice
from server.domain.hall import Hall
from server.domain.queue.commands import AtCounter
from server.house import House
from server.living import living, open_house
from server.serving.connections import connections
from server.serving.serve import listening
from server.settings import Settings
from server.watchers.screens.screen_lines import ScreenLine
from tests.hall_made import NOW, Message, bearer
from tests.patience import PATIENCE, given_up, patience, until

MOMENT = 1.0  # s: whoever has not let go by then is cut off
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # made once, never used: every client would make one


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at, self.steady = at, 0.0

    def move(self, **span: float) -> None:
        self.at += timedelta(**span)
        self.steady += timedelta(**span).total_seconds()

    def set_back(self, **span: float) -> None:
        """Somebody corrects the machine's clock; no time has passed."""
        self.at -= timedelta(**span)

    def hall_clock(self, floor: datetime | None = None) -> HallClock:
        return HallClock(lambda: self.at, lambda: self.steady, floor)


class Screen:
    """A screen's end of the socket: keeps the newest view and, in order, whatever else came."""

    def __init__(self, ws: ClientConnection) -> None:
        self.ws = ws
        self.view: Message = {}
        self.seq = 0
        self.views = 0
        self.inbox: list[Message] = []

    async def say(self, **message: object) -> None:
        await self.ws.send(json.dumps(message))

    async def hello(self, token: str, screen: str, place: str = "") -> Message:
        """Return the welcome; the first view has come too."""
        await self.say(type="hello", protocol=1, token=token, screen=screen, place=place)
        welcome = await self.next("welcome")
        await self.see(lambda view: True)
        return welcome

    async def next(self, kind: str, within: float = PATIENCE, **fields: object) -> Message:
        """The first message of this kind not yet taken."""
        async with asyncio.timeout(within):
            while True:
                for message in self.inbox:
                    if message["type"] == kind and fields.items() <= message.items():
                        self.inbox.remove(message)
                        return message
                await self._read()

    async def see(self, condition: Callable[[Message], object], within: float = PATIENCE) -> Message:
        """The newest view, once it is as wanted."""
        async with asyncio.timeout(within):
            while not self._shows(condition):
                await self._read()
        return self.view

    def _shows(self, condition: Callable[[Message], object]) -> bool:
        """What a view does not have is not as wanted."""
        try:
            return bool(self.view and condition(self.view))
        except (TypeError, LookupError):
            return False

    async def ask(self, command: str, name: str = "", /, **fields: object) -> Message:
        """The done or refused."""
        name = name or secrets.token_hex(16)
        await self.say(**{**fields, "id": name, "type": command})
        async with patience():
            while True:
                for message in self.inbox:
                    if message.get("id") == name:
                        self.inbox.remove(message)
                        return message
                await self._read()

    async def closed(self, within: float = PATIENCE) -> int:
        """Read to the end; returns the close code."""
        async with asyncio.timeout(within):
            try:
                while True:
                    await self._read()
            except ConnectionClosed:
                return self.ws.close_code or 0

    async def _read(self) -> None:
        message: Message = json.loads(await self.ws.recv())
        if message["type"] == "view":
            self.view, self.seq = message["view"], message["seq"]
            self.views += 1
        else:
            self.inbox.append(message)


@dataclass(slots=True, kw_only=True)
class HereHall:
    """A whole hall in this process behind a real port."""

    house: House
    clock: HandClock
    port: int
    http: httpx2.AsyncClient
    admin: str
    _tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def hall(self) -> Hall:
        return self.house.live.hall

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    def token(self, role: str, place: str = "", name: str = "") -> str:
        return self.house.devices.issue_token(name or role, role, place, by="test", now=self.house.clock())

    async def post(
        self, token: str, command: str, name: str = "", /, **fields: object
    ) -> tuple[int, Message]:
        """A command over HTTP: status and body; a key means whoever is there."""
        body = {"id": name or secrets.token_hex(16), **self._meant(command, fields), **fields}
        answer = await self.http.post(f"/api/commands/{command}", json=body, headers=bearer(token))
        return answer.status_code, answer.json()

    def _meant(self, command: str, fields: Mapping[str, object]) -> dict[str, str]:
        here = self.hall.counters.get(str(fields.get("counter", "")))
        if not issubclass(COMMANDS.get(command, object), AtCounter) or here is None:
            return {}
        return {"ticket": (here.last_ticket if command == "undo_last" else here.ticket) or ""}

    async def do(self, command: str, /, **fields: object) -> Message:
        """What the administrator asks and gets."""
        status, body = await self.post(self.admin, command, **fields)
        assert status == 200, body
        return cast(Message, body["result"])

    async def sit_down(self, counter: str, staff: str) -> None:
        """A clerk of this number opens the counter."""
        status, body = await self.post(self.token("clerk", counter, staff), "open_counter", counter=counter)
        assert status == 200, body

    async def issue(self, service: str = "pay", **fields: object) -> Message:
        result = await self.do("issue_ticket", service=service, **fields)
        return cast(Message, result["ticket"])

    async def called(self, counter: str = "1", service: str = "pay") -> str:
        """The id of a ticket that has been issued and called at a counter; opens the counter if need be."""
        if self.hall.counters[counter].state == "closed":
            await self.do("open_counter", counter=counter)
        ticket = await self.issue(service)
        await self.do("call_next", counter=counter)
        return cast(str, ticket["ticket"])

    async def tells_the_same(self) -> bool:
        """Rows, journal and memory; looked at again while a watcher is still writing."""
        journal = self.house.live.journal

        async def same() -> bool:
            return await journal.load() == await journal.replay() == self.hall

        with suppress(TimeoutError):
            await until(same)
            return True
        return False

    @asynccontextmanager
    async def screen(self, role: str, screen: str, place: str = "", token: str = "") -> AsyncIterator[Screen]:
        async with connect(self.ws, compression=None, max_queue=None, close_timeout=1) as ws:
            here = Screen(ws)
            await here.hello(token or self.token(role, place), screen, place)
            yield here


class _Served(uvicorn.Server):
    """Opens and closes at once; uvicorn's own looks ten times a second whether it is time to."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.open, self.enough = asyncio.Event(), asyncio.Event()

    @override
    async def main_loop(self) -> None:
        await self.on_tick(0)
        self.open.set()
        await self.enough.wait()

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        loop = asyncio.get_running_loop()
        ports = {sock.getsockname()[1] for sock in sockets or []}
        for sock in sockets or []:
            loop.remove_reader(sock)
        await turns()  # whoever was just let in is known: asyncio forgets them once it is closed
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with given_up(MOMENT):
                await until(lambda: not (self.server_state.connections or self.server_state.tasks), 0.001)
        for task in self.server_state.tasks:
            task.cancel()
        # Whoever is still read from is let go, too: also a line that nobody has said anything on yet.
        for line in list(loop._transports.values()):  # type: ignore[attr-defined]  # asyncio keeps no others
            here, sock = line.get_extra_info("sockname"), line.get_extra_info("socket")
            # One that is closed already is in sight as long as anybody holds it; it cannot be let go twice.
            if isinstance(here, tuple) and here[1] in ports and sock.fileno() >= 0:
                line.abort()
        await turns()


async def turns(times: int = 20) -> None:
    """What the loop has to do at once, and what follows from that."""
    for _ in range(times):
        await asyncio.sleep(0)


OPEN: set[Path] = set()  # folders whose hall is here now


@asynccontextmanager
async def here_hall(
    data: Path,
    clock: HandClock | None = None,
    *,
    send_buffer: int = 0,
    voice: Voice | None = None,
    **settings: Any,
) -> AsyncIterator[HereHall]:
    """Open the hall in `data` and serve it; voices only chime unless told otherwise, and hearts beat fast."""
    assert data not in OPEN, "two halls in one folder wait for each other's writing"
    OPEN.add(data)
    try:
        async with _opened_in(data, clock or HandClock(), send_buffer, voice, **settings) as here:
            yield here
    finally:
        OPEN.discard(data)


@asynccontextmanager
async def _opened_in(
    data: Path, clock: HandClock, send_buffer: int, voice: Voice | None, **settings: Any
) -> AsyncIterator[HereHall]:
    said = Settings(data=data, public_url="http://hall.test", **{"voices": ("chime",), **settings})
    house = await open_house(said, clock.hall_clock(NOW))
    house.screens.beat_every = 0.1
    if voice is not None:
        house.sounds._voices = (voice,)
    with listening("127.0.0.1", 0) as sock:
        if send_buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        port = sock.getsockname()[1]
        config = uvicorn.Config(
            build_app(house),
            interface="asgi3",
            http=connections(1000),
            ws=ScreenLine,
            ws_per_message_deflate=False,
            ws_max_size=65536,
            lifespan="off",
            log_config=None,
            log_level="error",
        )
        server = _Served(config)
        async with living(house):
            serving = asyncio.get_running_loop().create_task(server._serve([sock]))
            await server.open.wait()
            where = f"http://127.0.0.1:{port}"
            async with httpx2.AsyncClient(base_url=where, verify=NO_TLS, timeout=PATIENCE) as http:
                admin = house.devices.issue_token("admin", "admin", "", by="test", now=NOW)
                yield HereHall(house=house, clock=clock, port=port, http=http, admin=admin)
            server.enough.set()
            await serving
