"""Each end moves against what it missed, within bounds, and over many calls a tenth lies beyond it."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.promises.levels import (
    BEYOND,
    ENDS,
    ENOUGH,
    HIGHS,
    LEVELS,
    LOWS,
    STEP,
    USUAL,
    Level,
    band_of,
    ends_of,
    learned,
)

CALLS = st.lists(st.sampled_from([(True, False), (False, True), (False, False)]), max_size=400)


def after(calls: Sequence[tuple[bool, bool]], level: Level = LEVELS[0]) -> list[Level]:
    """Behind each of them."""
    known = [level]
    for before, behind in calls:
        known.append(learned(known[-1], before=before, behind=behind))
    return known


@given(CALLS)
def test_whatever_comes_an_end_stays_within_its_bounds_and_moves_against_what_it_missed(
    calls: list[tuple[bool, bool]],
) -> None:
    steps = after(calls)
    for (was, now), (before, behind) in zip(pairwise(steps), calls, strict=True):
        assert LOWS[0] <= now.low <= LOWS[1]
        assert HIGHS[0] <= now.high <= HIGHS[1]
        assert now.low <= was.low if before else now.low >= was.low
        assert now.high >= was.high if behind else now.high <= was.high
        assert now.scored == was.scored + 1


@given(CALLS)
def test_the_share_beyond_an_end_is_a_tenth_as_far_as_the_end_has_room(
    calls: list[tuple[bool, bool]],
) -> None:
    """What the method promises of any sequence: what is missing to a tenth is the way the end has gone."""
    steps = after(calls)
    if all(HIGHS[0] < s.high < HIGHS[1] for s in steps) and calls:
        missed = sum(behind for _, behind in calls) / len(calls)
        gone = (steps[-1].high - steps[0].high) / (STEP * len(calls))
        assert missed - BEYOND == pytest.approx(gone, abs=1e-9)
        assert abs(missed - BEYOND) <= (HIGHS[1] - HIGHS[0]) / (STEP * len(calls))


def test_a_hall_whose_calls_come_later_than_foreseen_is_told_wider_until_it_fits() -> None:
    """The later end of the futures is the call's own for 85 of 100 only: it settles where 10 pass it."""
    dice, level, missed = Random(1), LEVELS[0], []
    for _ in range(4000):
        behind = dice.random() > level.high - 0.05
        missed.append(behind)
        level = learned(level, before=dice.random() < level.low, behind=behind)
    assert sum(missed[1000:]) / 3000 == pytest.approx(BEYOND, abs=0.01)
    assert level.high == pytest.approx(0.95, abs=0.04)


def test_few_calls_teach_nothing_yet() -> None:
    few, enough = after([(False, True)] * ENOUGH)[-2:]
    assert ends_of((few, enough)) == (USUAL, (enough.low, HIGHS[1]))


def test_a_band_begins_with_its_minute() -> None:
    assert [band_of(s) for s in (0.0, 119.9, 120.0, 599.0, 1800.0)] == [0, 0, 1, 2, 5]
    assert len(LEVELS) == len(ENDS) + 1
