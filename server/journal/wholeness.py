"""Whether a hall's journal and rows are whole, and rows made anew from a journal that is."""

import json
import logging
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from server.domain.areas import EVENTS
from server.domain.hall import Hall
from server.domain.text import Text
from server.journal import JournalDamaged, codec
from server.journal.damage_texts import both, said
from server.journal.files import DataGone
from server.journal.statements import ALL, Statements

log = logging.getLogger(__name__)

NEAR = 5000  # events read one by one when a hall opens: half a second; the rest is looked at where it lies
LATELY = 200_000  # events whose kind and text are looked at when a hall opens: a tenth of a second
PAGES = 8192  # 32 MB, looked through when a hall opens; a copy always is
# What a torn text makes of decoding, and an event that does not fit of evolving.
ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, JournalDamaged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """`first` and `last` are places in the journal; `since` and `until` the times around them."""

    kind: str
    text: Text
    first: int = 0
    last: int = 0
    since: str = ""
    until: str = ""
    healed: bool = False

    @property
    def of_journal(self) -> bool:
        return self.first > 0

    def touches(self, start: str, end: str) -> bool:
        return self.of_journal and (not self.until or self.until >= start) and self.since < end


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A hall as it can be served, and what is or was wrong with its data."""

    hall: Hall
    damage: tuple[Damage, ...]


class Wholeness:
    """One look at one hall on an open connection, inside a transaction of the caller's."""

    def __init__(self, db: sqlite3.Connection, sql: Statements, hall_id: str, file: Path) -> None:
        self._db, self._sql, self._here, self._file = db, sql, {"hall_id_": hall_id}, file
        self._hall_id = hall_id

    def opened(self, *, all_of_it: bool = False, mend: bool = True) -> Opened:
        """The hall, its rows made anew where they must and can be; `DataGone` where nothing is left."""
        found = [*self._pages(all_of_it=all_of_it), *self._journal(all_of_it=all_of_it)]
        whole = not any(d.of_journal for d in found)
        hall: Hall | None
        try:
            hall, wrong = self._rows(), ""
        except codec.OtherShape:
            if whole and mend and (made := self._made_anew()) is not None:
                return Opened(hall=made, damage=tuple(found))
            hall, wrong = self._rows_of_any_shape(mend=mend), ""
        except ODD:
            hall, wrong = None, "?"
        if hall is not None:
            gone = self._tail(hall)
            found += gone
            whole = whole and not gone
            wrong = self._differs(hall) if whole and (all_of_it or self._few()) else self._lags(hall)
        if not wrong and hall is not None:
            return Opened(hall=hall, damage=tuple(found))
        again = self._replayed() if whole else None
        if again is not None and not mend:
            return Opened(
                hall=again, damage=(*found, Damage(kind="rows", text=said("rows_found", what=wrong)))
            )
        if again is not None:
            self._write(again)
            return Opened(
                hall=again, damage=(*found, Damage(kind="rows", text=said("rows", what=wrong), healed=True))
            )
        if hall is None:
            raise DataGone(both("hopeless", file=self._file, folder=self._file.parent))
        return Opened(hall=hall, damage=(*found, Damage(kind="rows", text=said("rows_kept", what=wrong))))

    def _made_anew(self) -> Hall | None:
        """Rows of another version are not looked at: the events tell the hall; the log says it."""
        began = time.perf_counter()
        hall = self._replayed()
        if hall is not None:
            self._write(hall)
            taken = time.perf_counter() - began
            log.warning("rows of another version: made anew from %d events in %.1f s", hall.seq, taken)
        return hall

    def _rows_of_any_shape(self, *, mend: bool) -> Hall | None:
        """Where the journal is not whole, they are all there is."""
        try:
            hall = self._rows(any_shape=True)
        except ODD:
            return None
        if mend:
            self._write(hall)
        return hall

    def _rows(self, *, any_shape: bool = False) -> Hall:
        run = self._db.execute
        row = run(self._sql.hall.sql, self._here).fetchone()
        tickets = [body for (body,) in run(self._sql.tickets.sql, self._here)]
        counters = [body for (body,) in run(self._sql.counters.sql, self._here)]
        return codec.hall_from(self._hall_id, row, tickets, counters, any_shape=any_shape)

    def _replayed(self) -> Hall | None:
        row = self._db.execute(self._sql.hall.sql, self._here).fetchone()
        events = self._db.execute(self._sql.events.sql, {**self._here, "seq_": 0, "limit_": ALL})
        try:
            return codec.replayed(self._hall_id, row, events)
        except ODD:
            return None

    def _differs(self, hall: Hall) -> str:
        again = self._replayed()
        return "?" if again is None else differing(hall, again)

    def _lags(self, hall: Hall) -> str:
        """The cheap look: the rows know less than the journal has."""
        return "seq" if hall.seq < self._span()[2] else ""

    def _few(self) -> bool:
        return self._span()[0] <= NEAR

    def _span(self) -> tuple[int, int, int]:
        asked = "SELECT count(*), coalesce(min(seq), 0), coalesce(max(seq), 0) FROM event WHERE hall_id = ?"
        count, first, last = self._db.execute(asked, (self._hall_id,)).fetchone()
        return count, first, last

    def _pages(self, *, all_of_it: bool) -> Iterator[Damage]:
        (pages,) = self._db.execute("PRAGMA page_count").fetchone()
        if not all_of_it and pages > PAGES:
            return
        check = "integrity_check" if all_of_it else "quick_check"
        (state,) = self._db.execute(f"PRAGMA {check}(1)").fetchone()
        if state != "ok":
            yield Damage(kind="pages", text=said("pages"))

    def _journal(self, *, all_of_it: bool) -> Iterator[Damage]:
        count, first, last = self._span()
        if count and (first > 1 or last - first + 1 != count):
            yield from self._lost(n=last - count)
        known = json.dumps(sorted(EVENTS))
        odd = "kind NOT IN (SELECT value FROM json_each(?))"
        lately = 0 if all_of_it else last - LATELY
        yield from self._bad("unknown_kind", odd, known, lately)
        yield from self._bad("torn", f"NOT json_valid(body) AND NOT {odd}", known, lately)
        yield from self._undecodable(0 if all_of_it else max(last - NEAR, 0))

    def _lost(self, *, n: int) -> Iterator[Damage]:
        """From the first place where something is missing to the last, or what is there twice."""
        jumps = """SELECT before + 1, seq - 1 FROM (
            SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM event WHERE hall_id = ?
        ) WHERE seq {} before + 1 ORDER BY seq"""
        missing = self._db.execute(jumps.format(">"), (self._hall_id,)).fetchall()
        twice = self._db.execute(jumps.format("<"), (self._hall_id,)).fetchall()
        if missing:
            yield self._gap(missing[0][0], missing[-1][1], n=n + len(twice))
        if twice:
            yield self._damage("doubled", twice[0][1] + 1, twice[-1][1] + 1, n=len(twice))

    def _bad(self, kind: str, condition: str, known: str, lately: int) -> Iterator[Damage]:
        asked = f"""SELECT count(*), min(seq), max(seq), group_concat(DISTINCT kind) FROM event
            WHERE hall_id = ? AND {condition} AND seq > ?"""
        n, first, last, kinds = self._db.execute(asked, (self._hall_id, known, lately)).fetchone()
        if n:
            yield self._damage(kind, first, last, n=n, kinds=kinds)

    def _undecodable(self, since: int) -> Iterator[Damage]:
        """Texts that are JSON and still no such event."""
        torn: list[int] = []
        for row in self._db.execute(self._sql.events.sql, {**self._here, "seq_": since, "limit_": ALL}):
            _, seq, kind, _, body = row
            if kind not in EVENTS or not _is_json(body):
                continue  # told already
            try:
                codec.recorded(*row)
            except ODD:
                torn.append(seq)
        if torn:
            yield self._damage("torn", torn[0], torn[-1], n=len(torn))

    def _tail(self, hall: Hall) -> list[Damage]:
        last = self._span()[2]
        return [self._gap(last + 1, hall.seq, n=hall.seq - last)] if hall.seq > last else []

    def _gap(self, first: int, last: int, *, n: int) -> Damage:
        return self._damage("gap", first, last, n=n)

    def _damage(self, kind: str, first: int, last: int, **places: object) -> Damage:
        text = said(kind, first=first, last=last, **places)
        since, until = self._time("max(seq)", "<", first), self._time("min(seq)", ">", last)
        return Damage(kind=kind, text=text, first=first, last=last, since=since, until=until)

    def _time(self, which: str, side: str, seq: int) -> str:
        asked = f"""SELECT at FROM event WHERE hall_id = ?1
            AND seq = (SELECT {which} FROM event WHERE hall_id = ?1 AND seq {side} ?2)"""
        row = self._db.execute(asked, (self._hall_id, seq)).fetchone()
        return str(row[0]) if row else ""

    def _write(self, hall: Hall) -> None:
        run, sql = self._db.execute, self._sql
        for table in ("hall", "ticket", "counter"):
            run(f"DELETE FROM {table} WHERE hall_id = ?", (hall.id,))
        run(sql.new_hall.sql, {**codec.hall_row(hall), "config": codec.setup_json(hall)})
        for ticket in (*hall.tickets.values(), *hall.ended.values()):
            run(sql.put_ticket.sql, codec.ticket_row(hall.id, ticket))
        for counter in hall.counters.values():
            run(sql.put_counter.sql, codec.counter_row(hall.id, counter))


def differing(one: Hall, other: Hall) -> str:
    """The parts of the hall that two tellings of it do not agree on."""
    return ", ".join(f.name for f in fields(Hall) if getattr(one, f.name) != getattr(other, f.name))


def _is_json(body: str) -> bool:
    try:
        json.loads(body)
    except ODD:
        return False
    return True
