"""Halls to save and to bring back, and what lies in them."""

from datetime import datetime
from pathlib import Path

from server import safekeeping
from server.access.devices import Devices
from server.access.people import People
from server.access.secrets import token_hash
from server.domain.hall import Hall
from server.domain.queue.commands import IssueTicket
from server.journal.sqlite import SqliteJournal, engine_for
from server.settings import Settings
from tests.builders import MORNING
from tests.living import HandClock, ask, living, numbers, set_up

ISSUE = IssueTicket(service="bill")


def journal_of(data: Path) -> SqliteJournal:
    return SqliteJournal(Settings(data=data).database)


async def a_hall(data: Path, given: int = 3) -> Path:
    """A hall that has given some numbers and stopped."""
    async with living(journal_of(data)) as live:
        await set_up(live)
        for n in range(given):
            await ask(live, ISSUE, f"r{n}")
    return data


async def more_numbers(data: Path, n: int, name: str = "more") -> list[str]:
    async with living(journal_of(data), HandClock()) as live:
        return [numbers((await ask(live, ISSUE, f"{name}{i}")).recorded)[0] for i in range(n)]


async def restore(file: Path, data: Path, now: datetime = MORNING, **how: object) -> safekeeping.Came:
    return await safekeeping.finish(safekeeping.prepare(file, data), now, **how)  # type: ignore[arg-type]


async def hall_in(data: Path) -> Hall:
    """As its rows tell it, which are as its journal tells it."""
    journal = journal_of(data)
    try:
        hall = await journal.load()
        assert hall == await journal.replay()
        return hall
    finally:
        await journal.close()


def doors(data: Path) -> tuple[People, Devices]:
    engine = engine_for(Settings(data=data).database)
    return People(engine, "hall"), Devices(engine, "hall")


def let_in(data: Path, *tokens: str) -> list[bool]:
    devices = doors(data)[1]
    return [devices.find(token_hash(token)) is not None for token in tokens]


def files_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
