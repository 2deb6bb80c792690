"""Whether a hall's journal is whole and its snapshots tell the same; what does not is made anew from it."""

import json
import logging
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from server.domain.areas import EVENTS
from server.domain.hall import Hall
from server.domain.hall_words import parts_in_words
from server.domain.text import Text
from server.journal import codec
from server.journal.codec import ODD
from server.journal.damage_texts import both, text_of
from server.journal.files import DataGone
from server.journal.snapshots import kept_since, taken
from server.journal.statements import ALL, Statements
from server.journal.stored import Stored

log = logging.getLogger(__name__)

NEAR = 5000  # events read one by one when a hall opens: half a second; the rest is looked at where it lies
LATELY = 200_000  # events whose kind and text are looked at when a hall opens: half a second
PORTION, REST = 20_000, 0.5  # of the others in one go, and seconds in between: ten years in half an hour
BYTES = 32 << 20  # of pages, looked through when a hall opens; a copy always is


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
    """A hall as it can be served, and what is or was wrong with its data.

    `lost`: nothing knows it whole; it goes on as one that is back from a copy.
    """

    hall: Hall
    damage: tuple[Damage, ...]
    lost: bool = False


class Wholeness:
    """One look at one hall on an open connection, inside a transaction of the caller's."""

    def __init__(self, db: sqlite3.Connection, sql: Statements, hall_id: str, file: Path) -> None:
        self._db, self._sql, self._of_the_hall, self._file = db, sql, {"hall_id_": hall_id}, file
        self._hall_id = hall_id
        self._stored = Stored(db, sql, hall_id)

    def opened(self, *, all_of_it: bool = False, mend: bool = True) -> Opened:
        """The hall, its snapshots made anew where they must and can be; `DataGone` where nothing is left."""
        damage = [*self._pages(all_of_it=all_of_it), *self._journal(all_of_it=all_of_it), *self._tail()]
        whole = not any(d.of_journal for d in damage)
        snapshots = self._stored.snapshots()
        base = next(snapshots, None)
        hall, wrong = self._folded(base), self._out_of_place()
        if whole and hall is not None and wrong != "hall":
            wrong = self._differs(hall, next(snapshots, None), all_of_it=all_of_it) or wrong
        if whole and (hall is None or wrong):
            hall = self._replayed() or hall
            wrong = wrong or ("?" if base or self._stored.torn else "")
        lost = False
        if hall is None:
            hall, lost = self._guessed()
            if lost:
                damage.append(Damage(kind="lost", text=text_of("lost")))
        if wrong:
            what = parts_in_words(wrong.split(", "))
            text = text_of("snapshot" if mend else "snapshot_found", what=what)
            damage.append(Damage(kind="snapshot", text=text, healed=mend))
        if mend and hall.seq and not lost and (wrong or base is None or hall.seq - base.seq > NEAR):
            self._write(hall, anew=bool(wrong))
        return Opened(hall=hall, damage=tuple(damage), lost=lost)

    def _folded(self, base: Hall | None) -> Hall | None:
        """By this snapshot and the events since, if they get to the end."""
        try:
            hall = self._stored.folded(base) if base else None
        except ODD:
            return None
        return self._stored.placed(hall) if hall and hall.seq == self._stored.end() else None

    def _replayed(self) -> Hall | None:
        """By the events alone; how long it took is told, as it may be long."""
        began = time.perf_counter()
        try:
            hall = self._stored.folded(Hall(id=self._hall_id))
        except ODD:
            return None
        taken = time.perf_counter() - began
        if hall.seq:
            log.info("the hall was told anew by all its %d events in %.1f s", hall.seq, taken)
        return self._stored.placed(hall)

    def _guessed(self) -> tuple[Hall, bool]:
        """Where the journal is not whole: a snapshot of another version, or what can be told at all.

        By the latter numbers are left out (`GoOnRestored`), and must be: an entry that cannot be read may
        have given one that is on somebody's paper, and how many there were nobody knows. A number that is
        skipped harms nobody, one that comes twice sends two people to one counter. A kill -9 alone never
        leads here: SQLite's log holds a commit whole or not at all. Pages that the disk lost or tore do.
        """
        for base in self._stored.snapshots(any_shape=True):
            if (hall := self._folded(base)) is not None:
                return hall, False
        hall = self._stored.guessed()
        if hall.config is None and hall.seq:
            raise DataGone(both("hopeless", file=self._file, folder=self._file.parent))
        return hall, hall.seq > 0

    def _out_of_place(self) -> str:
        """Whether the hall's own row is behind its events, or away."""
        row, last = self._stored.place(), self._stored.last()
        if row is None:
            return "hall" if last else ""
        return "seq" if last and row[1] < last[1] else ""

    def _differs(self, hall: Hall, older: Hall | None, *, all_of_it: bool) -> str:
        """From what a snapshot further back tells; from all events where they are few."""
        if all_of_it or self._last() <= NEAR:
            again = self._replayed()
        elif older is not None and hall.seq - older.seq <= NEAR:
            again = self._folded(older)
        else:
            return "?" if self._stored.torn else ""
        wrong = "?" if again is None else differing(hall, again)
        return wrong or ("?" if self._stored.torn else "")

    def _last(self) -> int:
        """Found by the key, however many years lie before it."""
        asked = "SELECT coalesce(max(seq), 0) FROM event WHERE hall_id = ?"
        (last,) = self._db.execute(asked, (self._hall_id,)).fetchone()
        return int(last)

    def _span(self, since: int, until: int) -> tuple[int, bool]:
        """How many there are, and whether they are one each: one missing and another doubled are as many."""
        asked = "SELECT count(*), coalesce(sum(seq), 0) FROM event WHERE hall_id = ? AND seq > ? AND seq <= ?"
        count, together = self._db.execute(asked, (self._hall_id, since, until)).fetchone()
        there = until - since
        return count, (count, together) == (there, there * (since + 1 + until) // 2)

    def _first(self) -> int:
        asked = "SELECT coalesce(min(seq), 0) FROM event WHERE hall_id = ?"
        (first,) = self._db.execute(asked, (self._hall_id,)).fetchone()
        return int(first)

    def _pages(self, *, all_of_it: bool) -> Iterator[Damage]:
        (pages,), (size,) = (self._db.execute(f"PRAGMA page_{w}").fetchone() for w in ("count", "size"))
        if not all_of_it and pages * size > BYTES:
            return
        check = "integrity_check" if all_of_it else "quick_check"
        (state,) = self._db.execute(f"PRAGMA {check}(1)").fetchone()
        if state != "ok":
            yield Damage(kind="pages", text=text_of("pages"))

    def _journal(self, *, all_of_it: bool) -> Iterator[Damage]:
        last = self._last()
        since = 0 if all_of_it else max(last - LATELY, 0)  # the rest when it is read
        count, one_each = self._span(since, last)
        if last and (self._first() > 1 or not one_each):
            yield from self._lost(n=last - since - count)
        yield from self._unreadable(since)
        yield from self._undecodable(0 if all_of_it else max(last - NEAR, 0))

    def _lost(self, *, n: int, since: int = 0, until: int = ALL) -> Iterator[Damage]:
        """From the first place where something is missing to the last, or what is there twice."""
        jumps = """SELECT before + 1, seq - 1 FROM (
            SELECT seq, lag(seq, 1, ?2) OVER (ORDER BY seq) AS before FROM event
            WHERE hall_id = ?1 AND seq > ?2 AND seq <= ?3 + 1
        ) WHERE seq {} before + 1 ORDER BY seq"""
        values = (self._hall_id, since, until)
        missing = self._db.execute(jumps.format(">"), values).fetchall()
        twice = self._db.execute(jumps.format("<"), values).fetchall()
        if missing:
            yield self._gap(missing[0][0], missing[-1][1], n=n + len(twice))
        if twice:
            yield self._damage("doubled", twice[0][1] + 1, twice[-1][1] + 1, n=len(twice))

    def looked_back(self, since: int, until: int) -> tuple[Damage, ...]:
        """What is wrong with the events in between, as far as the database can tell by itself."""
        count, one_each = self._span(since, until)
        lost = () if one_each else self._lost(n=until - since - count, since=since, until=until)
        return (*lost, *self._unreadable(since, until))

    def _unreadable(self, since: int, until: int = ALL) -> Iterator[Damage]:
        """Of a kind that nobody knows, or no text; the database looks by itself, once through."""
        asked = """SELECT seq, kind, known FROM (
            SELECT seq, kind, kind IN (SELECT value FROM json_each(?2)) AS known, json_valid(body) AS told
            FROM event WHERE hall_id = ?1 AND seq > ?3 AND seq <= ?4
        ) WHERE NOT known OR NOT told ORDER BY seq"""
        values = (self._hall_id, json.dumps(sorted(EVENTS)), since, until)
        rows = self._db.execute(asked, values).fetchall()
        strange = [(seq, kind) for seq, kind, known in rows if not known]
        torn = [seq for seq, _, known in rows if known]
        if strange:
            kinds = ",".join(dict.fromkeys(kind for _, kind in strange))
            yield self._damage("unknown_kind", strange[0][0], strange[-1][0], n=len(strange), kinds=kinds)
        if torn:
            yield self._damage("torn", torn[0], torn[-1], n=len(torn))

    def _undecodable(self, since: int) -> Iterator[Damage]:
        """Texts that are JSON and still no such event; the others are told already."""
        torn: list[int] = []
        for row in self._db.execute(
            self._sql.events.sql, {**self._of_the_hall, "seq_": since, "limit_": ALL}
        ):
            try:
                codec.recorded(*row)
            except ODD:
                _, seq, kind, _, body = row
                torn += [seq] if kind in EVENTS and _is_json(body) else []
        if torn:
            yield self._damage("torn", torn[0], torn[-1], n=len(torn))

    def _tail(self) -> list[Damage]:
        last, end = self._last(), self._stored.end()
        return [self._gap(last + 1, end, n=end - last)] if end > last else []

    def _gap(self, first: int, last: int, *, n: int) -> Damage:
        return self._damage("gap", first, last, n=n)

    def _damage(self, kind: str, first: int, last: int, **places: object) -> Damage:
        text = text_of(kind, first=first, last=last, **places)
        since, until = self._time("max(seq)", "<", first), self._time("min(seq)", ">", last)
        return Damage(kind=kind, text=text, first=first, last=last, since=since, until=until)

    def _time(self, which: str, side: str, seq: int) -> str:
        asked = f"""SELECT at FROM event WHERE hall_id = ?1
            AND seq = (SELECT {which} FROM event WHERE hall_id = ?1 AND seq {side} ?2)"""
        row = self._db.execute(asked, (self._hall_id, seq)).fetchone()
        return str(row[0]) if row else ""

    def _write(self, hall: Hall, *, anew: bool) -> None:
        run = self._db.execute
        if anew:
            run("DELETE FROM snapshot WHERE hall_id = ?", (hall.id,))
            silent = (self._stored.place() or (0, 0, 0))[2]
            run("DELETE FROM hall WHERE hall_id = ?", (hall.id,))
            place = {"hall_id": hall.id, "epoch": hall.epoch, "seq": hall.seq, "silent": silent}
            run(self._sql.new_hall.sql, place)
        self._stored.keep(taken(hall), kept_since(hall))


def differing(one: Hall, other: Hall) -> str:
    """The parts of the hall that two tellings of it do not agree on."""
    return ", ".join(f.name for f in fields(Hall) if getattr(one, f.name) != getattr(other, f.name))


def _is_json(body: str) -> bool:
    try:
        json.loads(body)
    except ODD:
        return False
    return True
