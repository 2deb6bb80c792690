"""The study's hall: 505 customers at 7.3 minutes on moody days, nine of ten of every half-hour in time."""

from time import process_time

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS
from server.insight.staffing.days import BETWEEN, Demand
from server.insight.staffing.plan import PROMISED, Hall, plan
from tests.benchmarks.report import Figure, Table

CUSTOMERS, MINUTES = 505, 7.3
DAY_MOOD, HOUR_MOOD = 0.12**2, 0.10**2
NEEDS, SHARES = np.array([3.0, 8, 12, 5, 14, 7]), np.array([0.30, 0.22, 0.13, 0.18, 0.07, 0.10])
ABLE = ({0, 3}, {0, 3}, {0, 1, 3}, {1, 3, 5}, {1, 2, 5}, {1, 2, 4, 5}, {2, 4}, {0, 1, 2, 3, 5}, set(range(6)))
FIRST, LAST = 17, 35  # 08:30-17:30
SKILLED = np.array([[business in able for business in range(6)] for able in ABLE * 2])
EVERYTHING = np.ones((14, 6), dtype=bool)


def the_hall() -> Demand:
    hours = np.arange(LAST - FIRST)
    course = 0.55 + np.exp(-(((hours - 3.2) / 2.2) ** 2)) + 0.85 * np.exp(-(((hours - 12.8) / 2.4) ** 2))
    expected = np.zeros((6, SLOTS))
    expected[:, FIRST:LAST] = CUSTOMERS * SHARES[:, None] * course / course.sum()
    minutes = NEEDS * (MINUTES - BETWEEN) / (NEEDS @ SHARES)
    return Demand(expected=expected, minutes=minutes, day_mood=DAY_MOOD, slot_mood=DAY_MOOD + HOUR_MOOD)


@pytest.mark.parametrize(
    ("name", "skills", "most"), [("one pool", EVERYTHING, 83), ("nine profiles", SKILLED, 95)]
)
def test_the_studys_hall(table: Table, name: str, skills: np.ndarray, most: float) -> None:
    may_open = np.zeros((len(skills), SLOTS), dtype=bool)
    may_open[:, FIRST:LAST] = True
    before = process_time()
    found = plan(the_hall(), Hall(skills=skills, may_open=may_open))
    seconds, worst = process_time() - before, float(found.proof.share.min())
    part = f"staffing: {CUSTOMERS} customers, {name}"
    table.add(Figure(part=part, what="counter-hours", value=found.counter_hours, unit="h", bar=f"≤ {most}"))
    table.add(Figure(part=part, what="worst half-hour", value=worst * 100, unit="%", bar="≥ 90 %"))
    table.add(Figure(part=part, what="to find it", value=seconds, unit="s CPU", bar="≤ 60"))
    assert found.counter_hours <= most
    assert worst >= PROMISED
    assert seconds <= 60
