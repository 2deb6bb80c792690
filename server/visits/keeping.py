"""Makes visits of a hall's events, portion by portion, each with how far it has come in one transaction.

Where nothing fits (rows of another shape, of another zone, of a journal that is gone) all are made anew. So
whoever changes what the fold makes of an event raises `FOLD`, and every hall's visits follow by themselves.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, literal, select, text, update

from server.domain.config.config import HallConfig
from server.domain.queue.events import TicketIssued
from server.domain.setup.events import HallConfigured
from server.journal import JournalDamaged, Recorded, codec
from server.tables import SETTING_UP, EventRow, VisitsKeptRow
from server.visits.contacts import KINDS as AT_THE_DOOR
from server.visits.contacts import Plain, contacts
from server.visits.fold import KINDS, after, issued, of_ticket
from server.visits.nouns import Visit
from server.visits.past import Asked
from server.visits.rows import CONTACT, forget_all, keep, read, table

log = logging.getLogger(__name__)

FOLD = 3
PORTION = 1000  # events at once
NEAR = 5000  # running visits held in memory; the rest is read again when something happens to it
EVENT, KEPT = table(EventRow), table(VisitsKeptRow)


class Elsewhere(Exception):
    """Another process has kept these visits meanwhile; what was made here is thrown away."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far the rows have come, and where the set-up in force there lies."""

    epoch: int = 0
    seq: int = 0
    set_up_seq: int = 0


class Keeper:
    """Of one hall; used by one thread at a time."""

    def __init__(self, hall_id: str) -> None:
        self._hall = hall_id
        self._place: Place | None = None  # not looked yet
        self._config: HallConfig | None = None
        self._zone = ZoneInfo("UTC")
        self._near: dict[str, Visit] = {}

    @property
    def seq(self) -> int:
        """How far the rows have come, as far as is known here."""
        return self._place.seq if self._place else 0

    def take(self, db: Connection, news: Sequence[Recorded]) -> bool:
        """What has just been written to the journal; False where it is not what comes next here."""
        if self._place is None or not news:
            return False
        last = news[-1]
        if news[0].seq != self._place.seq + 1 or last.seq - news[0].seq + 1 != len(news):
            return False
        for n in range(0, len(news), PORTION):
            some = news[n : n + PORTION]
            self._make(db, some, (some[-1].epoch, some[-1].seq))
        return self._place is not None

    def catch_up(self, db: Connection) -> bool:
        """One portion of what the journal has and the rows have not; False when there is no more."""
        place = self._place or self._begin(db)
        self._place = place
        newest = _at(db.execute(_newest(self._hall)).first())
        if newest <= (place.epoch, place.seq):
            return False
        rows = db.execute(_events(self._hall, place).limit(PORTION)).all()
        more = len(rows) == PORTION
        to = _at(rows[-1]) if more else newest
        self._make(db, [r for row in rows if (r := decoded(row)) is not None], to)
        return more or self._place is None

    def forget(self) -> None:
        """Look again where the rows stand, and what is in them."""
        self._place, self._config = None, None
        self._near.clear()

    def _begin(self, db: Connection) -> Place:
        row = db.execute(select(KEPT).where(KEPT.c.hall_id == self._hall)).mappings().first()
        newest = db.execute(_set_up(self._hall)).first()
        config = _config_of(newest)
        self._zone = ZoneInfo(config.timezone) if config else ZoneInfo("UTC")
        if row is not None and row["shape"] == self._shape() and self._is_there(db, row["epoch"], row["seq"]):
            place = Place(epoch=row["epoch"], seq=row["seq"], set_up_seq=row["set_up_seq"])
            if newest is None or newest.seq != place.set_up_seq:
                config = _config_of(db.execute(_set_up(self._hall, place.set_up_seq)).first())
            self._config = config
            return place
        self._make_anew(db)
        return Place()

    def _shape(self) -> str:
        return f"{FOLD} {self._zone.key}"

    def _is_there(self, db: Connection, epoch: int, seq: int) -> bool:
        there = select(literal(1)).where(
            EVENT.c.hall_id == self._hall, EVENT.c.epoch == epoch, EVENT.c.seq == seq
        )
        return seq == 0 or db.execute(there).first() is not None

    def _make_anew(self, db: Connection) -> None:
        begin(db)
        forget_all(db, self._hall)
        db.execute(KEPT.delete().where(KEPT.c.hall_id == self._hall))
        shape = self._shape()
        db.execute(
            insert(KEPT), [{"hall_id": self._hall, "epoch": 0, "seq": 0, "set_up_seq": 0, "shape": shape}]
        )
        db.commit()

    def _make(self, db: Connection, events: Sequence[Recorded], to: tuple[int, int]) -> None:
        assert self._place is not None
        before, config, set_up_seq = self._place, self._config, self._place.set_up_seq
        visits = self._known(db, events)
        touched: dict[str, Visit] = {}
        for recorded in events:
            event = recorded.event
            if isinstance(event, HallConfigured):
                config, set_up_seq = event.config, recorded.seq
            elif isinstance(event, TicketIssued):
                visits[event.ticket] = touched[event.ticket] = issued(event, recorded.seq, self._hall)
            elif config is not None and (visit := visits.get(of_ticket(event))) is not None:
                visits[visit.ticket] = touched[visit.ticket] = after(visit, event, config)
        place = Place(epoch=to[0], seq=to[1], set_up_seq=set_up_seq)
        self._write(db, touched, contacts(self._hall, events), before, place)
        self._place, self._config = place, config
        self._near = dict(islice(((t, v) for t, v in visits.items() if v.ended_at is None), NEAR))
        if config is not None and config.timezone != self._zone.key and set_up_seq != before.set_up_seq:
            self._look_at_zone(db)

    def _look_at_zone(self, db: Connection) -> None:
        """The hall's own days are other days now: all is made anew, unless it is history that is read."""
        newest = _config_of(db.execute(_set_up(self._hall)).first())
        if newest is not None and newest.timezone != self._zone.key:
            self.forget()

    def _known(self, db: Connection, events: Iterable[Recorded]) -> dict[str, Visit]:
        new = {r.event.ticket for r in events if isinstance(r.event, TicketIssued)}
        wanted = {t for r in events if (t := of_ticket(r.event))} - new - self._near.keys()
        return self._near | read(db, self._hall, wanted)

    def _write(
        self, db: Connection, touched: dict[str, Visit], met: list[Plain], before: Place, place: Place
    ) -> None:
        begin(db)
        where_it_was = (
            (KEPT.c.hall_id == self._hall) & (KEPT.c.epoch == before.epoch) & (KEPT.c.seq == before.seq)
        )
        moved = (
            update(KEPT)
            .where(where_it_was)
            .values(epoch=place.epoch, seq=place.seq, set_up_seq=place.set_up_seq)
        )
        if db.execute(moved).rowcount != 1:
            db.rollback()
            raise Elsewhere
        keep(db, touched.values(), self._zone)
        if met:
            db.execute(insert(CONTACT), met)
        db.commit()


def begin(db: Connection) -> None:
    """SQLite's driver begins nothing by itself here; the lock is held only while rows are written."""
    if db.dialect.name == "sqlite":
        db.exec_driver_sql("BEGIN IMMEDIATE")


def _newest(hall: str) -> Asked:
    query = select(EVENT.c.epoch, EVENT.c.seq).where(EVENT.c.hall_id == hall)
    return query.order_by(EVENT.c.seq.desc()).limit(1)


COLUMNS = (EVENT.c.epoch, EVENT.c.seq, EVENT.c.kind, EVENT.c.actor, EVENT.c.body)


def _events(hall: str, place: Place) -> Asked:
    return (
        select(*COLUMNS)
        .where(
            EVENT.c.hall_id == hall,
            EVENT.c.seq > place.seq,
            EVENT.c.kind.in_(sorted(KINDS | AT_THE_DOOR)),
        )
        .order_by(EVENT.c.seq)
    )


def _set_up(hall: str, seq: int | None = None) -> Asked:
    """The newest, or the one at a place."""
    query = select(*COLUMNS).where(
        EVENT.c.hall_id == hall, text(SETTING_UP), EVENT.c.kind == HallConfigured.__name__
    )
    if seq is not None:
        query = query.where(EVENT.c.seq == seq)
    return query.order_by(EVENT.c.seq.desc()).limit(1)


def _at(row: Sequence[Any] | None) -> tuple[int, int]:
    return (row[0], row[1]) if row else (0, 0)


def decoded(row: Sequence[Any]) -> Recorded | None:
    """Damage is told elsewhere, and no report is given over it; the visits around it are kept."""
    try:
        return codec.recorded(*row)
    except JournalDamaged:
        log.warning("entry %s of the journal cannot be read: no visit has it", row[1])
        return None


def _config_of(row: Sequence[Any] | None) -> HallConfig | None:
    recorded = decoded(row) if row is not None else None
    return recorded.event.config if recorded and isinstance(recorded.event, HallConfigured) else None
