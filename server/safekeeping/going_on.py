"""A hall that is back from an earlier moment: a new epoch, and numbers that nobody can hold already."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from functools import reduce

from server.access.secrets import new_token
from server.domain.evolve import AnyEvent, evolve
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.restoring import restored_events
from server.journal import Entry, Recorded, codec
from server.journal.sqlite import SQL, write_down
from server.plugins import policy
from server.safekeeping.archive import NotABackup
from server.safekeeping.staging import HALL_ID
from server.safekeeping.texts import both

ACTOR = "system:restore"


def gone_on(
    db: sqlite3.Connection, now: datetime, *, epoch: int, known: Mapping[str, int], after: int = 0
) -> Hall:
    """Inside a transaction of the caller's; returns the hall as its rows have it now."""
    db.execute("UPDATE hall SET epoch = ?", (epoch,))
    before = read_rows(db)
    pick = policy(before.config.routing if before.config else "fair_share")
    moment = Now(at=max(now, before.at), new_id=new_token(), new_token=new_token(), pick=pick)
    events = restored_events(before, moment, known=known, after=after)
    later = reduce(evolve, events, before)
    if events:
        write_down(db, before, later, [_entry(before, events, moment.new_id)])
    if read_rows(db) != later:
        raise NotABackup(both("not_as_proved", data=""))
    return later


def read_rows(db: sqlite3.Connection) -> Hall:
    here = {"hall_id_": HALL_ID}
    row = db.execute(SQL.hall.sql, here).fetchone()
    tickets = [body for (body,) in db.execute(SQL.tickets.sql, here)]
    counters = [body for (body,) in db.execute(SQL.counters.sql, here)]
    return codec.hall_from(HALL_ID, row, tickets, counters)


def _entry(before: Hall, events: tuple[AnyEvent, ...], name: str) -> Entry:
    recorded = tuple(
        Recorded(epoch=before.epoch, seq=before.seq + n, actor=ACTOR, event=event)
        for n, event in enumerate(events, 1)
    )
    return Entry(request=f"{ACTOR}/{name}", kind="Restore", actor=ACTOR, recorded=recorded)
