"""The socket: hello, asks in; views, cues and answers out. Protocol 1, see `server/ARCHITECTURE.md`."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.rights import may_open, not_allowed
from server.api.answering.errors import Problem, problem, problem_of, unreadable
from server.api.asking.desk import Desk, done_json
from server.api.asking.wire import COMMANDS, PROTOCOL, Hello, Sound, parse
from server.api.screens.messages import Beat, NewToken, Welcome, bye, refused, written
from server.api.screens.screen import Neighbours, Screen
from server.domain.letters import clean
from server.domain.screens import SCREENS, At
from server.watchers.screens.mailbox import AT_ONCE, Mailbox, Overflow
from server.watchers.screens.push_views import Audience, Views

log = logging.getLogger(__name__)

HELLO_WITHIN = 10.0  # s
MOST_SILENT = 500  # sockets that have not said hello; a hall's own screens say it at once
BEAT = 5.0  # s
CLOSE_POLICY = 1008
PRINT_AGENT = "printer"
LONGEST_NAME = 80  # letters of a message's kind or name


class Screens:
    """Serves every socket; one sender task each, so that a sleeping device delays nobody."""

    def __init__(self, desk: Desk, views: Views, beside: Neighbours, connected: set[Screen]) -> None:
        """`connected` is kept up here, for everybody who wants to know who is there."""
        self._desk, self._views, self._beside = desk, views, beside
        self.hello_within, self.beat_every = HELLO_WITHIN, BEAT
        self.connected = connected
        self._silent: dict[WebSocket, asyncio.Timeout] = {}  # the longest silent first
        self._tokens = asyncio.Lock()  # held while tokens are looked over or exchanged

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        try:
            screen = await self._hello(socket)
            if screen is None:
                return
            self.connected.add(screen)  # before the welcome: a token revoked from now on shows it out
            try:
                await self._serve(socket, screen)
            finally:
                self.connected.discard(screen)
        except (WebSocketDisconnect, OSError):
            return

    async def run(self) -> None:
        """Beat until cancelled; a screen whose token another process has revoked is shown out."""
        while True:
            await asyncio.sleep(self.beat_every)
            beat = self._beat()
            await self.recheck()
            for screen in self.connected:
                if not screen.box.ended:
                    screen.box.put(beat)

    async def recheck(self) -> None:
        """Show every screen out whose token is no longer good."""
        async with self._tokens:
            for screen in list(self.connected):
                try:
                    await self._beside.door.actor(screen.token)
                except AccessRefused as no_more:
                    screen.dismissed = True
                    screen.box.end(written(bye(problem_of(no_more))))

    async def renew_token(self, actor: str, renew: Callable[[], Awaitable[str]]) -> bool:
        """Make a device's new token and hand it over its own sockets; False when it has none.

        Where two machines hold the old token nobody can tell which of them is the device: both go.
        """
        async with self._tokens:
            token = await renew()
            own = [screen for screen in self.connected if screen.actor.id == actor]
            known = len({screen.address for screen in own}) == 1
            for screen in own if known else ():
                screen.token = token
                screen.box.put(written(NewToken(token=token)))
        await self.recheck()
        return known

    def call_back(self, actor: str) -> None:
        """Hang up on a device that has become another one: it comes back as what it is now."""
        for screen in self.connected:
            if screen.actor.id == actor:
                screen.dismissed = True
                screen.box.hang_up()

    def _beat(self) -> bytes:
        hall = self._beside.live.hall
        beat = Beat(
            seq=hall.seq,
            epoch=hall.epoch,
            time=self._beside.clock(),
            build=self._beside.build,
            zone=self._beside.zone,
            languages=self._beside.languages,
            faults=tuple(self._beside.faults.beside_the_journal()),
        )
        return written(beat)

    async def _hello(self, socket: WebSocket) -> Screen | None:
        try:
            hello = Hello.model_validate_json(await self._first_words(socket))
            actor = await self._beside.door.actor(hello.token)
        except TimeoutError:
            await self._turn_away(socket, problem("hello_first"))
            return None
        except (ValidationError, AccessRefused) as error:
            self._beside.stranger(socket.client.host if socket.client else "")
            await self._turn_away(socket, problem_of(error))
            return None
        place = _place(actor, hello)
        if not may_open(actor, hello.screen, place):
            await self._turn_away(socket, problem_of(not_allowed(actor)))
            return None
        audience = self.audience(hello.screen, place)
        if audience is None:
            await self._turn_away(socket, problem("not_found"))
            return None
        address = socket.client.host if socket.client else ""
        return Screen(
            token=hello.token,
            actor=actor,
            audience=audience,
            place=place,
            build=hello.build,
            address=address,
            heard=self._beside.clock.heard(hello.now) if hello.now else None,
        )

    async def _first_words(self, socket: WebSocket) -> str:
        """Raises `TimeoutError` for who says nothing; where too many do, the longest silent goes first."""
        async with asyncio.timeout(self.hello_within) as patience:
            self._silent[socket] = patience
            if len(self._silent) > MOST_SILENT:
                next(iter(self._silent.values())).reschedule(asyncio.get_running_loop().time())
            try:
                return await _text(socket)
            finally:
                self._silent.pop(socket, None)

    def audience(self, screen: str, place: str) -> Audience | None:
        """Who sees the same as this screen; None for a counter that is not there."""
        hall = self._beside.live.hall
        if hall.config is None or (SCREENS[screen].at is At.COUNTER and place not in hall.counters):
            return None
        match SCREENS[screen].at:
            case At.PRINTER:
                return Audience(screen, self._beside.printing.printer_for(place))
            case At.COUNTER | At.ZONE:
                return Audience(screen, place)
            case At.HALL:
                return Audience(screen, "")

    async def _turn_away(self, socket: WebSocket, why: Problem) -> None:
        await socket.send_text(written(bye(why)).decode())
        await socket.close(CLOSE_POLICY)

    async def _serve(self, socket: WebSocket, screen: Screen) -> None:
        await socket.send_text(self._welcome(screen))
        self._join(screen)
        self._beside.came(screen)
        box = screen.box
        try:
            async with asyncio.TaskGroup() as tasks:
                at_once = socket.scope.get("extensions", {}).get(AT_ONCE)  # not every server has it
                box.open(at_once, lambda: tasks.create_task(self._send(socket, box)))
                try:
                    await self._listen(socket, screen, tasks)
                finally:
                    box.shut()
        except* (WebSocketDisconnect, Overflow, RuntimeError, OSError):
            pass  # gone, or as good as gone; it comes back and gets the newest view
        finally:
            self._leave(screen)
            self._beside.went(screen)

    def _join(self, screen: Screen) -> None:
        """A print agent looks at nothing; it waits for slips."""
        if screen.screen == PRINT_AGENT:
            self._beside.agents.attach(_agent(screen), screen.box.put)
        else:
            self._views.join(screen.audience, screen.box)

    def _leave(self, screen: Screen) -> None:
        if screen.screen == PRINT_AGENT:
            self._beside.agents.detach(_agent(screen), screen.box.put)
        else:
            self._views.leave(screen.audience, screen.box)

    def _welcome(self, screen: Screen) -> str:
        welcome = Welcome(
            protocol=PROTOCOL,
            build=self._beside.build,
            time=self._beside.clock(),
            zone=self._beside.zone,
            languages=self._beside.languages,
            actor=screen.actor,
        )
        return written(welcome).decode()

    async def _send(self, socket: WebSocket, box: Mailbox) -> None:
        """What the socket did not take at once, until nothing is left."""
        try:
            while taken := box.take():
                for message in taken:
                    # Straight to ASGI: the wrapper's checks cost as much as the frame.
                    await socket._send({"type": "websocket.send", "text": message.decode()})
        except BaseException:
            box.shut()  # nobody is woken into a group of tasks that ends
            raise

    async def _listen(self, socket: WebSocket, screen: Screen, tasks: asyncio.TaskGroup) -> None:
        while True:
            # Straight from ASGI: what waits in between is kept by every idle screen.
            text = _said_in(socket, await socket._receive())
            kind, name = _head(text)
            if kind == "sound":
                self._heard_of_sound(screen, text)
            elif kind == "printer" and screen.screen == PRINT_AGENT:
                self._beside.agents.answered(_read(text))
            else:
                tasks.create_task(self._answer(screen, kind, name, text))

    def _heard_of_sound(self, screen: Screen, text: str) -> None:
        try:
            screen.sound = Sound.model_validate_json(text).state
        except ValidationError:
            return
        self._beside.came(screen)

    async def _answer(self, screen: Screen, kind: str, name: str, text: str) -> None:
        try:
            if kind not in COMMANDS:
                raise UnknownCommand(kind)
            actor = await self._beside.door.actor(
                screen.token
            )  # asked anew: a token can be revoked meanwhile
            asked = parse(kind, text)
            answer = done_json(await self._desk.ask(actor, asked))
        except UnknownCommand:
            why_not = problem("unknown_command", type=kind) if kind else unreadable()
            answer = written(refused(why_not, name))
        except Exception as error:  # noqa: BLE001  # every failure goes back to who asked
            answer = _refusal(error, name)
        screen.box.put(answer)


class UnknownCommand(Exception):
    """The wire has no command of this name."""


def _place(actor: Actor, hello: Hello) -> str:
    """A device is where the manager has put it, whatever its own address says; a print agent nowhere else.

    A clerk's own screen says where it is: at another counter than its own it is turned away.
    """
    put = actor.kind == "device" and actor.place and hello.screen != "counter"
    return actor.place if put or hello.screen == PRINT_AGENT else hello.place or actor.place


def _agent(screen: Screen) -> str:
    """What a printer's address calls it: its place, or its id among the devices."""
    return screen.place or screen.actor.id.partition(":")[2]


async def _text(socket: WebSocket) -> str:
    """The next message; a binary one says nothing. Raises `WebSocketDisconnect`."""
    return _said_in(socket, await socket._receive())


def _said_in(socket: WebSocket, message: Message) -> str:
    socket._raise_on_disconnect(message)
    return message.get("text") or ""


def _refusal(error: Exception, name: str) -> bytes:
    why_not = problem_of(error)
    if why_not.code == "broken":
        log.error("an ask broke", exc_info=error)
    return written(refused(why_not, name))


def _head(text: str) -> tuple[str, str]:
    """The kind and the name of a message, or "" where they cannot be read."""
    message = _read(text)
    return _word(message, "type"), _word(message, "id")


def _read(text: str) -> Mapping[str, Any]:
    """As strictly as commands are read: no endless depth, no half letters, no number that is none."""
    try:
        message = from_json(text, allow_inf_nan=False)
    except ValueError:
        return {}
    return message if isinstance(message, Mapping) else {}


def _word(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name, "")
    return clean(value[:LONGEST_NAME]) if isinstance(value, str) else ""
