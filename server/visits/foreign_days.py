"""Days as another system counted them -> what is learned of them: how long customers took, at whose hands."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, select

from server.insight.forward.habits import WALK
from server.insight.learning.lived import Lived, Turn, occupied
from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.rows import table

SOURCE, FOREIGN = table(HistorySourceRow), table(HistoryVisitRow)
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
    """Who did not come, who left and who had priority is not on such lists: nothing is learned of it."""
    begins = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    near = FOREIGN.c.issued_at.between(begins - timedelta(days=1), begins + timedelta(days=2))  # has an index
    rows = db.execute(_mine(hall, select(FOREIGN)).where(near, FOREIGN.c.day == day)).all()
    lived = Lived(day=day)
    lived.occupied += occupied(t for n, row in enumerate(rows) if (t := _turn(row, n, zone)) is not None)
    return lived


def _mine(hall: str, asked: Select[Any]) -> Select[Any]:
    whole = select(SOURCE.c.source).where(SOURCE.c.hall_id == hall, SOURCE.c.whole)
    return asked.where(FOREIGN.c.hall_id == hall, FOREIGN.c.source.in_(whole))


def _turn(row: Any, n: int, zone: ZoneInfo) -> Turn | None:
    """One without its end teaches nothing; one without its call was called as long ago as people walk."""
    began = row.called_at or (row.started_at and row.started_at - timedelta(seconds=WALK))
    if began is None or row.ended_at is None:
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
