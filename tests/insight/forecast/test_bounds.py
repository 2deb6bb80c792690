"""Bounds of counts."""

import numpy as np
import pytest

from server.insight.forecast.bounds import GUESSED, USUAL, Bounds, bounds, mood


@pytest.mark.parametrize(
    ("expected", "spread"), [(0.4, 0.0), (7, 0.0), (31, 0.02), (300, 0.01), (5000, 0.02)]
)
def test_four_of_five_counts_lie_within(expected: float, spread: float) -> None:
    rng = np.random.default_rng(3)
    mean = expected * (rng.gamma(1 / spread, spread, 20_000) if spread else np.ones(20_000))
    came, within = rng.poisson(mean), bounds(expected, spread)
    assert np.mean(came < within.low) <= 0.105
    assert np.mean(came > within.high) <= 0.105
    assert np.mean((came >= within.low + 1) & (came <= within.high - 1)) <= 0.81


def test_nobody_expected_is_nobody() -> None:
    assert bounds(0.0, 0.1) == Bounds(0, 0)


def test_the_mood_is_what_counts_spread_beyond_chance() -> None:
    rng = np.random.default_rng(4)
    expected = np.full((400, 20), 40.0)
    moods = rng.gamma(1 / 0.05, 0.05, (400, 20))
    assert mood(expected, rng.poisson(expected * moods).astype(float)) == pytest.approx(0.05, rel=0.1)
    assert mood(expected, rng.poisson(expected).astype(float)) < 0.002


def test_few_days_say_little_of_a_mood_and_none_nothing() -> None:
    assert mood(np.zeros((0, 5)), np.zeros((0, 5))) == GUESSED
    assert mood(np.full((1, 5), 40.0), np.full((1, 5), 40.0)) == pytest.approx(USUAL * 3 / 4)
