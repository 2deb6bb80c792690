"""Weighted least squares against a second, independent computation."""

import numpy as np
import pytest

from server.insight.effect.threshold import coefficient, effect, step
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

RNG = np.random.default_rng(3)
N = 400
X = np.column_stack([np.ones(N), RNG.integers(0, 2, N), RNG.normal(size=N)])
Y = X @ np.array([3.0, 0.5, -0.2]) + RNG.normal(size=N) * (1 + X[:, 1])
W = RNG.uniform(0.2, 3.0, N)


def test_the_coefficient_is_that_of_least_squares() -> None:
    root = np.sqrt(W)
    expected = np.linalg.lstsq(X * root[:, None], Y * root, rcond=None)[0][1]
    found = coefficient(Y, X, W)
    assert found is not None
    assert found.value == pytest.approx(expected)


def test_the_standard_error_of_two_plain_groups_is_the_textbooks() -> None:
    """HC2 on a two-group comparison is exactly Welch's: sqrt(s1²/n1 + s2²/n2)."""
    treated = X[:, 1] == 1
    found = coefficient(Y, X[:, :2], np.ones(N))
    assert found is not None
    by_hand = np.sqrt(Y[treated].var(ddof=1) / treated.sum() + Y[~treated].var(ddof=1) / (~treated).sum())
    assert found.se == pytest.approx(by_hand)


def test_columns_that_say_the_same_tell_nothing() -> None:
    assert coefficient(Y, np.column_stack([np.ones(N), np.ones(N)]), W) is None
    assert coefficient(Y[:2], X[:2], W[:2]) is None


def test_remedies_missed_do_not_thin_out_what_one_remedy_did() -> None:
    lot = X[:, 1]
    remedied = lot * (RNG.random(N) < 0.5)
    found = effect(3 + 0.8 * remedied, remedied, X[:, :2], np.ones(N))
    assert found is not None
    assert found.per_remedy.value == pytest.approx(0.8)
    assert found.reached == pytest.approx(remedied[lot == 1].mean())


def test_a_lot_that_remedied_nobody_tells_nothing() -> None:
    assert effect(Y, np.zeros(N), X, W) is None


YEAR = answered(World(visits=HALL_YEAR), 5)


def test_it_is_the_difference_of_two_straight_lines_at_the_threshold() -> None:
    """A second computation: polyfit on each side, with the roots of the triangular kernel."""
    found = step(YEAR, THRESHOLD, 5.0).effect
    rated = YEAR.rated
    ends = []
    for side in (rated.waited > THRESHOLD, rated.waited <= THRESHOLD):
        rows = side & (np.abs(rated.waited - THRESHOLD) < 5)
        x = rated.waited[rows] - THRESHOLD
        ends.append(np.polyfit(x, rated.rating[rows], 1, w=np.sqrt(1 - np.abs(x) / 5))[1])
    assert found is not None
    assert found.per_remedy.value == pytest.approx(ends[0] - ends[1])
    assert found.reached == pytest.approx(1.0)


def test_the_donut_leaves_out_those_next_to_the_threshold() -> None:
    whole, holed = step(YEAR, THRESHOLD, 5.0), step(YEAR, THRESHOLD, 5.0, 1.0)
    near = np.abs(YEAR.rated.waited - THRESHOLD) < 1
    left_out = len(whole.above) + len(whole.below) - len(holed.above) - len(holed.below)
    assert left_out == near.sum()


def test_the_losers_of_a_lot_stay_out() -> None:
    drawn = answered(World(visits=HALL_YEAR, share=0.5), 5)
    found = step(drawn, THRESHOLD, 5.0).effect
    assert found is not None
    assert found.reached == pytest.approx(1.0)


def test_exactly_the_threshold_is_still_below() -> None:
    at = YEAR.where(np.isclose(YEAR.waited, YEAR.waited[YEAR.rating > 0][0]))
    found = step(at, float(at.waited[0]), 5.0)
    assert (len(found.below), len(found.above)) == (1, 0)
    assert found.effect is None
