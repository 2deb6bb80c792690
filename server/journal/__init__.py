"""The journal is the truth: a commit appends events; a snapshot now and then lets a start be quick."""

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
