"""Waits that pile up just short of the threshold."""

import numpy as np

from server.insight.effect.bunching import bunching
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

SEEDS = range(60)


def test_hurried_customers_are_found() -> None:
    for seed in range(10):
        found = bunching(answered(World(visits=HALL_YEAR, hurry=True), seed).waited, THRESHOLD)
        assert found is not None
        assert found.short.p < 0.01
        assert found.short.observed > found.short.expected


def test_nobody_is_accused_without_cause() -> None:
    alarms, by_rule = 0, 0
    for seed in SEEDS:
        found = bunching(answered(World(visits=HALL_YEAR), seed).waited, THRESHOLD)
        assert found is not None
        alarms += found.short.p < 0.05
        by_rule += found.past.p < 0.05
    assert alarms <= 0.15 * len(SEEDS)
    assert by_rule <= 0.15 * len(SEEDS)


def test_our_own_calling_rule_shows_just_past_and_accuses_nobody() -> None:
    """The figures of a hall that the product itself drove: 252, 207 | 335, 223 a minute."""
    a_minute = {14: 270, 15: 265, 16: 258, 17: 250, 18: 252, 19: 207, 20: 335, 21: 223, 22: 225, 23: 220}
    a_minute |= {13: 280, 24: 214, 25: 210, 26: 205}
    found = bunching(np.concatenate([np.full(n, at + 0.5) for at, n in a_minute.items()]), THRESHOLD)
    assert found is not None
    assert found.short.p > 0.5
    assert found.past.p < 0.01


def test_too_few_waits_tell_nothing() -> None:
    assert bunching(np.array([]), THRESHOLD) is None
    assert bunching(np.full(5, 19.5), THRESHOLD) is None


def test_everybody_in_the_last_minute_is_no_reason_to_fail() -> None:
    assert bunching(np.full(5000, 19.5), THRESHOLD) is None


def test_exactly_the_threshold_is_counted_before_it() -> None:
    waits = np.concatenate([np.repeat(np.arange(13.0, 28.0) + 0.5, 50), np.full(500, THRESHOLD)])
    found = bunching(waits, THRESHOLD)
    assert found is not None
    assert found.short.observed == 550


def test_waits_that_all_lie_on_one_side_are_no_reason_to_fail() -> None:
    found = bunching(np.full(5000, 13.5), THRESHOLD)
    assert found is not None
    assert found.short.observed == 0
    assert found.short.p > 0.01
