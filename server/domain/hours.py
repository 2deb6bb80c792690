"""Whether a hall is open at a moment, by the clock on its own wall."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain.calendar import Hours
from server.domain.config import HallConfig
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
    """What a day is like; without hours the hall is shut."""

    hours: Hours | None
    name: Text = Text("", "")


def in_peak(config: HallConfig, at: datetime) -> bool:
    """Whether the moment lies in the hall's peak hours (Q04)."""
    clock = local(config, at).strftime("%H:%M")
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
            return DayPlan(special.hours, special.name)
    for weekday in config.weekdays:
        if weekday.weekday == day.isoweekday():
            return DayPlan(weekday.hours)
    return DayPlan(config.hours or ROUND_THE_CLOCK)


def hours_view(config: HallConfig, now: datetime) -> HoursView:
    here = local(config, now)
    today = day_plan(config, here.date())
    if today.hours is None:
        return _until_the_next_day(config, here.date(), HoursView(state="holiday", name=today.name))
    if today.hours is ROUND_THE_CLOCK:
        return HoursView(state="open")
    return _on_an_open_day(config, today.hours, here)


def closes_at(config: HallConfig, now: datetime) -> datetime | None:
    """When the doors close on the day of `now`; None for a hall that is open round the clock or shut."""
    here = local(config, now)
    hours = day_plan(config, here.date()).hours
    if hours is None or hours is ROUND_THE_CLOCK:
        return None
    hour, minute = map(int, hours.closes.split(":"))
    return here.replace(hour=hour, minute=minute, second=0, microsecond=0)


def near_close(config: HallConfig, expected_wait_seconds: float | None, now: datetime) -> str:
    """ "warn" or "stopped" when a customer who comes now would be called after closing and grace, else ""."""
    figures, closes = config.figures, closes_at(config, now)
    if closes is None or expected_wait_seconds is None or figures.near_close_rule == "issue":
        return ""
    last = closes + timedelta(seconds=figures.near_close_grace_seconds)
    if now + timedelta(seconds=expected_wait_seconds) <= last:
        return ""
    return "stopped" if figures.near_close_rule == "stop" else "warn"


def _on_an_open_day(config: HallConfig, hours: Hours, here: datetime) -> HoursView:
    clock, opens, closes = here.strftime("%H:%M"), hours.opens, hours.closes
    if clock < opens:
        return HoursView(state="not_yet_open", opens=opens, closes=closes)
    if clock >= closes:
        over = HoursView(state="closed", opens=opens, closes=closes)
        return _until_the_next_day(config, here.date(), over)
    lunch = config.lunch
    if lunch is not None and max(opens, lunch.begins) <= clock < min(closes, lunch.ends):
        return HoursView(state="lunch", opens=opens, closes=closes, reopens=lunch.ends)
    return HoursView(state="open", opens=opens, closes=closes)


def _until_the_next_day(config: HallConfig, today: date, view: HoursView) -> HoursView:
    for ahead in range(1, LOOKS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        hours = day_plan(config, day).hours
        if hours is not None:
            return replace(view, next_day=day, next_opens=hours.opens)
    return view
