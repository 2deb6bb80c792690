"""Counts of a hall whose truth is known: workdays, a busy morning, some days busier than others by mood."""

from datetime import date, timedelta

import numpy as np

from server.insight.forecast.counts import SLOTS, Counts, Floats

FIRST = date(2025, 3, 3)  # a Monday
MOOD = 0.02
WEEKDAYS = (1.2, 1.0, 0.95, 0.95, 0.9)


def course() -> Floats:
    """From half past eight to five, most of them before lunch."""
    slots = np.arange(SLOTS)
    shape = np.where((slots >= 17) & (slots < 34), 1.0, 0.0)
    shape[18:23] = 2.0
    shape[24:26] = 0.4
    return shape / shape.sum()


def rate(day: date, level: float = 300.0) -> Floats:
    return level * WEEKDAYS[day.weekday()] * course()


def made_up(days: int, seed: int, level: float = 300.0) -> Counts:
    rng, one = np.random.default_rng(seed), FIRST
    dates: list[date] = []
    while len(dates) < days:
        if one.weekday() < 5:
            dates.append(one)
        one += timedelta(days=1)
    moods = rng.gamma(1 / MOOD, MOOD, days)
    rows = np.array([rng.poisson(rate(day, level) * m) for day, m in zip(dates, moods, strict=True)], float)
    return Counts(days=dates, kinds=[day.weekday() for day in dates], arrivals={"A": rows})
