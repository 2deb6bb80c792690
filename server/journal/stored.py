"""What a hall's file holds of it, read on one connection inside a transaction of the caller's."""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from server.domain.hall import Hall
from server.journal import JournalDamaged, codec
from server.journal.codec import ODD
from server.journal.snapshots import Snapshot, unpacked
from server.journal.stamp import stamp
from server.journal.statements import ALL, Statement, Statements

STRETCH = 5000  # events: more than a clock that was wrong for a while can put out of order
UNREADABLE = (*ODD, zlib.error)


class Stored:
    """`torn`: the places of snapshots of this version's shape that could not be read."""

    def __init__(self, db: sqlite3.Connection, sql: Statements, hall_id: str) -> None:
        self._db, self._sql, self.hall_id = db, sql, hall_id
        self.torn: list[int] = []

    def load(self) -> Hall:
        """By the newest snapshot that can be read and the events since, else by all events.

        Where events are damaged, as far as can be told: whoever serves by it looks with `Wholeness` first.
        """
        for base in (*self.snapshots(), Hall(id=self.hall_id)):
            try:
                hall = self.folded(base)
            except JournalDamaged:
                break
            except ODD:
                continue
            if hall.seq == self.end():
                return self.placed(hall)
        return self.guessed()

    def folded(self, base: Hall) -> Hall:
        return codec.folded(base, self.events(base.seq))

    def guessed(self) -> Hall:
        """What can be told when neither the journal nor a snapshot behind its damage is whole."""
        base = next(self.snapshots(any_shape=True), Hall(id=self.hall_id))
        hall = codec.told_as_far_as_can_be(base, self.events(base.seq))
        return self.placed(replace(hall, seq=self.end()))

    def placed(self, hall: Hall) -> Hall:
        """Its own row alone may know of an epoch just begun."""
        row = self.place()
        return hall if row is None or row[0] == hall.epoch else replace(hall, epoch=row[0])

    def snapshots(self, *, any_shape: bool = False) -> Iterator[Hall]:
        """The newest first; none that knows more than the hall has lived."""
        end = self.end()
        for seq, stamped in self.run(self._sql.snapshots).fetchall():
            if seq > end or (stamped != stamp() and not any_shape):
                continue
            (body,) = self.run(self._sql.snapshot, seq_=seq).fetchone()
            try:
                hall = unpacked(body, self.hall_id, seq)
            except UNREADABLE:
                self.torn.append(seq)
                continue
            yield hall

    def place(self) -> tuple[int, int, int] | None:
        """Epoch, seq and how many requests led to nothing, as the hall's own row has them."""
        row: tuple[int, int, int] | None = self.run(self._sql.hall).fetchone()
        return row

    def last(self) -> tuple[int, int, str] | None:
        """Epoch, seq and time of the newest event."""
        row: tuple[int, int, str] | None = self.run(self._sql.last).fetchone()
        return row

    def end(self) -> int:
        """How far the hall has come, by whatever knows most."""
        row, last = self.place(), self.last()
        return max(row[1] if row else 0, last[1] if last else 0)

    def older_than(self, at: str, stretch: int = STRETCH) -> int:
        """A place where a whole stretch of events is older, searched from the end."""
        asked = "SELECT max(at) FROM event WHERE hall_id = ? AND seq > ? AND seq <= ?"
        for end in range(self.end(), 0, -stretch):
            (newest,) = self._db.execute(asked, (self.hall_id, end - stretch, end)).fetchone()
            if newest is not None and newest < at:
                return end
        return 0

    def events(self, since: int = 0) -> sqlite3.Cursor:
        return self.run(self._sql.events, seq_=since, limit_=ALL)

    def keep(self, snapshot: Snapshot, since: str) -> None:
        """`since`: for how long the first of a day is kept."""
        self.run(self._sql.drop_snapshot, seq_=snapshot.seq)
        self._db.execute(self._sql.add_snapshot.sql, codec.snapshot_row(self.hall_id, snapshot))
        self.run(self._sql.keep_few, at_=since)

    def run(self, statement: Statement, **values: Any) -> sqlite3.Cursor:
        return self._db.execute(statement.sql, {"hall_id_": self.hall_id, **values})
