"""What gifts cost, and what a point of satisfaction cost."""

from dataclasses import replace

import pytest

from server.insight.effect.causal import Judged, launch_section
from server.insight.effect.cost import Gift, cost_section
from server.insight.effect.intervals import Verdict, around
from server.insight.effect.sheet import Bars
from tests.insight.known_truth import FIRST, THRESHOLD, World, answered

NOBODY = launch_section(answered(World(visits=0), 1), THRESHOLD, Bars(satisfied_from=4, minimum=30))
JULY = [Gift(hall_id="h", day=FIRST, cost_fen=150)] * 212


def judged(value: float, code: Verdict) -> Judged:
    return replace(NOBODY, estimate=around(value, 0.04), code=code)


def figures(*by: Judged, gifts: list[Gift] = JULY) -> list[float | None]:
    return [fact.value for fact in cost_section(gifts, by).lines[0].facts]


def test_july_costs_what_the_field_document_says() -> None:
    """R11: 212 gifts, 318.00 yuan, mean 1.50."""
    assert figures(NOBODY) == [212, 318.0, 1.5, None]


def test_a_point_costs_a_gift_divided_by_its_effect() -> None:
    assert figures(judged(0.3, Verdict.HIGHER))[3] == pytest.approx(5.0)


@pytest.mark.parametrize("code", [Verdict.NOT_ENOUGH, Verdict.NOTHING_SEEN, Verdict.LOWER, Verdict.HURRIED])
def test_without_an_effect_there_is_no_cost_per_point(code: Verdict) -> None:
    assert figures(judged(0.3, code))[3] is None


def test_the_more_reliable_comparison_has_the_word() -> None:
    nothing, more = judged(0.01, Verdict.NOTHING_SEEN), judged(0.5, Verdict.HIGHER)
    assert figures(nothing, more)[3] is None
    assert figures(judged(0.2, Verdict.NOT_ENOUGH), more)[3] == pytest.approx(3.0)


def test_no_gifts_cost_nothing() -> None:
    assert figures(NOBODY, gifts=[]) == [0, 0.0, None, None]
