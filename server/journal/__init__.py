"""The journal is the truth: a commit appends events; a snapshot now and then lets a start be quick.

How it works:

A commit is two statements in one transaction: the hall's row moves its place (`epoch`, `seq`) forward, on
condition that it is where the writer believes it to be, and the events are added. The first is the lock and
the guard against a second writer; the second is all that is kept. Nothing in it grows with the day, so the
five-thousandth customer costs what the first did.

Everything else that lies beside the events can be made anew from them. A snapshot is a whole hall at one
place, taken off the loop and stamped with the shape of the program that took it; one that is torn, of
another shape or ahead of the events is passed over for an older one, at worst for none, and a start says
which it took. Visits (`server/visits`) are rows made from the events, for reports. What is no projection
(people, devices, log-ins) lives in tables of its own, which alembic carries from version to version.

An event is never changed. Its shape may only gain fields with defaults, so that the first hall's first day
still reads: `tests/journals` keeps the proof. An epoch rises when the past was exchanged (a restored
backup, a clock that was settled): a screen or an agent that remembers another epoch asks for everything
again, instead of mixing two pasts.

At a start the tail is read and checked before anybody is let in: a gap, a torn entry, an unknown kind. What
can be made whole is made whole and told; what cannot is told with what to do, and the hall goes on from
what is sound (`wholeness.py`). A file that was exchanged or taken away under the running hall is found at
the next commit (`files.py`), an older file in its place at the next start (`server/safekeeping/known.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from server.domain.event import Event
from server.domain.hall import Hall
from server.journal.damage_texts import both
from server.journal.snapshots import Snapshot

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An event with its place in the journal and who caused it."""

    epoch: int
    seq: int
    actor: str
    event: Event
    newest: bool = True  # of the newest epoch: in an older one the times may go back behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One obeyed request: its name, what it was, who asked, what followed."""

    request: str
    kind: str
    actor: str
    recorded: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Where the answer to an earlier request lies; `last_seq < first_seq` when nothing happened."""

    epoch: int
    first_seq: int
    last_seq: int


class SecondWriter(Exception):  # names what was met
    """Somebody else has written to this hall since; nothing of the batch was."""


class StorageFailed(Exception):
    """The disk or the database did not take the batch; nothing of it was written."""


class JournalDamaged(StorageFailed):
    """What was asked for is not whole in the journal; nothing is told of it rather than something wrong."""

    def __init__(self, seq: int) -> None:
        super().__init__(both("near", first=seq))
        self.seq = seq


class Journal(Protocol):
    """What a store promises; the same contract test runs on every one."""

    async def load(self) -> Hall:
        """The hall by its newest readable snapshot and the events since; empty where there is none yet."""
        ...

    async def replay(self) -> Hall:
        """The hall as its events tell it, all of them from the first."""
        ...

    async def append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        """All or nothing; raises `SecondWriter` or `StorageFailed`."""
        ...

    async def keep(self, snapshot: Snapshot, since: str) -> None:
        """Put a snapshot by, and let go of the older ones but the first of each day since then."""
        ...

    def alone(self) -> AbstractAsyncContextManager[None]:
        """Nobody else writes to this hall while inside; all that is appended inside is written at its end."""
        ...

    async def since(self, seq: int, limit: int = 1000) -> tuple[Recorded, ...]:
        """Events after `seq`, oldest first."""
        ...

    async def read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        """What `work` makes of the events of a time, led by the set-up in force when it began.

        Oldest first, once through. `work` runs beside the loop, and nobody who writes waits for it.
        """
        ...

    async def past(self, start: datetime, end: datetime, work: Callable[[Connection], T]) -> T:
        """What `work` makes of the database as it stands at one moment: of visits, not of events.

        Beside the loop. Raises `JournalDamaged` where what is kept of this time stands on a damaged journal.
        """
        ...

    async def look_back(self) -> None:
        """Whether what lies further back than a start looks is whole, beside the loop.

        What is not is kept in mind: `read` and `past` then raise `JournalDamaged` for its time.
        """
        ...

    async def set_ups(self, limit: int) -> tuple[Recorded, ...]:
        """The newest changes of the set-up and of who may enter, newest first."""
        ...

    async def names(self, since: int = 0) -> Mapping[str, Named]:
        """Every request name still kept; or only those answered when the hall was at `since` or later."""
        ...

    async def forget(self, before: datetime) -> None:
        """Drop request names older than this (kept at least 24 h)."""
        ...

    async def close(self) -> None: ...
