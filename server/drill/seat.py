"""A place at a screen of the practice hall: what it shows, what is asked there, what it is to play."""

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection

from server.domain.text import Text

PATIENCE = 20.0  # s that anything may take on a slow box
Message = dict[str, Any]


class NotSeen(Exception):
    """The hall did not do what it should; `text` says what was missing."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class Seat:
    def __init__(self, socket: ClientConnection, patience: float = PATIENCE) -> None:
        self._socket, self._patience = socket, patience
        self._inbox: list[Message] = []
        self.view: Message = {}

    async def sit_down(self, token: str, screen: str, place: str) -> None:
        hello = {"type": "hello", "protocol": 1, "token": token, "screen": screen, "place": place}
        await self._socket.send(json.dumps(hello))
        await self.see(lambda view: True, Text("屏幕没有内容", "the screen stays empty"))

    async def see(self, shows: Callable[[Message], object], missing: Text) -> Message:
        """The view, once it is as wanted; else `NotSeen` with what is missing."""
        async with _InTime(self._patience, missing):
            while not self._is(shows):
                self._inbox += await self._next()
        return self.view

    def _is(self, shows: Callable[[Message], object]) -> bool:
        """What a view does not have is not as wanted."""
        try:
            return bool(self.view and shows(self.view))
        except (TypeError, LookupError):
            return False

    async def ask(self, command: str, **fields: object) -> Message:
        """The result; a refusal is `NotSeen` with its words."""
        name = secrets.token_hex(16)
        await self._socket.send(json.dumps({**fields, "type": command, "id": name}))
        answer = await self._first(lambda m: m.get("id") == name, Text("没有回答", "no answer"))
        if answer["type"] != "done":
            raise NotSeen(Text(answer["text"]["zh"], answer["text"]["en"]))
        result: Message = answer["result"]
        return result

    async def sound_on(self) -> None:
        """A board whose browser may play; the server has understood it when this returns."""
        await self._socket.send(json.dumps({"type": "sound", "state": "on"}))
        await self._first(lambda m: m["type"] == "beat", Text("没有心跳", "no heartbeat"))

    async def cue(self) -> Message:
        """The next call that it is given to say."""
        missing = Text("没有收到要播报的呼叫", "no call came to be spoken")
        return await self._first(lambda m: m["type"] == "cue" and m["cue"] == "speak", missing)

    async def spoken(self, cue: Message, outcome: str) -> None:
        report = {"call": cue["call"], "announcement": cue["announcement"], "outcome": outcome}
        await self.ask("record_spoken", **report)

    async def _first(self, wanted: Callable[[Message], bool], missing: Text) -> Message:
        async with _InTime(self._patience, missing):
            while True:
                if message := next(filter(wanted, self._inbox), None):
                    self._inbox.remove(message)
                    return message
                self._inbox += await self._next()

    async def _next(self) -> list[Message]:
        message: Message = json.loads(await self._socket.recv())
        if message["type"] != "view":
            return [message]
        self.view = message["view"]
        return []


class _InTime:
    """As `asyncio.timeout`, telling what did not come."""

    def __init__(self, seconds: float, missing: Text) -> None:
        self._timeout, self._missing = asyncio.timeout(seconds), missing

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, *error: Any) -> None:
        try:
            await self._timeout.__aexit__(*error)
        except TimeoutError:
            raise NotSeen(self._missing) from None
