"""Makes halls and what belongs to them without a server: from a pack, for a demo, with people and tokens."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from server.access.devices import Devices
from server.access.people import People
from server.access.secrets import new_token
from server.command_texts import both
from server.demo.past import Past, an_hour
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.domain.config import HallConfig, Hours
from server.domain.config_rules import problems
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.commands import ConfigureHall
from server.domain.text import Text
from server.hall_file import pack, read_hall_file
from server.journal import Entry, Recorded
from server.journal.sqlite import SqliteJournal, engine_for
from server.plugins import policy
from server.printers_file import keep, parse_printer
from server.settings import Settings

__all__ = ["DEMO_PASSWORD"]


class HallProblem(Exception):
    """The hall cannot be made, and why."""


@asynccontextmanager
async def _journal(data: Path) -> AsyncIterator[SqliteJournal]:
    journal = SqliteJournal(Settings(data=data).database)
    try:
        yield journal
    finally:
        await journal.close()


async def is_made(data: Path) -> bool:
    if not Settings(data=data).database.exists():
        return False
    async with _journal(data) as journal:
        return (await journal.load()).config is not None


def read_config(name: str | None, file: Path | None, hall_name: str, hours: str) -> HallConfig:
    config = read_hall_file(file) if file else pack(name or "power")
    if hall_name:
        config = replace(config, name=Text(hall_name, config.name.en))
    if hours:
        opens, _, closes = hours.partition("-")
        config = replace(config, hours=Hours(opens=opens.strip(), closes=closes.strip()))
    found = problems(config)
    if found:
        raise HallProblem("\n".join(f"{p.zh} / {p.en}" for p in found))
    return config


async def make_hall(
    data: Path, config: HallConfig, now: datetime, *, admin_password: str, printers: Sequence[str]
) -> None:
    if await is_made(data):
        raise HallProblem(both("hall_there", data=data))
    for line in printers:
        parse_printer(line)  # before there is a hall that could not be made again
    data.mkdir(parents=True, exist_ok=True)
    async with _journal(data) as journal:
        await _append(journal, await journal.load(), config, now)
    with _people(data) as people:
        people.add("admin", "管理员", "admin", admin_password)
    keep(data, list(printers))


async def make_demo(data: Path, name: str, now: datetime) -> bool:
    """Make a demo hall where there is none; True if it is new. A real hall is never played with."""
    if await is_made(data):
        async with _journal(data) as journal:
            config = (await journal.load()).config
        if config is None or not config.demo:
            raise HallProblem(both("not_a_demo", data=data))
        return False
    data.mkdir(parents=True, exist_ok=True)
    config = replace(pack(name), demo=True)
    async with _journal(data) as journal:
        hall = await _append(journal, await journal.load(), config, now)
        past: Past = an_hour(hall, now, policy(config.routing))
        await journal.append(hall, past.hall, past.entries)
    with _people(data) as people:
        for person in DEMO_PEOPLE:
            people.add(person.login, person.name, person.role, DEMO_PASSWORD)
    return True


async def _append(journal: SqliteJournal, before: Hall, config: HallConfig, now: datetime) -> Hall:
    moment = Now(at=now, new_id=new_token(), new_token=new_token(), pick=policy(config.routing))
    events = decide(before, ConfigureHall(config=config), moment)
    after = before
    recorded = []
    for n, event in enumerate(events, 1):
        after = evolve(after, event)
        recorded.append(Recorded(epoch=before.epoch, seq=before.seq + n, actor="system:init", event=event))
    entry = Entry(
        request=f"init/{moment.new_id}", kind="ConfigureHall", actor="system:init", recorded=tuple(recorded)
    )
    await journal.append(before, after, [entry])
    return after


@contextmanager
def _database(data: Path) -> Iterator[tuple[Engine, str]]:
    settings = Settings(data=data)
    engine = engine_for(settings.database)
    try:
        yield engine, settings.hall_id
    finally:
        engine.dispose()


@contextmanager
def _people(data: Path) -> Iterator[People]:
    with _database(data) as database:
        yield People(*database)


def add_person(data: Path, login: str, name: str, role: str, password: str) -> None:
    with _people(data) as people:
        people.add(login, name, role, password)


def issue_token(data: Path, role: str, place: str, name: str, now: datetime) -> str:
    with _database(data) as database:
        return Devices(*database).issue_token(name, role, place, by="system:command-line", now=now)


async def compare(data: Path) -> str:
    """Which parts of the hall differ between its rows and its journal; "" when none does."""
    async with _journal(data) as journal:
        stored, replayed = await journal.load(), await journal.replay()
    return ", ".join(f.name for f in fields(Hall) if getattr(stored, f.name) != getattr(replayed, f.name))
