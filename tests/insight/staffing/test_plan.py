"""Plans of counters; the hall of the study: tests/benchmarks/test_staffing.py."""

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS
from server.insight.staffing.days import Demand
from server.insight.staffing.plan import PROMISED, Hall, plan

EXPECTED = np.zeros((2, SLOTS))
EXPECTED[0, 18:22], EXPECTED[1, 18:22] = (6.0, 14.0, 14.0, 6.0), 2.0
DEMAND = Demand(expected=EXPECTED, minutes=np.array([5.0, 8.0]), day_mood=0.01, slot_mood=0.02)


def hall(counters: int) -> Hall:
    """Every third can do the second business, too."""
    may_open = np.zeros((counters, SLOTS), dtype=bool)
    may_open[:, 18:24] = True
    return Hall(skills=np.array([[True, n % 3 == 0] for n in range(counters)]), may_open=may_open)


@pytest.mark.row("Q14")
def test_every_half_hour_is_good_on_days_the_search_never_saw() -> None:
    found = plan(DEMAND, hall(9))
    assert found.short == ()
    assert (found.proof.share >= PROMISED).all()
    assert 5 <= found.counter_hours <= 11
    assert found.opened[:, 19].sum() > found.opened[:, 18].sum() - 1
    assert not found.opened[:, :18].any()


@pytest.mark.row("Q08")
def test_no_more_counters_are_proposed_than_the_hall_has_and_what_stays_bad_is_said() -> None:
    found = plan(DEMAND, hall(2))
    assert found.opened.sum(axis=0).max() <= 2
    assert 19 in found.short
    assert found.proof.share[19] < PROMISED


def test_the_same_expectation_makes_the_same_plan() -> None:
    assert (plan(DEMAND, hall(6)).opened == plan(DEMAND, hall(6)).opened).all()
