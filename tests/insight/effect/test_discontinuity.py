"""Customers on both sides of the threshold."""

import numpy as np
import pytest

from server.insight.effect.discontinuity import step
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

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
