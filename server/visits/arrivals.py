"""How many came in each half-hour of each day, of each business: our own visits, and other systems'.

Counted by the database where they lie, so that nothing has to be kept beside them and nothing grows stale.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Integer, cast, extract, func, select

from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.past import Past
from server.visits.rows import VISIT, table

SOURCE, FOREIGN = table(HistorySourceRow), table(HistoryVisitRow)
HALF_HOUR = 1800  # s
Came = tuple[str, date, int, int]  # business, the hall's day, its half-hour, how many


def arrivals(past: Past, start: datetime, end: datetime, timezone: str) -> Iterator[Came]:
    """In no order; a half-hour may come twice."""
    zone = ZoneInfo(timezone)
    bucket = cast(extract("epoch", VISIT.c.issued_at), Integer) // HALF_HOUR
    own = select(VISIT.c.service, bucket, func.count()).where(past.issued(VISIT, start, end))
    for service, half_hours, n in past.rows(own.group_by(VISIT.c.service, bucket)):
        at = datetime.fromtimestamp(half_hours * HALF_HOUR, UTC).astimezone(zone)
        yield service, at.date(), (at.hour * 60 + at.minute) * 60 // HALF_HOUR, n
    slot, whole = (
        FOREIGN.c.minute * 60 // HALF_HOUR,
        select(SOURCE.c.source).where(SOURCE.c.hall_id == FOREIGN.c.hall_id, SOURCE.c.whole),
    )
    foreign = select(FOREIGN.c.service, FOREIGN.c.day, slot, func.count()).where(
        past.issued(FOREIGN, start, end), FOREIGN.c.source.in_(whole)
    )
    yield from map(tuple, past.rows(foreign.group_by(FOREIGN.c.service, FOREIGN.c.day, slot)))


def newest(past: Past, start: datetime) -> datetime | None:
    """When the last number was given here, whatever is asked about."""
    ever = datetime(9999, 1, 1, tzinfo=UTC)
    at: datetime | None = past.one(
        select(func.max(VISIT.c.issued_at)).where(past.issued(VISIT, start, ever))
    )[0]
    return at
