"""How many counters the work of each half-hour keeps busy: no proof as `plan.py` has, in a moment."""

from __future__ import annotations

from math import ceil

from server.insight.forecast.counts import HALF_HOUR, Floats

BUSY = 0.85  # share of its time a counter works where its line stays short


def by_load(expected: Floats, minutes: Floats) -> tuple[int, ...]:
    """`expected`: a row a business, a column a half-hour; `minutes` that each business takes."""
    return tuple(ceil(round(float(work) / (HALF_HOUR * BUSY), 6)) for work in minutes @ expected)
