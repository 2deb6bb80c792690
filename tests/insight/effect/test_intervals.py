"""Intervals against figures from textbooks and printed tables."""

import numpy as np
import pytest

from server.insight.effect.intervals import (
    Sample,
    Verdict,
    around,
    detectable,
    detectable_between,
    judge,
    needed,
    newcombe,
    sample,
    t_quantile,
    welch,
    wilson,
)


@pytest.mark.parametrize(
    ("freedom", "printed"), [(4, 2.776), (5, 2.571), (9, 2.262), (30, 2.042), (120, 1.980), (1e9, 1.960)]
)
def test_student_agrees_with_the_printed_table(freedom: float, printed: float) -> None:
    assert t_quantile(freedom) == pytest.approx(printed, rel=2e-3)


def test_wilson_agrees_with_newcombes_paper() -> None:
    found = wilson(81, 263)
    assert (found.low, found.high) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))


def test_a_share_of_all_or_none_stays_inside() -> None:
    assert wilson(0, 10).low == pytest.approx(0)
    assert wilson(10, 10).high == pytest.approx(1)


def test_newcombe_agrees_with_his_paper() -> None:
    found = newcombe(56, 70, 48, 80)
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=1e-4), pytest.approx(0.3339, abs=1e-4))


def test_the_example_of_the_field_document_comes_out() -> None:
    """R09: 26 of 31 against 8 of 12 is +17 points, 95 % from -8 to +46."""
    found = newcombe(26, 31, 8, 12)
    assert [round(100 * x) for x in (found.value, found.low, found.high)] == [17, -8, 46]


def test_welch_by_hand() -> None:
    a, b = Sample(n=10, mean=4.0, sd=1.0), Sample(n=40, mean=3.5, sd=2.0)
    found = welch(a, b)  # se = sqrt(.1 + .1), freedom = .04 / (.01/9 + .01/39) = 29.25
    assert found.se == pytest.approx(0.44721, abs=1e-5)
    assert found.high - found.value == pytest.approx(2.0445 * 0.44721, abs=1e-3)


def test_equal_answers_have_no_spread_and_nobody_has_no_mean() -> None:
    same = sample(np.array([4.0, 4.0, 4.0]))
    assert (same.sd, same.satisfied) == (0, 3)
    assert welch(same, same).value == 0
    assert sample(np.array([])) == Sample(n=0)


def test_a_hall_year_sees_no_effect_under_four_tenths() -> None:
    """The spec's own figures: a standard error of .14 hides what is under about .4."""
    assert detectable(0.14) == pytest.approx(0.39, abs=0.01)


def test_the_power_line_of_two_groups_is_the_textbooks() -> None:
    """64 a group find half a standard deviation with 80 % power."""
    found = detectable_between(Sample(n=64, sd=1.0), Sample(n=64, sd=1.0))
    assert found == pytest.approx(0.495, abs=0.001)
    assert detectable_between(Sample(n=1), Sample(n=64, sd=1.0)) is None


def test_a_large_but_vague_difference_is_not_shown() -> None:
    assert judge(around(0.9, 0.2), 500, 30) is Verdict.NOT_ENOUGH


def test_a_precise_figure_from_too_few_people_is_not_shown() -> None:
    assert judge(around(0.28, 0.01), 29, 30) is Verdict.NOT_ENOUGH
    assert judge(None, 500, 30) is Verdict.NOT_ENOUGH


def test_everybody_saying_the_same_is_not_taken_for_certainty() -> None:
    assert judge(around(0.0, 0.0), 500, 30) is Verdict.NOT_ENOUGH


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0.28, Verdict.HIGHER), (-0.28, Verdict.LOWER), (0.02, Verdict.NOTHING_SEEN)],
)
def test_a_precise_figure_says_on_which_side_of_nothing_it_lies(value: float, verdict: Verdict) -> None:
    assert judge(around(value, 0.04), 500, 30) is verdict


def test_halving_the_line_takes_four_times_the_answers() -> None:
    assert needed(1000, 0.6) == 4000
