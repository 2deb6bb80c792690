"""What reports ask of visits: their tables, one moment of them, of one hall or of many alike."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from server.tables import EventRow
from server.visits.rows import CALL, CONTACT, LEG, RUNG, VISIT, table

__all__ = ["CALL", "CONTACT", "LATE", "LEG", "RUNG", "VISIT", "Asked", "Past"]

EVENT = table(EventRow)
PORTION = 250  # rows at once: making them is one step, and whoever serves waits until it is done
LATE = timedelta(days=14)  # a visit that nobody ended is ended when the hall opens again, after holidays too

Asked = Select[*tuple[Any, ...]]


class Past:
    """An open connection, and whose visits are asked for."""

    def __init__(self, db: Connection, halls: Collection[str]) -> None:
        self._db, self._halls = db, halls

    def rows(self, asked: Asked) -> Iterator[Any]:
        """Tuples, whose columns have their names, too."""
        for portion in self._db.execute(asked.execution_options(yield_per=PORTION)).partitions():
            yield from portion

    def one(self, asked: Asked) -> Any:
        return self._db.execute(asked).one()

    def issued(self, of: Table, start: datetime, end: datetime) -> ColumnElement[bool]:
        """Of visits whose number was given in this time."""
        return of.c.hall_id.in_(self._halls) & (of.c.issued_at >= start) & (of.c.issued_at < end)

    def happened(self, kinds: Collection[str], start: datetime, end: datetime) -> Mapping[str, int]:
        """How many events of each of these kinds there were, that belong to no visit.

        Read between the numbers given before and after this time only: the journal is long.
        """
        of, counted = EVENT.c.at, Counter[str]()
        for hall in self._halls:
            mine = VISIT.c.hall_id == hall
            before = select(func.max(VISIT.c.seq)).where(mine, VISIT.c.issued_at < start - LATE)
            after = select(func.min(VISIT.c.seq)).where(mine, VISIT.c.issued_at >= end + LATE)
            first, last = self.one(before)[0], self.one(after)[0]
            asked = select(EVENT.c.kind, func.count()).where(
                EVENT.c.hall_id == hall,
                EVENT.c.seq > (first or 0),
                *((EVENT.c.seq < last,) if last else ()),
                EVENT.c.kind.in_(sorted(kinds)),
                of >= start.isoformat(),
                of < end.isoformat(),
            )
            counted.update(dict(map(tuple, self.rows(asked.group_by(EVENT.c.kind)))))
        return counted

    def within(self, moment: ColumnElement[Any], start: datetime, end: datetime) -> ColumnElement[bool]:
        """What happened in this time, whenever its number was given: over midnight a visit lives two days.

        The same day that the board counts by; the bounds of the numbers let the index find them.
        """
        of, inside = moment.table, (moment >= start) & (moment < end)
        if of is CONTACT:  # of nobody's number, and found by its own time
            return of.c.hall_id.in_(self._halls) & inside
        return self.issued(of, start - LATE, end) & inside
