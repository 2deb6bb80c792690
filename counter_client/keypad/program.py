"""Joins session, line, keys and displays: one task group, and nothing that knows what a key means."""

import asyncio
import ssl
from collections.abc import Callable, Sequence
from typing import Protocol

from counter_client.keypad.display import Frame, farewell, frame
from counter_client.keypad.find import find_number
from counter_client.keypad.keypad_texts import Language, Text
from counter_client.keypad.link import Link
from counter_client.keypad.session import Session

REDRAW = 0.25  # s: the clock and the time of handling go on by themselves

Press = Callable[[str], None]
Trouble = Callable[[Text | None], None]


class Keys(Protocol):
    async def run(self, press: Press, trouble: Trouble) -> None:
        """Tell every key pressed, until cancelled or until no more can come."""


class Display(Protocol):
    seconds: bool  # whether it may change every second

    def draw(self, frame: Frame) -> None:
        """Show these lines; a display that is not there shows them when it is."""


class Program:
    def __init__(
        self,
        server: str,
        session: Session,
        clock: Callable[[], float],
        *,
        language: Language = "zh",
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._session, self._clock, self._language = session, clock, language
        self._news = asyncio.Event()
        self._pressed: asyncio.Queue[str] = asyncio.Queue()
        self._server, self._trust = server, trust
        self._link = Link(server, session, clock, self._news.set, trust)

    async def run(self, keys: Sequence[Keys], displays: Sequence[Display]) -> Text:
        """Drive the counter until the hall shuts the door; returns why it did."""
        async with asyncio.TaskGroup() as tasks:
            beside = [
                tasks.create_task(self._obey()),
                tasks.create_task(self._show(displays)),
                *(tasks.create_task(k.run(self._pressed.put_nowait, self._trouble)) for k in keys),
            ]
            await self._link.run()
            for task in beside:
                task.cancel()
        why = self._session.over
        assert why is not None
        for display in displays:
            display.draw(farewell(why, self._language))
        return why

    def _trouble(self, what: Text | None) -> None:
        self._session.troubled("keys", what)
        self._news.set()

    async def _obey(self) -> None:
        while True:
            key = await self._pressed.get()
            await self._link.send(self._session.pressed(key, self._clock()))
            if number := self._session.to_find():
                await self._find(number)
            self._news.set()

    async def _find(self, number: str) -> None:
        """The keys wait for it, as they do for what was asked of the counter."""
        token = self._session.token
        self._session.tell_number(
            *await asyncio.to_thread(find_number, self._server, token, number, self._trust)
        )

    async def _show(self, displays: Sequence[Display]) -> None:
        while True:
            self._news.clear()
            now = self._clock()
            self._session.waited(now)
            seen = self._session.seen(now)
            for display in displays:
                display.draw(frame(seen, self._language, seconds=display.seconds))
            try:
                async with asyncio.timeout(REDRAW):
                    await self._news.wait()
            except TimeoutError:
                continue
