"""A hall that is back from an earlier moment: a new epoch, and numbers that nobody can hold already."""

from datetime import datetime
from pathlib import Path

from server.domain.hall import Hall
from server.domain.queue.commands import GoOnRestored
from server.journal.snapshots import kept_since, taken
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.routing import fair_share
from server.safekeeping.access import HALL_ID
from server.safekeeping.archive import NotABackup
from server.safekeeping.texts import both

ACTOR = "system:restore"


async def gone_on(database: Path, command: GoOnRestored, now: datetime) -> Hall:
    """Ask the hall in this file, which no server runs; returns it as it is found there from now on."""
    journal = SqliteJournal(database, HALL_ID)
    try:
        async with journal.alone():
            live = await LiveHall.open(journal, clock=lambda: now, pick=fair_share.pick)
            await live.obey_first(command, actor=ACTOR)
            if await journal.load() != live.hall:
                raise NotABackup(both("not_as_proved", data=""))
            await journal.keep(taken(live.hall), kept_since(live.hall))
    finally:
        await journal.close()
    return live.hall
