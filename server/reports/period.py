"""A day, a week, a month or a year of a hall, by the calendar on its own wall."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.visits.past import LATE

KINDS = ("day", "week", "month", "year")
DAY = timedelta(days=1)
FOUR_WEEKS = timedelta(weeks=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """`first` and `last` are both inside."""

    kind: str
    first: date
    last: date
    timezone: str = "Asia/Shanghai"

    @property
    def start(self) -> datetime:
        return self._midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return self._midnight(self.last + DAY)

    @property
    def read_until(self) -> datetime:
        """How far the journal must be read to know what became of the last visit."""
        return self.end + LATE

    def day_of(self, at: datetime) -> date:
        return self.local(at).date()

    def local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.timezone))

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self.timezone)).astimezone(UTC)


def earlier(period: Period, today: date) -> Period:
    """What it is compared with: the same weekdays four weeks ago, or as much of the month or year before."""
    if period.kind in ("day", "week"):
        return replace(period, first=period.first - FOUR_WEEKS, last=period.last - FOUR_WEEKS)
    before = period_of(period.kind, period.first - DAY, period.timezone)
    if period.first <= today < period.last:
        return replace(before, last=min(before.last, before.first + (today - period.first)))
    return before


def period_of(kind: str, day: date, timezone: str) -> Period:
    """The one that `day` lies in; a week begins on Monday."""
    first, last = day, day
    if kind == "week":
        first = day - day.weekday() * DAY
        last = first + 6 * DAY
    elif kind == "month":
        first = day.replace(day=1)
        last = (first + 31 * DAY).replace(day=1) - DAY
    elif kind == "year":
        first, last = day.replace(month=1, day=1), day.replace(month=12, day=31)
    return Period(kind=kind, first=first, last=last, timezone=timezone)
