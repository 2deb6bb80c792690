"""What reports ask of visits: their tables, one moment of them, of one hall or of many alike."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table

from server.visits.rows import CALL, CONTACT, LEG, RUNG, VISIT

__all__ = ["CALL", "CONTACT", "LATE", "LEG", "RUNG", "VISIT", "Asked", "Past"]

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

    def within(self, moment: ColumnElement[Any], start: datetime, end: datetime) -> ColumnElement[bool]:
        """What happened in this time, whenever its number was given: over midnight a visit lives two days.

        The same day that the board counts by; the bounds of the numbers let the index find them.
        """
        of, inside = moment.table, (moment >= start) & (moment < end)
        if of is CONTACT:  # of nobody's number, and found by its own time
            return of.c.hall_id.in_(self._halls) & inside
        return self.issued(of, start - LATE, end) & inside
