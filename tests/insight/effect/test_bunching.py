"""Waits that pile up just short of the threshold."""

import numpy as np

from server.insight.effect.bunching import bunching
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

SEEDS = range(60)


def test_hurried_customers_are_found() -> None:
    for seed in range(10):
        found = bunching(answered(World(visits=HALL_YEAR, hurry=True), seed).waited, THRESHOLD)
        assert found is not None
        assert found.p < 0.01
        assert found.observed > found.expected


def test_nobody_is_accused_without_cause() -> None:
    alarms = 0
    for seed in SEEDS:
        found = bunching(answered(World(visits=HALL_YEAR), seed).waited, THRESHOLD)
        assert found is not None
        alarms += found.p < 0.05
    assert alarms <= 0.15 * len(SEEDS)


def test_too_few_waits_tell_nothing() -> None:
    assert bunching(np.array([]), THRESHOLD) is None
    assert bunching(np.full(5, 19.5), THRESHOLD) is None


def test_everybody_in_the_last_minute_is_no_reason_to_fail() -> None:
    assert bunching(np.full(5000, 19.5), THRESHOLD) is None


def test_exactly_the_threshold_is_counted_before_it() -> None:
    waits = np.concatenate([np.repeat(np.arange(13.0, 28.0) + 0.5, 50), np.full(500, THRESHOLD)])
    found = bunching(waits, THRESHOLD)
    assert found is not None
    assert found.observed == 550


def test_waits_that_all_lie_on_one_side_are_no_reason_to_fail() -> None:
    found = bunching(np.full(5000, 13.5), THRESHOLD)
    assert found is not None
    assert found.observed == 0
    assert found.p > 0.01
