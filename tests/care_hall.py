"""A hall on its own disk with its care watchers by hand: moved second by second, killed and started again."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

from server.domain.command import Command
from server.domain.config.config import USUAL_GIFTS, GiftItem, HallConfig
from server.domain.config.figures import Figures
from server.domain.event import Event
from server.domain.hall import Ticket
from server.domain.queue.commands import IssueTicket
from server.domain.queue.events import TicketIssued
from server.domain.text import Text
from server.journal.sqlite import SqliteJournal
from server.live_hall import Done, LiveHall
from server.watchers.clock.care_clock import CareClock
from server.watchers.clock.over_wait import OverWait
from tests.builders import MORNING, ZONE, a_config
from tests.living import everything, living

UMBRELLA = GiftItem(id="umbrella", name=Text("雨伞", "Umbrella"), unit_cost_fen=1500, stock=5)
GIFTS = (*USUAL_GIFTS, UMBRELLA)


def a_care_config(*, series_start: int = 1, **changes: object) -> HallConfig:
    return a_config(gifts=GIFTS, figures=Figures(series_start=series_start), **changes)


class HallOnDisk:
    """Time stands still until it is moved; whoever asks is named after what he asks."""

    live: LiveHall
    over_wait: OverWait
    care_clock: CareClock

    def __init__(self, file: Path) -> None:
        self.file, self.now, self._asked = file, MORNING, 0
        self._running = AsyncExitStack()

    async def __aenter__(self) -> "HallOnDisk":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        self.live = await self._running.enter_async_context(living(SqliteJournal(self.file), self.clock))
        self.over_wait = OverWait(self.live, self.clock)
        self.care_clock = CareClock(self.live, self.clock)

    async def stop(self) -> None:
        await self._running.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    def clock(self) -> datetime:
        return self.now

    def at(self, clock: str) -> None:
        """Move to that hall time of the morning, "10:22:01"."""
        hour, minute, second = (int(part) for part in clock.split(":"))
        self.now = MORNING.astimezone(ZONE).replace(hour=hour, minute=minute, second=second)
        self.now = self.now.astimezone(MORNING.tzinfo)

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def do(self, command: Command, request: str = "") -> Done:
        self._asked += 1
        name = request or f"{type(command).__name__} {self.live.hall.seq} {self._asked}"
        return await self.live.apply(command, actor="person:test", request=name)

    async def issue(self, service: str = "bill") -> str:
        done = await self.do(IssueTicket(service=service))
        return next(r.event.ticket for r in done.recorded if isinstance(r.event, TicketIssued))

    async def look(self) -> None:
        """What both watchers do in their next turn."""
        await self.over_wait.attend()
        await self.care_clock.look()

    async def look_killed_after(self, commits: int) -> None:
        """The ladder's watcher dies right after that many of its commits, and the process with it."""
        seen = 0

        def count(*_: object) -> None:
            nonlocal seen
            seen += 1
            if seen == commits:
                look.cancel()

        self.live.watch(count)
        async with asyncio.TaskGroup() as group:
            look = group.create_task(self.over_wait.attend())
        await self.restart()

    async def every_second(self, until: str, each: Callable[[str], Awaitable[None]]) -> None:
        """Live on to that time; in each second first what people do, then the watchers."""
        while (now := self.now.astimezone(ZONE).strftime("%H:%M:%S")) <= until:
            await each(now)
            await self.look()
            self.later(seconds=1)

    def numbered(self, number: str) -> Ticket:
        hall = self.live.hall
        return next(t for t in (*hall.tickets.values(), *hall.ended.values()) if t.number == number)

    async def events(self) -> list[Event]:
        return [r.event for r in await everything(self.live.journal)]


def local_clock(at: datetime) -> str:
    return at.astimezone(ZONE).strftime("%H:%M:%S")
