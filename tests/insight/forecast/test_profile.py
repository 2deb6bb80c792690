"""Profile times level."""

from datetime import timedelta

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS
from server.insight.forecast.kinds import HOLIDAY, MAKE_UP, SUNDAY
from server.insight.forecast.profile import Guess, profile
from tests.insight.forecast.made_up import FIRST, course, made_up, rate


def test_it_finds_how_many_come_and_when() -> None:
    counts = made_up(120, seed=2, level=2000)
    day = counts.days[-1] + timedelta(days=3)
    found = profile(counts.arrivals["A"], counts.days, counts.kinds, day)
    for weekday in range(5):
        truth = rate(FIRST + timedelta(days=weekday), 2000)
        assert found.expected(weekday).sum() == pytest.approx(truth.sum(), rel=0.08)
        assert np.abs(found.expected(weekday) - truth).sum() < 0.12 * truth.sum()


def test_the_level_is_of_lately() -> None:
    """Half as many for two weeks: the forecast has gone half of the way."""
    counts = made_up(90, seed=4, level=2000)
    rows = counts.arrivals["A"].copy()
    rows[-10:] /= 2
    day = counts.days[-1] + timedelta(days=3)
    found = profile(rows, counts.days, counts.kinds, day)
    assert found.expected(1).sum() == pytest.approx(0.75 * 2000, rel=0.1)


def test_a_day_worked_in_lieu_is_like_workdays_and_a_holiday_like_sundays() -> None:
    counts = made_up(60, seed=5, level=1000)
    found = profile(counts.arrivals["A"], counts.days, counts.kinds, counts.days[-1] + timedelta(days=1))
    workdays = np.mean([found.expected(n).sum() for n in range(5)])
    assert found.expected(MAKE_UP).sum() == pytest.approx(workdays, rel=0.02)
    assert found.expected(HOLIDAY).sum() == pytest.approx(found.expected(SUNDAY).sum(), rel=0.02)


def test_nothing_counted_leaves_the_guess_or_nobody() -> None:
    none = np.zeros((0, SLOTS))
    assert profile(none, [], [], FIRST).expected(0).sum() == 0
    guessed = profile(none, [], [], FIRST, Guess(a_day=120, course=course())).expected(3)
    assert guessed == pytest.approx(120 * course())


def test_a_guess_is_forgotten_within_weeks() -> None:
    counts = made_up(30, seed=6, level=1000)
    day = counts.days[-1] + timedelta(days=1)
    of = (counts.arrivals["A"], counts.days, counts.kinds, day)
    wrong = profile(*of, Guess(a_day=100, course=course()))
    assert wrong.expected(2).sum() == pytest.approx(profile(*of).expected(2).sum(), rel=0.16)


def test_days_on_which_nobody_came_are_no_reason_to_fail() -> None:
    none = np.zeros((3, SLOTS))
    days = [FIRST + timedelta(days=n) for n in range(3)]
    assert profile(none, days, [0, 1, 2], FIRST + timedelta(days=3)).expected(3).sum() == 0
