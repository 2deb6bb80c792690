"""Whether a hall is open at a moment, by the clock on its own wall."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Break, Hours
from server.domain.kept import FEW, kept, same
from server.domain.text import Text

MONTH_START, MONTH_END = 3, 28
LOOKS_AHEAD = 30  # days to the next open one; a hall that is shut longer says nothing of it
ROUND_THE_CLOCK = Hours(opens="00:00", closes="24:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Whether numbers can be taken: "open", "not_yet_open", "lunch", "closed" or "holiday"."""

    state: str
    opens: str = ""
    closes: str = ""
    reopens: str = ""  # after lunch
    name: Text = Text("", "")  # of the holiday
    next_day: date | None = None  # the next open day, when this one is over or none
    next_opens: str = ""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a day is like, and by what; without hours the hall is shut."""

    hours: Hours | None
    name: Text = Text("", "")
    why: Literal["special", "weekday", "usual"] = "usual"


def in_peak(config: HallConfig, at: datetime) -> bool:
    """Whether the moment lies in the hall's peak hours (Q04)."""
    if not config.peak_hours:
        return False
    now = local(config, at)
    return now.hour * 60 + now.minute in peak_minutes(config)


@kept(FEW)  # asked with every call
def peak_minutes(config: HallConfig) -> frozenset[int]:
    """The same as minutes of a day."""
    return frozenset(m for m in range(24 * 60) if _is_peak(config, f"{m // 60:02}:{m % 60:02}"))


def _is_peak(config: HallConfig, clock: str) -> bool:
    return any(h.opens <= clock < h.closes for h in config.peak_hours)


def is_peak_day(config: HallConfig, day: date) -> bool:
    """Month start and end, and the days the hall has marked (Q05)."""
    return day.day <= MONTH_START or day.day >= MONTH_END or day in config.peak_days


def local(config: HallConfig, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(config.timezone))


def day_plan(config: HallConfig, day: date) -> DayPlan:
    """A special day beats the day of the week, and that the usual hours."""
    for special in config.special_days:
        if special.day == day:
            return DayPlan(special.hours, special.name, "special")
    return ordinary_plan(config, day)


def ordinary_plan(config: HallConfig, day: date) -> DayPlan:
    """What the day would be like if it were no special one."""
    for weekday in config.weekdays:
        if weekday.weekday == day.isoweekday():
            return DayPlan(weekday.hours, why="weekday")
    return DayPlan(config.hours or ROUND_THE_CLOCK)


def lunch_within(config: HallConfig, hours: Hours | None) -> Break | None:
    """The part of lunch that falls into a day's hours."""
    if config.lunch is None or hours is None or hours is ROUND_THE_CLOCK:
        return None
    begins, ends = max(hours.opens, config.lunch.begins), min(hours.closes, config.lunch.ends)
    return Break(begins=begins, ends=ends) if begins < ends else None


def open_into(config: HallConfig, day: date) -> bool:
    """Whether the hall is open through the midnight that begins the day."""
    return all(day_plan(config, d).hours is ROUND_THE_CLOCK for d in (day - timedelta(days=1), day))


def moment(config: HallConfig, day: date, clock: str, *, last: bool = False) -> datetime:
    """When the hall's wall says "HH:MM" on a day.

    Where a clock is put forward and never says it, the moment that it is put forward; where it is put back
    and says it twice, the first, or the last.
    """
    return _moment(config, same(day), clock, last)


@kept()  # every view asks when the doors close, for every business
def _moment(config: HallConfig, day: date, clock: str, last: bool) -> datetime:
    hour, minute = map(int, clock.split(":"))
    day, hour = day + timedelta(days=hour // 24), hour % 24
    zone = ZoneInfo(config.timezone)
    on_the_wall = datetime.combine(day, time(hour, minute, fold=1 if last else 0), zone)
    at = on_the_wall.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) == on_the_wall.replace(tzinfo=None):
        return at
    return _put_forward(on_the_wall)


def _put_forward(on_the_wall: datetime) -> datetime:
    """The moment of the gap that swallows what is said: as far before the later reading as it lies inside."""
    before, after = on_the_wall.replace(fold=0).utcoffset(), on_the_wall.replace(fold=1).utcoffset()
    assert before is not None
    assert after is not None
    lower, upper = (
        on_the_wall.replace(tzinfo=UTC) - max(before, after),
        on_the_wall.replace(tzinfo=UTC) - min(before, after),
    )
    while upper - lower > timedelta(seconds=1):
        middle = lower + (upper - lower) / 2
        if middle.astimezone(on_the_wall.tzinfo).utcoffset() == before:
            lower = middle
        else:
            upper = middle
    return upper.replace(microsecond=0)


@kept(FEW)  # asked by several screens in the same moment
def hours_view(config: HallConfig, now: datetime) -> HoursView:
    day = local(config, now).date()
    today = day_plan(config, day)
    if today.hours is None:
        return _until_the_next_day(config, day, HoursView(state="holiday", name=today.name))
    if today.hours is ROUND_THE_CLOCK:
        return HoursView(state="open")
    return _on_an_open_day(config, today.hours, day, now)


@kept(FEW)  # asked for every business in the same moment
def closes_at(config: HallConfig, now: datetime) -> datetime | None:
    """When the doors close on the day of `now`; None for a hall that is open round the clock or shut."""
    day = local(config, now).date()
    hours = day_plan(config, day).hours
    if hours is None or hours is ROUND_THE_CLOCK:
        return None
    return moment(config, day, hours.closes, last=True)


def near_close(
    config: HallConfig, expected_wait_seconds: float | None, now: datetime, *, doubtful: bool = False
) -> str:
    """ "warn" or "stopped" when a customer who comes now would be called after closing and grace, else "".

    One who perhaps would be (`doubtful`) is told so, and stopped by no rule.
    """
    figures, last = config.figures, serves_until(config, now)
    if last is None or expected_wait_seconds is None or figures.near_close_rule == "issue":
        return ""
    if now + timedelta(seconds=expected_wait_seconds) <= last:
        return "warn" if doubtful else ""
    return "stopped" if figures.near_close_rule == "stop" else "warn"


def serves_until(config: HallConfig, now: datetime) -> datetime | None:
    """Closing and the grace after it, in which whoever waits is still called."""
    closes = closes_at(config, now)
    return closes and closes + timedelta(seconds=config.figures.near_close_grace_seconds)


def _on_an_open_day(config: HallConfig, hours: Hours, day: date, now: datetime) -> HoursView:
    opens, closes = hours.opens, hours.closes
    if now < moment(config, day, opens):
        return HoursView(state="not_yet_open", opens=opens, closes=closes)
    if now >= moment(config, day, closes, last=True):
        return _until_the_next_day(config, day, HoursView(state="closed", opens=opens, closes=closes))
    lunch = lunch_within(config, hours)
    if lunch is not None and moment(config, day, lunch.begins) <= now < moment(config, day, lunch.ends):
        return HoursView(state="lunch", opens=opens, closes=closes, reopens=lunch.ends)
    return HoursView(state="open", opens=opens, closes=closes)


def _until_the_next_day(config: HallConfig, today: date, view: HoursView) -> HoursView:
    for ahead in range(1, LOOKS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        hours = day_plan(config, day).hours
        if hours is not None:
            return replace(view, next_day=day, next_opens=hours.opens)
    return view
