"""First come, first served at the skilled counter that is free first, against a plain loop."""

import numpy as np
import pytest

from server.insight.forecast.counts import SLOTS
from server.insight.staffing.days import NEVER, Demand, days
from server.insight.staffing.serve import served

SKILLS = np.array([[True, False], [True, True], [False, True]])


def by_hand(came: list[float], service: list[int], needs: list[float], opened: np.ndarray) -> list[float]:
    """One customer after the other, minute by minute of the counters' own hours."""
    free, waits = [0.0] * len(SKILLS), []
    for at, which, need in zip(came, service, needs, strict=True):
        best = (np.inf, 9, -1)
        for counter in range(len(SKILLS)):
            if SKILLS[counter, which]:
                ready = max(free[counter], at)
                while ready < SLOTS * 30 and not opened[counter, int(ready // 30)]:
                    ready = (ready // 30 + 1) * 30
                if ready < SLOTS * 30:
                    best = min(best, (ready, int(SKILLS[counter].sum()), counter))
        waits.append(best[0] - at)
        if best[2] >= 0:
            free[best[2]] = best[0] + need
    return waits


@pytest.mark.parametrize("seed", range(6))
def test_all_days_at_once_are_each_day_by_itself(seed: int) -> None:
    rng = np.random.default_rng(seed)
    expected = np.zeros((2, SLOTS))
    expected[:, 16:24] = 4.0
    made = days(Demand(expected=expected, minutes=np.array([6.0, 8.0]), day_mood=0.1, slot_mood=0.1), 5, rng)
    opened = np.zeros((3, SLOTS), dtype=bool)
    opened[:, 16:30] = rng.random((3, 14)) < 0.7
    found = served(made, SKILLS, opened)
    for row in range(5):
        there = made.came[row] < NEVER
        waits = by_hand(
            list(made.came[row][there]), list(made.service[row][there]), list(made.needs[row][there]), opened
        )
        late = np.bincount(made.slot[row][there], np.array(waits) > 10, SLOTS)
        assert found.came[row] - found.in_time[row] == pytest.approx(late)


def test_a_half_hour_in_which_nobody_comes_is_a_good_one() -> None:
    none = days(
        Demand(expected=np.zeros((2, SLOTS)), minutes=np.ones(2), day_mood=0.0, slot_mood=0.0),
        2,
        np.random.default_rng(1),
    )
    assert (served(none, SKILLS, np.zeros((3, SLOTS), dtype=bool)).share == 1).all()
