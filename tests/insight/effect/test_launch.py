"""Launches hall by hall."""

import numpy as np

from server.insight.effect.causal import launch_section
from server.insight.effect.intervals import Verdict
from server.insight.effect.launch import by_launch, launches
from server.insight.effect.sheet import Bars
from tests.insight.known_truth import THRESHOLD, TRUTH
from tests.insight.launched_halls import LAUNCH, Region, joined, one_hall, region, said, wrongly_sure


def test_halls_that_launch_are_held_against_those_that_do_not() -> None:
    found = by_launch(joined([one_hall(n, LAUNCH if n < 8 else None) for n in range(16)]), THRESHOLD)
    assert (found.launched, found.quiet) == (8, 8)
    assert found.estimate is not None
    assert found.estimate.low <= TRUTH <= found.estimate.high
    assert found.estimate.se < 0.15


def test_a_hall_that_always_remedied_has_no_launch() -> None:
    always = one_hall(1, LAUNCH - 28)
    assert launches(always) == {}
    assert set(launches(one_hall(2, LAUNCH))) == {2}


def test_four_halls_are_too_few() -> None:
    found = by_launch(region(Region(launched=4, quiet=4), 1), THRESHOLD)
    assert (found.estimate, found.launched, found.quiet) == (None, 4, 4)


def test_two_quiet_halls_carry_nothing_and_the_sheet_says_so_in_words() -> None:
    two = region(Region(launched=10, quiet=2), 1)
    found = by_launch(two, THRESHOLD)
    assert (found.estimate, found.launched, found.quiet) == (None, 10, 2)
    judged = launch_section(two, THRESHOLD, Bars(satisfied_from=4, minimum=30))
    assert judged.code is Verdict.NOT_ENOUGH
    assert judged.section.verdict.zh == "样本不足以下结论：同期没有启用的厅只有 2 个，至少要 3 个"
    assert [fact.value for fact in judged.section.lines[0].facts] == [10, 2]


def test_no_hall_at_all_and_none_that_launched_are_said_and_not_raised() -> None:
    none = region(Region(launched=0, quiet=3), 1)
    assert by_launch(none, THRESHOLD).launched == 0
    assert by_launch(none.where(none.hall > 99), THRESHOLD).estimate is None


def test_the_noise_of_the_few_quiet_halls_is_in_the_interval() -> None:
    """Ten launched against three: taken for independent, their steps looked twice as sure as they are."""
    estimates = said(Region(launched=10, quiet=3, shocks=0.15), range(40))
    spread = np.std([e.value for e in estimates], ddof=1)
    assert np.mean([e.se for e in estimates]) > 0.8 * spread


def test_a_false_effect_is_rare_where_there_is_none() -> None:
    """By tests/benchmarks/test_effect_truth.py, many more runs, at most 8 in 100; it was 25."""
    assert wrongly_sure(said(Region(launched=10, quiet=3, shocks=0.15, truth=0.0), range(40)), 0.0) <= 0.1


def test_staggered_launches_are_each_held_against_who_is_quiet_then() -> None:
    found = by_launch(region(Region(launched=10, quiet=3, stagger=5), 2), THRESHOLD)
    assert (found.launched, found.quiet) == (10, 3)  # the first is quiet again for the seventh
    assert found.estimate is not None
    assert found.estimate.low <= TRUTH <= found.estimate.high
