"""What may be called an effect."""

import pytest

from server.insight.effect.bunching import bunching
from server.insight.effect.causal import Judged, launch_section, lot_section, threshold_section
from server.insight.effect.intervals import Verdict
from server.insight.effect.sheet import Bars
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

BARS = Bars(satisfied_from=4, minimum=30)


def at_threshold(world: World) -> Judged:
    year = answered(world, 1)
    return threshold_section(year, THRESHOLD, BARS, bunching(year.waited, THRESHOLD))


def test_a_network_year_shows_the_effect_with_its_interval() -> None:
    found = at_threshold(World())
    assert found.code is Verdict.HIGHER
    assert [line.label.en for line in found.section.lines] == ["±5 min", "±2.5 min", "±5 min without ±1 min"]
    assert found.section.lines[0].difference is not None


def test_a_hall_year_says_not_enough_data_and_how_many_answers_it_takes() -> None:
    found = at_threshold(World(visits=HALL_YEAR))
    assert found.code is Verdict.NOT_ENOUGH
    assert found.section.verdict.zh == "样本不足以下结论"
    assert all(line.difference is None for line in found.section.lines)
    assert "Answers needed, about" in {fact.name.en for fact in found.section.lines[0].facts}


def test_where_staff_hurry_no_figure_is_shown() -> None:
    found = at_threshold(World(hurry=True))
    assert found.code is Verdict.HURRIED
    assert all(line.difference is None for line in found.section.lines)


def test_a_threshold_that_hardly_remedied_anybody_tells_nothing() -> None:
    assert at_threshold(World(handed=0.1)).code is Verdict.NOT_ENOUGH


def test_a_lot_shows_it_sooner() -> None:
    year = answered(World(visits=HALL_YEAR * 2, share=0.5), 1)
    assert lot_section(year, THRESHOLD, BARS).code is Verdict.HIGHER
    assert threshold_section(year, THRESHOLD, BARS, None).code is Verdict.NOT_ENOUGH


@pytest.mark.parametrize("visits", [0, 1, 2, 5, 40])
def test_no_lot_no_halls_and_hardly_anybody_are_said_and_not_raised(visits: int) -> None:
    few = answered(World(visits=visits), 1)
    assert lot_section(few, THRESHOLD, BARS).section.verdict.en == "No lot was drawn in this period"
    assert launch_section(few, THRESHOLD, BARS).code is Verdict.NOT_ENOUGH
    assert threshold_section(few, THRESHOLD, BARS, None).code is Verdict.NOT_ENOUGH
