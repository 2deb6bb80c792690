"""Whether a hall is open at a moment, by the clock on its own wall."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.domain.config import HallConfig

MONTH_START, MONTH_END = 3, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Whether numbers can be taken: "open", "not_yet_open" or "closed"."""

    state: str
    opens: str = ""
    closes: str = ""


def in_peak(config: HallConfig, at: datetime) -> bool:
    """Whether the moment lies in the hall's peak hours (Q04)."""
    clock = local(config, at).strftime("%H:%M")
    return any(h.opens <= clock < h.closes for h in config.peak_hours)


def is_peak_day(config: HallConfig, day: date) -> bool:
    """Month start and end, and the days the hall has marked (Q05)."""
    return day.day <= MONTH_START or day.day >= MONTH_END or day in config.peak_days


def local(config: HallConfig, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(config.timezone))


def hours_view(config: HallConfig, now: datetime) -> HoursView:
    if config.hours is None:
        return HoursView(state="open")
    opens, closes, clock = config.hours.opens, config.hours.closes, local(config, now).strftime("%H:%M")
    state = "not_yet_open" if clock < opens else "open" if clock < closes else "closed"
    return HoursView(state=state, opens=opens, closes=closes)
