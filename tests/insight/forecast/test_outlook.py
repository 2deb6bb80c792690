"""A day's forecast with its bounds."""

from datetime import timedelta

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS, Counts
from server.insight.forecast.outlook import GUESSED_MOODS, moods_of, outlook, so_far, within
from server.insight.forecast.profile import Guess
from tests.insight.forecast.made_up import FIRST, MOOD, course, made_up

COUNTS = made_up(80, seed=8)
DAY = COUNTS.days[-1] + timedelta(days=3)


def test_nothing_of_the_day_itself_or_later_is_used() -> None:
    early = COUNTS.days[40]
    moods = moods_of(COUNTS, early, {})
    cut = COUNTS.before(early)
    assert moods_of(cut, early, {}) == moods
    whole, known = (outlook(c, early, early.weekday(), {}, moods) for c in (COUNTS, cut))
    assert whole.all_together == pytest.approx(known.all_together)
    assert whole.known_days == 40


def test_bounds_are_as_wide_as_the_hall_is_moody() -> None:
    moods = moods_of(COUNTS, DAY, {})
    assert moods.day_of_all == pytest.approx(MOOD, abs=0.02)
    bounds = outlook(COUNTS, DAY, 0, {}, moods).day_bounds()
    assert bounds.low < 360 < bounds.high
    assert bounds.high - bounds.low > 2 * 1.28 * 360**0.5  # chance alone


def test_a_first_day_is_a_guess_with_wide_bounds() -> None:
    none = Counts(days=[], kinds=[], arrivals={"A": np.zeros((0, SLOTS))})
    moods = moods_of(none, FIRST, {})
    assert moods == GUESSED_MOODS
    first = outlook(none, FIRST, 0, {"A": Guess(a_day=200, course=course())}, moods)
    bounds = first.day_bounds("A")
    assert (first.known_days, round(first.all_together.sum())) == (0, 200)
    assert bounds.low < 110
    assert bounds.high > 290


def test_the_rest_of_a_busy_morning_is_busier_and_what_came_is_certain() -> None:
    moods = moods_of(COUNTS, DAY, {})
    plan = outlook(COUNTS, DAY, 0, {}, moods)
    came = {"A": np.where(np.arange(SLOTS) < 24, np.round(plan.expected["A"] * 1.5), 0.0)}
    now = so_far(plan, came, 24)
    assert (now.expected["A"][:24] == came["A"][:24]).all()
    arrived, planned = came["A"][:24].sum(), plan.all_together[:24].sum()
    assert now.expected["A"][30] == pytest.approx(plan.expected["A"][30] * (arrived + 100) / (planned + 100))
    assert now.day_bounds().low >= arrived


def test_nobody_comes_while_the_doors_are_shut() -> None:
    plan = outlook(COUNTS, DAY, 0, {}, GUESSED_MOODS)
    assert within(plan, np.zeros(SLOTS)).day_bounds().high == 0
