"""Makes halls and what belongs to them without a server: from a pack, for a demo, with people and tokens."""

import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import fields, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from server.access.devices import Device, Devices
from server.access.people import People
from server.access.secrets import token_hash
from server.command.texts import both
from server.demo.past import a_morning, is_demo
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.devices.known_here import known_here
from server.devices.printing.printer_lines import printers as parsed
from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.known import judged
from server.domain.equipment.commands import NoteAccess
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.queue.commands import SettleClock
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.journal.files import SERVED, is_there, require_new_or_whole, sides_of
from server.journal.going import Going, unseen
from server.journal.snapshots import kept_since, taken
from server.journal.sqlite import SqliteJournal, engine_for
from server.journal.wholeness import Damage
from server.live_hall import LiveHall
from server.packs.hall_file import pack, read_hall_file
from server.plugins import policy
from server.routing import fair_share
from server.safekeeping.known import KNOWN
from server.settings import Settings
from server.visits.lessons import forget

__all__ = ["DEMO_PASSWORD"]

BY_COMMAND_LINE = "system:command-line"
A_MONTH = 28  # days of a demo's past


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
    database = Settings(data=data).database
    if not is_there(database):
        require_new_or_whole(database)
        return False
    async with _journal(data) as journal:
        return (await journal.load()).config is not None


async def look(data: Path) -> tuple[Damage, ...] | None:
    """What is wrong with a hall's data, all of them looked at; None where there is no hall.

    The server may run meanwhile: nothing is held up and nothing changed.
    """
    database = Settings(data=data).database
    if not is_there(database):
        require_new_or_whole(database)
        return None
    async with _journal(data) as journal:
        return await journal.examine()


async def mend(data: Path) -> tuple[Damage, ...]:
    """Make the snapshots anew where they differ from the journal; only while no server runs.

    What was learned of the hall is forgotten, and learned anew by the next server.
    """
    async with _journal(data) as journal:
        damage = (await journal.open_whole(all_of_it=True)).damage
    with database(data) as (engine, hall), engine.connect() as db:
        forget(db, hall)
    return damage


def read_config(name: str | None, file: Path | None, hall_name: str, hours: str) -> HallConfig:
    config = read_hall_file(file) if file else pack(name or "power")
    if hall_name:
        config = replace(config, name=Text(hall_name, ""))  # the pack's English is another's
    if hours:
        opens, _, closes = hours.partition("-")
        config = replace(config, hours=Hours(opens=opens.strip(), closes=closes.strip()))
    _require_sound(config)
    return config


def _require_sound(config: HallConfig) -> None:
    if wrong := judged(config, known_here()):
        raise HallProblem("\n".join(f"{p.zh} / {p.en}" for p in wrong))


async def make_hall(
    data: Path, config: HallConfig, now: datetime, *, admin_password: str, printers: Sequence[str]
) -> None:
    if await is_made(data):
        raise HallProblem(both("hall_there", data=data))
    given = parsed(printers)
    config = replace(config, demo=False, printers=(*config.printers, *given))  # only `demo` makes one
    _require_sound(config)
    data.mkdir(parents=True, exist_ok=True)
    async with _journal(data) as journal:
        await _obeyed(journal, ConfigureHall(config=config), "system:init", now)
    with _people(data) as people:
        people.add("admin", "管理员", "admin", admin_password)


async def make_demo(data: Path, name: str, now: datetime, *, days: int = A_MONTH) -> bool:
    """Make a demo hall where there is none; True if it is new. A real hall is never played with."""
    if await is_made(data):
        async with _journal(data) as journal:
            played = await is_demo(journal)
        if not played:
            raise HallProblem(both("not_a_demo", data=data))
        return False
    data.mkdir(parents=True, exist_ok=True)
    paper = PrinterConfig(id="K1", name=Text("虚拟打印机", "Virtual printer"), kind="virtual")
    config = replace(pack(name), demo=True, printers=(paper,))
    async with _journal(data) as journal:
        await a_morning(journal, config, now, policy(config.routing), days=days)
        hall = await journal.load()
        await journal.keep(taken(hall), kept_since(hall))
    with _people(data) as people:
        for person in DEMO_PEOPLE:
            people.add(person.login, person.name, person.role, DEMO_PASSWORD)
    return True


async def forget_demo(data: Path) -> None:
    """Take the demo of this folder away, that alone and nothing else that lies there. Never a real hall."""
    settings = Settings(data=data)
    async with _journal(data) as journal:
        if not await is_demo(journal):
            raise HallProblem(both("not_a_demo", data=data))
    for mark in (SERVED, KNOWN):  # of where and how far it ran
        (data / mark).unlink(missing_ok=True)
    for path in (*sides_of(settings.database), settings.database):
        path.unlink(missing_ok=True)
    for folder in (settings.slips, settings.snapshots):
        shutil.rmtree(folder, ignore_errors=True)


async def _obeyed(journal: SqliteJournal, command: Command, actor: str, now: datetime) -> None:
    """Ask a hall that no server runs, as everybody asks; raises as `LiveHall.apply` does."""
    live = await _live(journal, now)
    await live.obey_first(command, actor=actor)
    await journal.keep(taken(live.hall), kept_since(live.hall))


async def _live(journal: SqliteJournal, now: datetime, media: Path | None = None) -> LiveHall:
    live = await LiveHall.open(journal, clock=lambda: now, pick=fair_share.pick)
    live.known = partial(known_here, media)
    return live


@contextmanager
def database(data: Path) -> Iterator[tuple[Engine, str]]:
    settings = Settings(data=data)
    engine = engine_for(settings.database)
    try:
        yield engine, settings.hall_id
    finally:
        engine.dispose()


@contextmanager
def _people(data: Path) -> Iterator[People]:
    with database(data) as opened:
        yield People(*opened)


async def config_of(data: Path) -> HallConfig | None:
    async with _journal(data) as journal:
        return (await journal.load()).config


async def would(data: Path, command: ConfigureHall, now: datetime) -> tuple[Event, ...]:
    """What a change would lead to, whether a server runs or not; raises `Refused`."""
    async with _journal(data) as journal:
        return (await _live(journal, now, Settings(data=data).media)).would(command)


async def reconfigure(data: Path, command: ConfigureHall, now: datetime) -> None:
    """Change the set-up of a hall that no server runs now; raises `Refused`."""
    async with _journal(data) as journal:
        await _obeyed(journal, command, BY_COMMAND_LINE, now)


async def hall_of(data: Path) -> Hall:
    async with _journal(data) as journal:
        return await journal.load()


async def settle_clock(data: Path, now: datetime) -> None:
    """Let a hall that no server runs now go on from this moment, be it earlier than its last record."""
    async with _journal(data) as journal:
        hall = await journal.load()
        since = (min(now, hall.at) + datetime.resolution).timestamp()
        command = SettleClock(to=now.timestamp(), since=since, by="command-line")
        await _obeyed(journal, command, BY_COMMAND_LINE, now)


async def note(data: Path, command: NoteAccess, now: datetime) -> None:
    """Put on record, in a hall that no server runs now, what was done with it."""
    async with _journal(data) as journal:
        await _obeyed(journal, command, BY_COMMAND_LINE, now)


def visit(data: Path, now: datetime) -> tuple[str, str]:
    """A device of one visit to the running server, and its token."""
    with database(data) as opened:
        devices = Devices(*opened)
        token = devices.issue_token("command-line", "admin", "", by=BY_COMMAND_LINE, now=now)
        actor = devices.find(token_hash(token))
        assert actor is not None
        return actor.id.partition(":")[2], token


def devices(data: Path) -> tuple[Device, ...]:
    with database(data) as opened:
        return Devices(*opened).list()


def end_visit(data: Path, device: str, now: datetime) -> None:
    with database(data) as opened:
        Devices(*opened).revoke(device, now)


def add_person(data: Path, login: str, name: str, role: str, password: str) -> None:
    with _people(data) as people:
        people.add(login, name, role, password)


async def require_place(data: Path, place: str) -> None:
    """A token for a place that the hall does not have would open nothing, and nobody would know why."""
    config = await config_of(data)
    known = (*config.counter, *config.zone, *(p.id for p in config.printers)) if config else ()
    if place and place not in known:
        raise HallProblem(both("no_such_place", place=place, known="、".join(dict.fromkeys(known)) or "—"))


def issue_token(data: Path, role: str, place: str, name: str, now: datetime) -> str:
    with database(data) as opened:
        return Devices(*opened).issue_token(name, role, place, by=BY_COMMAND_LINE, now=now)


async def compare(data: Path, going: Going = unseen) -> str:
    """Which parts of the hall differ between its snapshot and its journal; "" when none does."""
    async with _journal(data) as journal:
        stored, replayed = await journal.load(), await journal.replay(going)
    return ", ".join(f.name for f in fields(Hall) if getattr(stored, f.name) != getattr(replayed, f.name))
