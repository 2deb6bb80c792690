"""How good the forecast of arrivals is on real counts, beside simple rules, each origin by what lay before.

The counts are not in the repository: `HALLQUEUE_QUEUE_DATA=FOLDER uv run --group test pytest -n 0 -s
tests/benchmarks/test_forecast.py`. Without the folder a made-up hall stands in, and the table says so.
"""

import csv
import gzip
import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS, Counts, Floats
from server.insight.forecast.outlook import moods_of, outlook, so_far
from tests.benchmarks.report import Figure, Table
from tests.insight.forecast.made_up import made_up

FOLDER = os.environ.get("HALLQUEUE_QUEUE_DATA", "")
ORIGINS, AHEAD = 6, 5  # the study's: six weeks' ends, a week of workdays each
RATIO = 0.84  # of the seasonal naive's error, in the same run
COVERED = (0.75, 0.87)
Rule = Callable[[Counts, date], Floats]


def read(file: str, count: str, one: Callable[[Mapping[str, str]], str]) -> Counts:
    arrivals: dict[str, dict[date, Floats]] = defaultdict(lambda: defaultdict(lambda: np.zeros(SLOTS)))
    with gzip.open(Path(FOLDER, file), "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            at = datetime.fromisoformat(row["ts"])
            arrivals[one(row)][at.date()][at.hour * 2 + at.minute // 30] += float(row[count])
    days = sorted({day for of in arrivals.values() for day in of})
    rows = {name: np.array([of[day] for day in days]) for name, of in arrivals.items()}
    return Counts(days=days, kinds=[day.weekday() for day in days], arrivals=rows)


def bank() -> Counts:
    if not FOLDER:
        return made_up(109, seed=1)
    return read("bank_calls_5min.csv.gz", "calls", lambda row: "calls")


def naive(counts: Counts, day: date) -> Floats:
    """As it was on the like day before."""
    return last_like(counts, day, 1)


def mean_of_four(counts: Counts, day: date) -> Floats:
    return last_like(counts, day, 4)


def last_like(counts: Counts, day: date, n: int) -> Floats:
    like = [i for i, one in enumerate(counts.days) if one.weekday() == day.weekday()]
    rows = counts.all_together[like[-n:]]
    return rows.mean(axis=0) if len(rows) else np.zeros(SLOTS)


def ours(counts: Counts, day: date) -> Floats:
    return outlook(counts, day, day.weekday(), {}, moods_of(counts, day, {})).all_together


def wape(rule: Rule, counts: Counts) -> float:
    wrong = came = 0.0
    for origin, day, actual in origins(counts):
        forecast = rule(counts.before(origin), day)
        wrong, came = wrong + float(np.abs(forecast - actual).sum()), came + float(actual.sum())
    return wrong / came


def origins(counts: Counts) -> list[tuple[date, date, Floats]]:
    """What was known until when, the day asked for, and what came on it."""
    cases, together = [], counts.all_together
    for n in range(ORIGINS):
        first = len(counts.days) - (ORIGINS - n) * AHEAD
        cases += [(counts.days[first], counts.days[i], together[i]) for i in range(first, first + AHEAD)]
    return cases


def told(table: Table, what: str, value: float, unit: str, *, bar: str = "", note: str = "") -> None:
    of = "bank, half-hours, a week ahead" if FOLDER else "a made-up hall (no HALLQUEUE_QUEUE_DATA)"
    table.add(Figure(part=f"forecast: {of}", what=what, value=value, unit=unit, bar=bar, note=note))


def test_the_profile_beats_the_like_day_before(table: Table) -> None:
    counts = bank()
    before = process_time()
    error = wape(ours, counts)
    seconds = (process_time() - before) / (ORIGINS * AHEAD)
    simple, four = wape(naive, counts), wape(mean_of_four, counts)
    told(table, "seasonal naive", simple * 100, "% WAPE")
    told(table, "mean of the last four", four * 100, "% WAPE")
    told(
        table,
        "profile x level",
        error * 100,
        "% WAPE",
        note=f"{seconds * 1000:.0f} ms CPU with its own look back",
    )
    told(table, "profile x level / naive", error / simple, "", bar=f"≤ {RATIO}")
    assert error <= RATIO * simple
    assert error <= four


def test_four_of_five_half_hours_lie_within_the_bounds(table: Table) -> None:
    counts, inside = bank(), []
    for origin, day, actual in origins(counts):
        known = counts.before(origin)
        forecast = outlook(known, day, day.weekday(), {}, moods_of(known, origin, {}))
        for slot in np.flatnonzero(forecast.all_together > 0.5):
            within = forecast.slot_bounds(int(slot))
            inside.append(within.low <= actual[slot] <= within.high)
    told(table, "within the 80 % bounds", float(np.mean(inside)) * 100, "%", bar="75-87 %")
    assert COVERED[0] <= np.mean(inside) <= COVERED[1]


@pytest.mark.parametrize("over", [20, 24])
def test_the_morning_tells_of_the_rest_of_the_day(table: Table, over: int) -> None:
    counts = bank()
    wrong, corrected, came = 0.0, 0.0, 0.0
    for _, day, actual in origins(counts):
        known = counts.before(day)
        forecast = outlook(known, day, day.weekday(), {}, moods_of(known, day, {}))
        name = next(iter(counts.arrivals))
        rest = so_far(forecast, {name: actual}, over).all_together[over:]
        wrong += float(np.abs(forecast.all_together[over:] - actual[over:]).sum())
        corrected += float(np.abs(rest - actual[over:]).sum())
        came += float(actual[over:].sum())
    told(table, f"rest of the day from {over // 2}:00, as in the morning", wrong / came * 100, "% WAPE")
    told(
        table,
        f"rest of the day from {over // 2}:00, corrected",
        corrected / came * 100,
        "% WAPE",
        bar="≤ 1.01 x",
    )
    assert corrected <= 1.01 * wrong


def test_two_hundred_series_are_learned_in_ten_seconds(table: Table) -> None:
    counts = made_up(180, seed=3)
    rows = next(iter(counts.arrivals.values()))
    many = Counts(days=counts.days, kinds=counts.kinds, arrivals={str(n): rows for n in range(200)})
    day = counts.days[-1] + timedelta(days=1)
    before = process_time()
    outlook(many, day, day.weekday(), {}, moods_of(many, day, {}))
    seconds = process_time() - before
    table.add(
        Figure(
            part="forecast: 200 businesses, 180 days",
            what="with the look back",
            value=seconds,
            unit="s CPU",
            bar="≤ 10",
        )
    )
    assert seconds <= 10
