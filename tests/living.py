"""A live hall on a real journal, and people who ask it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.queue.commands import OpenCounter
from server.domain.queue.events import TicketCalled, TicketIssued
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.journal import Journal, Recorded
from server.live_hall import Done, LiveHall
from server.routing import fair_share
from server.watchers.keeping.keep_snapshots import KeepSnapshots
from tests.builders import COUNTERS, MORNING, a_config

EIGHT = tuple(replace(COUNTERS[0], id=str(n), profile="all", floating=False) for n in range(1, 9))
BUSY_HALL = a_config(counters=EIGHT, hours=None)  # eight counters that call everything


class HandClock:
    """Time as the test says; a little later at every look, so that orders are plain."""

    def __init__(self, floor: datetime = MORNING) -> None:
        self.now = max(MORNING, floor)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=10)
        return self.now


@asynccontextmanager
async def living(journal: Journal, clock: Callable[[], datetime] | None = None) -> AsyncIterator[LiveHall]:
    """A process that runs the hall, from its start to its end."""
    live = await LiveHall.open(journal, clock=clock or HandClock(), pick=fair_share.pick)
    snapshots = KeepSnapshots(live)
    live.watch(snapshots.on_commit)
    async with running(live), asyncio.TaskGroup() as group:
        keeping = group.create_task(snapshots.run())
        yield live
        keeping.cancel()
    await snapshots.keep()
    await journal.close()


@asynccontextmanager
async def running(live: LiveHall) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        writer = group.create_task(live.run())
        yield
        writer.cancel()


async def ask(live: LiveHall, command: Command, request: str) -> Done:
    return await live.apply(command, actor="clerk:1207", request=request)


async def outcome(live: LiveHall, command: Command, request: str) -> Done | str:
    """What became of it, or the code it was refused with."""
    try:
        return await ask(live, command, request)
    except Refused as refused:
        return refused.code


async def set_up(live: LiveHall, config: HallConfig = BUSY_HALL) -> None:
    await ask(live, ConfigureHall(config=config), "set-up")
    for counter in config.counter:
        await ask(live, OpenCounter(counter=counter, staff=f"s{counter}"), f"open {counter}")


def numbers(recorded: tuple[Recorded, ...]) -> list[str]:
    """The numbers given, in the order of the journal."""
    return [r.event.number for r in recorded if isinstance(r.event, TicketIssued)]


def called(recorded: tuple[Recorded, ...]) -> list[str]:
    return [r.event.number for r in recorded if isinstance(r.event, TicketCalled)]


def series(letter: str, n: int) -> list[str]:
    return [f"{letter}{ordinal:03}" for ordinal in range(1, n + 1)]


async def everything(journal: Journal) -> tuple[Recorded, ...]:
    return await journal.since(0, 1_000_000)
