"""Weighted least squares against a second, independent computation."""

import numpy as np
import pytest

from server.insight.effect.regression import coefficient, effect

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
