"""Today's pace: drawn to the usual by five and twenty services, half forgotten in two hours."""

from datetime import timedelta

import pytest

from server.insight.learning.pace import USUAL, Pace
from tests.builders import MORNING


def slow(many: int) -> Pace:
    pace = Pace()
    for n in range(many):
        pace = pace.with_one(MORNING + timedelta(minutes=n), 390, 300)
    return pace


def test_a_slow_day_is_seen() -> None:
    assert Pace().factor(MORNING) == 1.0
    assert slow(1).factor(MORNING) == pytest.approx(1 + 0.3 / (1 + USUAL))
    assert 1.15 < slow(60).factor(MORNING + timedelta(minutes=60)) < 1.3


def test_it_is_forgotten() -> None:
    pace = slow(60)
    now = MORNING + timedelta(minutes=60)
    later = [pace.factor(now + timedelta(hours=h)) for h in (0, 2, 4, 24)]
    assert later == sorted(later, reverse=True)
    assert later[-1] == pytest.approx(1.0, abs=0.001)


def test_a_clock_that_goes_back_changes_nothing() -> None:
    assert slow(5).factor(MORNING - timedelta(hours=5)) == slow(5).factor(MORNING + timedelta(minutes=4))


def test_what_nothing_was_expected_of_does_not_count() -> None:
    assert Pace().with_one(MORNING, 100, 0) == Pace()
    assert Pace().with_one(MORNING, -1, 100) == Pace()
