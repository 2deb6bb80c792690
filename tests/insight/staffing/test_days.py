"""Days that may come."""

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS
from server.insight.staffing.days import NEVER, Demand, days

EXPECTED = np.zeros((2, SLOTS))
EXPECTED[0, 18:22], EXPECTED[1, 20] = 5.0, 8.0


def demand(mood: float = 0.0) -> Demand:
    return Demand(expected=EXPECTED, minutes=np.array([4.0, 9.0]), day_mood=mood, slot_mood=mood)


def test_as_many_come_as_are_expected_when_they_are_and_need_what_they_do() -> None:
    made = days(demand(), 400, np.random.default_rng(1))
    there = made.came < NEVER
    assert there.sum() / 400 == pytest.approx(28, rel=0.03)
    assert (np.diff(made.came, axis=1) >= 0).all()
    assert set(np.unique(made.slot[there])) == {18, 19, 20, 21}
    assert made.needs[there & (made.service == 1)].mean() == pytest.approx(9.5, rel=0.05)


def test_moody_days_differ_more_than_chance() -> None:
    calm, moody = (
        (days(demand(mood), 400, np.random.default_rng(2)).came < NEVER).sum(axis=1).var()
        for mood in (0.0, 0.1)
    )
    assert moody > 2 * calm


def test_nobody_at_all_is_no_reason_to_fail() -> None:
    none = Demand(expected=np.zeros((1, SLOTS)), minutes=np.ones(1), day_mood=0.1, slot_mood=0.2)
    assert days(none, 3, np.random.default_rng(1)).came.shape == (3, 0)
