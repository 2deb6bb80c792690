"""Which figures may be shown."""

import pytest

from server.insight.effect.intervals import Sample, around
from server.insight.effect.power import Verdict, detectable, detectable_between, judge, needed


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
