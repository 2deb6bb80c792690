"""Days that are over -> what the hall has learned, as rows: a night adds a day, and all can be made anew.

Where nothing fits (rows of another shape, zone or import, of a journal that is gone) all is learned anew. So
whoever changes what is learned of a day raises `LESSONS`, and every hall follows by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, delete, insert, literal, select, update

from server.domain.config.config import HallConfig
from server.insight.learning import sums as faded
from server.insight.learning.lived import Lived, Worked
from server.insight.learning.pattern import LOOKED_BACK as PATTERN_OF
from server.insight.learning.sums import Key, Sum
from server.insight.learning.watching import KINDS, Watch
from server.tables import HabitRow, HabitsKeptRow, HabitWorkedRow
from server.visits.foreign_days import LOOKED_BACK, days_of, foreign_day, sources_of
from server.visits.keeping import COLUMNS, EVENT, Elsewhere, begin, decoded
from server.visits.rows import table

LESSONS = 1
PORTION = 250  # events at once
TOGETHER = 10  # days of a long way that are written at once
HABIT, WORKED, KEPT = table(HabitRow), table(HabitWorkedRow), table(HabitsKeptRow)
COLUMNS_OF_WORKED = (*(c for c in WORKED.c if c.name != "hall_id"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What is kept, and how far it is; `day` is the last that was learned."""

    epoch: int = 0
    seq: int = 0
    day: date | None = None
    days: int = 0
    sums: Mapping[Key, Sum] = field(default_factory=dict)
    worked: Sequence[Worked] = ()

    def with_day(self, lived: Lived, usual: Mapping[str, float]) -> "Lessons":
        if not lived.occupied and not lived.calls:
            return replace(self, day=lived.day)
        since = lived.day - timedelta(days=PATTERN_OF)
        return replace(
            self,
            day=lived.day,
            days=self.days + 1,
            sums=faded.with_day(self.sums, lived, usual),
            worked=[*(w for w in self.worked if since <= w.day < lived.day), *lived.worked],
        )


def learned_so_far(db: Connection, hall: str, config: HallConfig) -> Lessons | None:
    """None where nothing was learned yet, or nothing that fits."""
    row = db.execute(select(KEPT).where(KEPT.c.hall_id == hall)).mappings().first()
    if (
        row is None
        or row["shape"] != shape_of(db, hall, config)
        or not _is_there(db, hall, row["epoch"], row["seq"])
    ):
        return None
    of = HABIT.c
    sums = db.execute(select(of.kind, of.subject, of.slot, of.weight, of.total).where(of.hall_id == hall))
    worked = db.execute(select(*COLUMNS_OF_WORKED).where(WORKED.c.hall_id == hall)).mappings()
    return Lessons(
        epoch=row["epoch"],
        seq=row["seq"],
        day=row["day"],
        days=row["days"],
        sums={Key(kind, subject, slot): Sum(weight, total) for kind, subject, slot, weight, total in sums},
        worked=[Worked(**one) for one in worked],
    )


def forget(db: Connection, hall: str) -> None:
    """All is learned anew when a server next looks."""
    begin(db)
    db.execute(delete(KEPT).where(KEPT.c.hall_id == hall))
    db.commit()


def learn(db: Connection, hall: str, config: HallConfig, today: date) -> Iterator[Lessons]:
    """All days before `today` that are not learned yet; yields after each short portion what is known then.

    Raises `Elsewhere` where another process has learned meanwhile.
    """
    zone, usual = ZoneInfo(config.timezone), {s.id: s.usual_seconds for s in config.services}
    known = learned_so_far(db, hall, config)
    if known is None:
        known = kept = _nothing(db, hall, config)
        for day in days_of(db, hall):
            yield known
            if day < today:
                known = known.with_day(foreign_day(db, hall, zone, day), usual)
        known = replace(known, seq=_long_ago(db, hall, today, zone))
    else:
        kept = known
    while (span := _next_day(db, hall, known.seq, today, zone)) is not None:
        watch, seq, epoch = Watch(span.day, zone), span.first - 1, known.epoch
        while some := _portion(db, hall, seq, span.before):
            watch.see(entry.event for row in some if (entry := decoded(row)) is not None)
            epoch, seq = some[-1][0], some[-1][1]
            yield known
        known = replace(known.with_day(watch.lived(), usual), epoch=epoch, seq=seq)
        if known.days - kept.days >= TOGETHER:
            _write(db, hall, kept, known)
            kept = known
        yield known
    if known != kept:
        _write(db, hall, kept, known)
    yield known


@dataclass(frozen=True, slots=True)
class Span:
    """Of the journal: a day, its first event, and the first event after it."""

    day: date
    first: int
    before: int | None


def _next_day(db: Connection, hall: str, seq: int, today: date, zone: ZoneInfo) -> Span | None:
    """The day that the first event not read yet belongs to; what a clock put forward has noted is no day."""
    over = _events(hall, seq).where(EVENT.c.at < _midnight(today, zone)).limit(1)
    if (row := db.execute(over).first()) is None:
        return None
    day = datetime.fromisoformat(row.at).astimezone(zone).date()
    later = _events(hall, row.seq).where(EVENT.c.at >= _midnight(day + timedelta(days=1), zone)).limit(1)
    after = db.execute(later).first()
    return Span(day, row.seq, after.seq if after else None)


def _events(hall: str, seq: int) -> Select[Any]:
    asked = select(*COLUMNS, EVENT.c.at).where(EVENT.c.hall_id == hall, EVENT.c.seq > seq)
    return asked.where(EVENT.c.kind.in_(sorted(KINDS))).order_by(EVENT.c.seq)


def _portion(db: Connection, hall: str, seq: int, before: int | None) -> list[tuple[Any, ...]]:
    asked = select(*COLUMNS).where(EVENT.c.hall_id == hall, EVENT.c.seq > seq)
    asked = asked.where(EVENT.c.kind.in_(sorted(KINDS))).order_by(EVENT.c.seq)
    if before is not None:
        asked = asked.where(EVENT.c.seq < before)
    return [tuple(row) for row in db.execute(asked.limit(PORTION))]


def _long_ago(db: Connection, hall: str, today: date, zone: ZoneInfo) -> int:
    """Where in the journal what is not forgotten yet begins."""
    since = _midnight(today - timedelta(days=LOOKED_BACK), zone)
    asked = select(EVENT.c.seq).where(EVENT.c.hall_id == hall, EVENT.c.at >= since)
    first = db.execute(asked.order_by(EVENT.c.seq).limit(1)).scalar()
    return first - 1 if first else 0


def _midnight(day: date, zone: ZoneInfo) -> str:
    """As the journal writes its times."""
    return datetime.combine(day, time(), zone).astimezone(UTC).isoformat()


def shape_of(db: Connection, hall: str, config: HallConfig) -> str:
    """Another one, and all is learned anew."""
    imported = sha256("\n".join(sources_of(db, hall)).encode()).hexdigest()[:16]
    return f"{LESSONS} {config.timezone} {imported}"


def _is_there(db: Connection, hall: str, epoch: int, seq: int) -> bool:
    """Also of a journal that was cut off: what is told of a place that it has not is of another one."""
    there = select(literal(1)).where(EVENT.c.hall_id == hall, EVENT.c.epoch == epoch, EVENT.c.seq == seq)
    return seq == 0 or epoch == 0 or db.execute(there).first() is not None


def _nothing(db: Connection, hall: str, config: HallConfig) -> Lessons:
    shape = shape_of(db, hall, config)
    begin(db)
    for of in (HABIT, WORKED, KEPT):
        db.execute(delete(of).where(of.c.hall_id == hall))
    nothing = {"epoch": 0, "seq": 0, "day": None, "days": 0}
    db.execute(insert(KEPT), [{"hall_id": hall, "shape": shape, **nothing}])
    db.commit()
    return Lessons()


def _write(db: Connection, hall: str, kept: Lessons, known: Lessons) -> None:
    begin(db)
    there = (KEPT.c.hall_id == hall) & (KEPT.c.epoch == kept.epoch) & (KEPT.c.seq == kept.seq)
    moved = update(KEPT).where(there, KEPT.c.days == kept.days)
    place = {"epoch": known.epoch, "seq": known.seq, "day": known.day, "days": known.days}
    if db.execute(moved.values(**place)).rowcount != 1:
        db.rollback()
        raise Elsewhere
    for of in (HABIT, WORKED):
        db.execute(delete(of).where(of.c.hall_id == hall))
    if known.sums:
        sums = [{"hall_id": hall, **k._asdict(), **s._asdict()} for k, s in known.sums.items()]
        db.execute(insert(HABIT), sums)
    if known.worked:
        db.execute(insert(WORKED), [{"hall_id": hall, **asdict(one)} for one in known.worked])
    db.commit()
