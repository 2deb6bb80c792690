"""The socket: hello, asks in; views, cues and answers out. Protocol 1, see `server/ARCHITECTURE.md`."""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.rights import may_open, not_allowed
from server.api.desk import Desk
from server.api.errors import Problem, problem, problem_of
from server.api.wire import COMMANDS, PROTOCOL, Hello, Sound, parse
from server.watchers.mailbox import Mailbox, Overflow
from server.watchers.push_views import Audience, Views

log = logging.getLogger(__name__)

HELLO_WITHIN = 10.0  # s
BEAT = 5.0  # s
AT_A_COUNTER = ("counter", "window", "evaluator")
CLOSE_POLICY = 1008


@dataclass(slots=True, kw_only=True, eq=False)
class Screen:
    """A connected screen."""

    token: str
    actor: Actor
    audience: Audience
    place: str
    box: Mailbox = field(default_factory=Mailbox)
    sound: str = ""  # "on" or "blocked", as the board itself said

    @property
    def name(self) -> str:
        """What people call it: the lobby board of zone A, the display of window 3."""
        return f"{self.audience.screen}:{self.place}" if self.place else self.audience.screen

    @property
    def screen(self) -> str:
        return self.audience.screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What a socket needs of the rest: who somebody is, whom to tell that a screen came, spoke or went."""

    actor_of: Callable[[str], Any]  # token -> awaitable Actor
    printer_of: Callable[[str], str]
    knows_place: Callable[[str, str], bool]  # screen, place
    came: Callable[[Screen], None]
    went: Callable[[Screen], None]
    clock: Callable[[], datetime]
    build: str
    faults: Callable[[], list[dict[str, Any]]]
    position: Callable[[], tuple[int, int]]  # epoch, seq


class Screens:
    """Serves every socket; one sender task each, so that a sleeping device delays nobody."""

    def __init__(self, desk: Desk, views: Views, doors: Doors) -> None:
        self._desk, self._views, self._doors = desk, views, doors
        self.hello_within, self.beat_every = HELLO_WITHIN, BEAT
        self.connected: set[Screen] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        try:
            screen = await self._hello(socket)
            if screen is not None:
                await self._serve(socket, screen)
        except (WebSocketDisconnect, OSError):
            return

    async def run(self) -> None:
        """Beat until cancelled; a screen whose token has been revoked is shown out."""
        while True:
            await asyncio.sleep(self.beat_every)
            beat = self._beat()
            for screen in list(self.connected):
                try:
                    await self._doors.actor_of(screen.token)
                    screen.box.put(beat)
                except AccessRefused as refused:
                    screen.box.end(problem_of(refused).json(type="bye"))

    def _beat(self) -> bytes:
        epoch, seq = self._doors.position()
        now = self._doors.clock().isoformat()
        beat = {"type": "beat", "seq": seq, "epoch": epoch, "time": now, "build": self._doors.build}
        return to_json({**beat, "faults": self._doors.faults()})

    async def _hello(self, socket: WebSocket) -> Screen | None:
        try:
            async with asyncio.timeout(self.hello_within):
                hello = Hello.model_validate_json(await _text(socket))
            actor = await self._doors.actor_of(hello.token)
        except TimeoutError:
            await self._turn_away(socket, problem("hello_first"))
            return None
        except (ValidationError, AccessRefused) as error:
            await self._turn_away(socket, problem_of(error))
            return None
        place = hello.place or actor.place
        if not may_open(actor, hello.screen, place):
            await self._turn_away(socket, problem_of(not_allowed(actor)))
            return None
        audience = self.audience(hello.screen, place)
        if audience is None:
            await self._turn_away(socket, problem("not_found"))
            return None
        return Screen(token=hello.token, actor=actor, audience=audience, place=place)

    def audience(self, screen: str, place: str) -> Audience | None:
        """Who sees the same as this screen; None for a counter that is not there."""
        if not self._doors.knows_place(screen, place):
            return None
        if screen == "kiosk":
            return Audience(screen, self._doors.printer_of(place))
        return Audience(screen, place if screen in AT_A_COUNTER else "")

    async def _turn_away(self, socket: WebSocket, why: Problem) -> None:
        await socket.send_text(why.json(type="bye").decode())
        await socket.close(CLOSE_POLICY)

    async def _serve(self, socket: WebSocket, screen: Screen) -> None:
        await socket.send_text(self._welcome(screen))
        self._views.join(screen.audience, screen.box)
        self.connected.add(screen)
        self._doors.came(screen)
        try:
            async with asyncio.TaskGroup() as tasks:
                sender = tasks.create_task(self._send(socket, screen.box))
                try:
                    await self._listen(socket, screen, tasks)
                finally:
                    sender.cancel()
        except* (WebSocketDisconnect, Overflow, RuntimeError, OSError):
            pass  # gone, or as good as gone; it comes back and gets the newest view
        finally:
            self.connected.discard(screen)
            self._views.leave(screen.audience, screen.box)
            self._doors.went(screen)

    def _welcome(self, screen: Screen) -> str:
        now = self._doors.clock().isoformat()
        welcome = {"type": "welcome", "protocol": PROTOCOL, "build": self._doors.build, "time": now}
        return to_json({**welcome, "actor": screen.actor}).decode()

    async def _send(self, socket: WebSocket, box: Mailbox) -> None:
        while True:
            for message in await box.take():
                # Straight to ASGI: the wrapper's checks cost as much as the frame.
                await socket._send({"type": "websocket.send", "text": message.decode()})

    async def _listen(self, socket: WebSocket, screen: Screen, tasks: asyncio.TaskGroup) -> None:
        while True:
            text = await _text(socket)
            kind, name = _head(text)
            if kind == "sound":
                self._heard_of_sound(screen, text)
            else:
                tasks.create_task(self._answer(screen, kind, name, text))

    def _heard_of_sound(self, screen: Screen, text: str) -> None:
        try:
            screen.sound = Sound.model_validate_json(text).state
        except ValidationError:
            return
        self._doors.came(screen)

    async def _answer(self, screen: Screen, kind: str, name: str, text: str) -> None:
        try:
            if kind not in COMMANDS:
                raise UnknownCommand(kind)
            actor = await self._doors.actor_of(screen.token)  # asked anew: a token can be revoked meanwhile
            asked = parse(kind, text)
            answer = to_json(await self._desk.ask(actor, asked))
        except UnknownCommand:
            answer = problem("unknown_command", type=kind).json(type="refused", id=name)
        except Exception as error:  # noqa: BLE001  # every failure goes back to who asked
            answer = _refusal(error, name)
        screen.box.put(answer)


class UnknownCommand(Exception):
    """The wire has no command of this name."""


async def _text(socket: WebSocket) -> str:
    """The next message; a binary one says nothing. Raises `WebSocketDisconnect`."""
    message = await socket.receive()
    socket._raise_on_disconnect(message)
    return message.get("text") or ""


def _refusal(error: Exception, name: str) -> bytes:
    found = problem_of(error)
    if found.code == "broken":
        log.error("an ask broke", exc_info=error)
    return found.json(type="refused", id=name)


def _head(text: str) -> tuple[str, str]:
    """The kind and the name of a message, or "" where they cannot be read."""
    try:
        message: Any = json.loads(text)
    except ValueError:
        return "", ""
    if not isinstance(message, Mapping):
        return "", ""
    return str(message.get("type", ""))[:80], str(message.get("id", ""))[:80]
