"""Sums that forget: a known truth is found again, and a wrong guess is left."""

from datetime import timedelta
from math import inf

import pytest

from server.insight.learning.lived import Comer, Lived
from server.insight.learning.sums import (
    CALLED,
    HALF_LIFE,
    NEVER,
    STAYED,
    Key,
    Sum,
    bin_of,
    comer_of,
    mean_seconds,
    paces_of,
    season,
    spread_of,
    subject_of,
    wait_bin,
    with_day,
)
from tests.insight.learning.made_days import FIRST, PACES, days, learned


def test_the_mean_is_found_whatever_was_typed_in() -> None:
    for typed in (60.0, 300.0, 1800.0):
        assert mean_seconds(learned(days(40), typed), "bill", typed) == pytest.approx(305, rel=0.08)


def test_a_clerk_has_a_pace() -> None:
    sums = learned(days(40))
    average = sum(PACES.values()) / len(PACES)
    for staff, pace in paces_of(sums).items():
        assert pace == pytest.approx(PACES[staff] / average, rel=0.06)
    assert paces_of({}) == {}


def test_a_monday_that_is_different_is_learned_and_one_that_is_not_is_left_alone() -> None:
    different, same = learned(days(42, monday=1.6, a_day=150)), learned(days(42, a_day=150))
    on_mondays = [season(different, "bill", slot) for slot in range(18, 32)]
    assert 1.15 < sum(on_mondays) / len(on_mondays) < 1.6
    assert {season(same, "bill", slot) for slot in range(18, 32)} == {1.0}


def test_half_is_forgotten_in_thirty_days() -> None:
    day = Lived(day=FIRST, calls=[(10.0, True)])
    sums = with_day({}, day, {})
    for n in range(int(HALF_LIFE)):
        sums = with_day(sums, Lived(day=FIRST + timedelta(days=n + 1), calls=[(700.0, False)]), {})
    assert sums[Key(CALLED, "", 0)].total == pytest.approx(0.5)
    assert 20 < sums[Key(CALLED, "", 2)].weight < 30


def test_a_day_on_which_nobody_was_served_forgets_nothing() -> None:
    sums = learned(days(3))
    assert with_day(sums, Lived(day=FIRST), {}) == sums


def test_who_was_called_was_seen_to_stay_until_then() -> None:
    sums = with_day({}, Lived(day=FIRST, calls=[(0.0, False)], waits=[(700.0, True), (100.0, False)]), {})
    assert [sums.get(Key(STAYED, "", n)) for n in range(4)] == [Sum(1.5, 0), Sum(1, 0), Sum(1, 1), None]


def test_a_spread_keeps_what_never_happened() -> None:
    lived = Lived(
        day=FIRST, calls=[(0.0, False)], away=[("forms", "", 100.0), ("forms", "", 100.0), ("forms", "", inf)]
    )
    values, weights = spread_of(with_day({}, lived, {}), "forms", "")
    assert sorted(zip(values, weights, strict=True)) == [(100.0, 2.0), (inf, 1.0)]
    assert bin_of(inf) == NEVER


def test_names_of_sums_are_read_back() -> None:
    for comer in (Comer("bill", "A", True, False), Comer("x", "B", False, True)):
        assert comer_of(subject_of(comer)) == comer
    assert [wait_bin(s) for s in (0, 299, 300, 2699, 9000)] == [0, 0, 1, 5, 6]
