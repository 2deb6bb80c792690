"""What the days of a draft would be like, for the set-up page's picture of a month."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK, day_plan, lunch_within, ordinary_plan
from server.domain.config.pieces.calendar import Break, Hours
from server.domain.text import Text

Open = Hours | Literal["always"] | None  # None: shut


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A day of the hall; `ordinary`: its hours if it were no special one."""

    day: date
    why: Literal["special", "weekday", "usual"]
    hours: Open
    lunch: Break | None
    name: Text
    ordinary: Open


def days_shown(config: HallConfig, first: date, days: int) -> list[DayShown]:
    return [_day(config, first + timedelta(days=n)) for n in range(days)]


def _day(config: HallConfig, day: date) -> DayShown:
    plan = day_plan(config, day)
    return DayShown(
        day=day,
        why=plan.why,
        hours=_open(plan.hours),
        lunch=lunch_within(config, plan.hours),
        name=plan.name,
        ordinary=_open(ordinary_plan(config, day).hours),
    )


def _open(hours: Hours | None) -> Open:
    return "always" if hours is ROUND_THE_CLOCK else hours
