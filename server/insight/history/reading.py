"""Judges a foreign file row by row: what is taken, what is left and why, and what looks odd as a whole."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK, day_plan
from server.insight.history.heads import Heads
from server.insight.history.moments import day_of, is_nothing, moment_of
from server.insight.history.sheets import Sheet

OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST = timedelta(days=1)
EARLY = 60  # minutes before opening that customers may take a number
SHOWN = 3  # lines named a reason
TIMES = ("issued", "called", "started", "ended")
TELLING = {"number", "called", "started", "ended"}  # columns that tell customers of one minute apart
Key = tuple[datetime, str, str, datetime | None, datetime | None, datetime | None]
DOUBTFUL, BETTER = 0.2, 0.2  # shares of numbers outside the hours; so many more inside with another zone


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVisit:
    """One customer as another system counted it; `line` is where in its file."""

    line: int
    issued_at: datetime
    day: date  # the hall's own
    minute: int
    service: str
    number: str
    called_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    counter: str
    staff: str

    @property
    def key(self) -> Key:
        """Two rows of which this is the same are one customer."""
        return (self.issued_at, self.service, self.number, self.called_at, self.started_at, self.ended_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a file is read by: `services` are the hall's, by every name that may stand for one."""

    config: HallConfig
    zone: ZoneInfo  # of the file, where it says none itself
    services: Mapping[str, str]
    own_days: Collection[date]
    known: Collection[Key]  # of earlier files
    now: datetime


class Left(NamedTuple):
    """Why a row is left, and by which of its columns."""

    why: str
    column: str = ""


@dataclass(slots=True)
class Account:
    """What was taken and what was left."""

    taken: int = 0
    left: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[int]] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)  # of these lines; "": the whole
    unknown: Counter[str] = field(default_factory=Counter)  # businesses this hall does not have
    days: Counter[date] = field(default_factory=Counter)
    services: Counter[str] = field(default_factory=Counter)
    own_zone: int = 0  # rows whose time says its zone
    outside: int = 0  # of the hall's hours
    outside_by_utc: int = 0  # if the file's clock were UTC

    @property
    def rows(self) -> int:
        return self.taken + self.left.total()

    def leave(self, why: str, line: int, column: str = "") -> None:
        self.left[why] += 1
        if len(lines := self.lines.setdefault(why, [])) < SHOWN:
            lines.append(line)
            self.columns.setdefault(why, []).append(column)

    @property
    def zone_in_doubt(self) -> bool:
        """Numbers at hours when nobody can take one, and fewer of them if the clock were another's."""
        if not self.taken or self.own_zone:
            return False
        outside, by_utc = self.outside / self.taken, self.outside_by_utc / self.taken
        return outside > DOUBTFUL and (outside - by_utc > BETTER or outside > 0.5)  # noqa: PLR2004  # most of them

    def holes(self, config: HallConfig) -> list[date]:
        """Days on which the hall opens, between the first and the last, of which the file has nothing."""
        if not self.days:
            return []
        first, last = min(self.days), max(self.days)
        between = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [day for day in between if not self.days[day] and day_plan(config, day).hours is not None]


def names_of(config: HallConfig, also: Sequence[tuple[str, str]] = ()) -> Mapping[str, str]:
    """The hall's businesses by id, Chinese and English name, and by what the owner says they were called."""
    names: dict[str, str] = {}
    for service in config.services:
        names |= {_plain(name): service.id for name in (service.name.en, service.name.zh, service.id) if name}
    return names | {_plain(name): service for name, service in also}


def _plain(name: str) -> str:
    return "".join(name.lower().split())


def visits(sheet: Sheet, terms: Terms, account: Account) -> Iterator[PastVisit]:
    """The rows that are taken; `account` counts as they come. Raises `Unreadable`."""
    seen, can_tell = set(terms.known), not TELLING.isdisjoint(sheet.heads.at)
    for line, row in sheet.rows():
        if not any(cell.strip() for cell in row):
            continue
        visit = _visit(sheet.heads, line, row, terms, account)
        if isinstance(visit, Left):
            account.leave(visit.why, line, visit.column)
            continue
        if visit.key in seen:
            account.leave("double", line)
            continue
        if can_tell:
            seen.add(visit.key)
        account.taken += 1
        account.days[visit.day] += 1
        account.services[visit.service] += 1
        account.outside += _outside(terms.config, visit.issued_at)
        by_utc = visit.issued_at.astimezone(terms.zone).replace(tzinfo=UTC)
        account.outside_by_utc += _outside(terms.config, by_utc)
        yield visit


def _visit(heads: Heads, line: int, row: Sequence[str], terms: Terms, account: Account) -> PastVisit | Left:
    """The row as a visit, or why it is left."""
    if len(row) <= max(heads.at["issued"], heads.at["service"]):
        return Left("short")
    times = _times(heads, row, terms, account)
    if isinstance(times, Left):
        return times
    issued, called, started, ended = times
    if issued is None:
        return Left("no_time", "issued")
    name = heads.of(row, "service")
    service = terms.services.get(_plain(name))
    if service is None:
        account.unknown[name] += 1
        return Left("service", "service")
    on_the_wall = issued.astimezone(ZoneInfo(terms.config.timezone))
    written = [(at, column) for at, column in zip(times, TIMES, strict=True) if at is not None]
    if left := _impossible(written, terms, on_the_wall.date()):
        return left
    return PastVisit(
        line=line,
        issued_at=issued,
        day=on_the_wall.date(),
        minute=on_the_wall.hour * 60 + on_the_wall.minute,
        service=service,
        number=heads.of(row, "number"),
        called_at=called,
        started_at=started,
        ended_at=ended,
        counter=heads.of(row, "counter"),
        staff=heads.of(row, "staff"),
    )


def _times(
    heads: Heads, row: Sequence[str], terms: Terms, account: Account
) -> tuple[datetime | None, ...] | Left:
    day, times = day_of(heads.of(row, "day")), []
    for column in TIMES:
        cell = heads.of(row, column)
        moment = None if is_nothing(cell) else moment_of(cell, day, terms.zone)
        if moment is None and not is_nothing(cell):
            return Left("time", column)
        if moment is not None and column == "issued":
            account.own_zone += moment[1]
        times.append(moment[0] if moment else None)
    return tuple(times)


def _impossible(times: Sequence[tuple[datetime, str]], terms: Terms, day: date) -> Left | None:
    """`times`: each with its column; the column named is the later one of the two that do not go together."""
    if times[0][0] < OLDEST:
        return Left("old", times[0][1])
    for at, column in times:
        if at > terms.now:
            return Left("future", column)
    for (before, _), (later, column) in pairwise(times):
        if later < before:
            return Left("order", column)
        if later - before > LONGEST:
            return Left("long", column)
    return Left("own") if day in terms.own_days else None


def _outside(config: HallConfig, at: datetime) -> bool:
    on_the_wall = at.astimezone(ZoneInfo(config.timezone))
    hours = day_plan(config, on_the_wall.date()).hours or config.hours
    if hours is None or hours is ROUND_THE_CLOCK:
        return False
    minute, (opens, closes) = (
        on_the_wall.hour * 60 + on_the_wall.minute,
        map(_minute, (hours.opens, hours.closes)),
    )
    return not opens - EARLY <= minute <= closes


def _minute(clock: str) -> int:
    hour, minute = map(int, clock.split(":"))
    return hour * 60 + minute
