"""Days as another system counted them -> what is learned: how long it took, who did not come, who left.

Lists say the last two by what is missing: a call without a service, an end without a call. What a list leaves
empty for everybody says nothing of anybody, so each is asked first what it keeps at all.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, select

from server.insight.forward.habits import WALK
from server.insight.learning.lived import LONGEST, Lived, Turn, occupied
from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.rows import table

SOURCE, FOREIGN = table(HistorySourceRow), table(HistoryVisitRow)
ASKED_OVER = timedelta(days=28)  # what a list keeps is seen in as many days before
MOST = 0.5  # of those called: a column that is filled for fewer is not kept
LOOKED_BACK = 150  # days: half is forgotten in thirty that the hall was open


def sources_of(db: Connection, hall: str) -> list[str]:
    """Of what was taken in whole."""
    asked = select(SOURCE.c.source, SOURCE.c.sha256).where(SOURCE.c.hall_id == hall, SOURCE.c.whole)
    return sorted(f"{name} {sha256}" for name, sha256 in db.execute(asked))


def days_of(db: Connection, hall: str) -> list[date]:
    """In order. Only the last ones there are: what is older is forgotten."""
    every = _mine(hall, select(FOREIGN.c.day).distinct()).order_by(FOREIGN.c.day)
    days = list(db.execute(every).scalars())
    return [day for day in days if (days[-1] - day).days < LOOKED_BACK]


def foreign_day(db: Connection, hall: str, zone: ZoneInfo, day: date) -> Lived:
    """Who had priority is not on such lists: nothing is learned of it."""
    begins = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    near = FOREIGN.c.issued_at.between(begins - timedelta(days=1), begins + timedelta(days=2))  # has an index
    rows = db.execute(_mine(hall, select(FOREIGN)).where(near, FOREIGN.c.day == day)).all()
    lived = Lived(day=day)
    keeps = {source: _keeps(db, hall, source, begins) for source in {row.source for row in rows}}
    turns = (_turn(row, n, zone, keeps[row.source].came) for n, row in enumerate(rows))
    lived.occupied += occupied(turn for turn in turns if turn is not None)
    for row in rows:
        _live(lived, row, keeps[row.source])
    return lived


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keeps:
    """`came`: the column that is filled for those called who came, "" where none is; `leaving`: who left."""

    came: str
    leaving: bool


def _keeps(db: Connection, hall: str, source: str, begins: datetime) -> _Keeps:
    """A column that is filled for everybody tells nobody apart."""
    of = FOREIGN.c
    called = of.called_at.is_not(None) | of.started_at.is_not(None)
    asked = select(
        func.count(),
        func.count().filter(called),
        func.count().filter(called, of.started_at.is_not(None)),
        func.count().filter(called, of.ended_at.is_not(None)),
        func.count().filter(~called, of.ended_at.is_not(None)),
    ).where(
        of.hall_id == hall,
        of.source == source,
        of.issued_at.between(begins - ASKED_OVER, begins + timedelta(days=2)),
    )
    rows, calls, started, ended, left = db.execute(asked).one()
    came = next(
        (name for name, n in (("started_at", started), ("ended_at", ended)) if MOST * calls <= n < calls), ""
    )
    return _Keeps(came=came, leaving=left > 0 and calls >= MOST * rows)


def _live(lived: Lived, row: Any, keeps: _Keeps) -> None:
    called = _called(row)
    if called is not None:
        waited = max((called - row.issued_at).total_seconds(), 0.0)
        if waited <= LONGEST:
            if keeps.came:
                lived.calls.append((waited, getattr(row, keeps.came) is None))
            if keeps.leaving:
                lived.waits.append((waited, False))
    elif keeps.leaving and row.ended_at is not None:
        stayed = (row.ended_at - row.issued_at).total_seconds()
        if 0 <= stayed <= LONGEST:
            lived.waits.append((stayed, True))


def _called(row: Any) -> datetime | None:
    """One without its call was called as long ago as people walk."""
    called: datetime | None = row.called_at or (row.started_at and row.started_at - timedelta(seconds=WALK))
    return called


def _mine(hall: str, asked: Select[Any]) -> Select[Any]:
    whole = select(SOURCE.c.source).where(SOURCE.c.hall_id == hall, SOURCE.c.whole)
    return asked.where(FOREIGN.c.hall_id == hall, FOREIGN.c.source.in_(whole))


def _turn(row: Any, n: int, zone: ZoneInfo, came: str) -> Turn | None:
    """One without its end teaches nothing of how long it took; nor does a number that nobody came with."""
    began = _called(row)
    if began is None or row.ended_at is None or (came == "started_at" and row.started_at is None):
        return None
    since = row.started_at or row.called_at
    return Turn(
        counter=row.counter or f"{n}",  # nobody knows who was next there
        service=row.service,
        staff=row.staff,
        at=began.astimezone(zone),
        waited=max((began - row.issued_at).total_seconds(), 0.0),
        ends=row.ended_at.astimezone(zone),
        measured=True,
        handled=(row.ended_at - since).total_seconds(),
    )
