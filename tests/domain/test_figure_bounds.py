"""Every figure has a least and a most, and the usual ones lie between."""

from dataclasses import fields

import pytest

from server.domain.config_rules import problems
from server.domain.figure_bounds import FIGURE_BOUNDS, Range
from server.domain.figures import Figures
from tests.builders import with_figures

NUMBERS = [f.name for f in fields(Figures) if type(f.default) in (int, float)]


def test_no_figure_is_without_its_bounds() -> None:
    assert list(FIGURE_BOUNDS) == NUMBERS
    assert all(getattr(Figures(), name) in FIGURE_BOUNDS[name] for name in NUMBERS)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_figure_beyond_its_bounds_is_refused_with_the_bound_at_its_place(name: str) -> None:
    """C09, C10 and their kind."""
    bound = FIGURE_BOUNDS[name]
    for figure, end in ((10**15, bound.most), (bound.most + 1, bound.most), (bound.least - 1, bound.least)):
        found = [p for p in problems(with_figures(**{name: figure})) if p.where == f"figures.{name}"]
        assert found
        assert all(str(end) in text for text in (found[0].zh, found[0].en))


def test_a_range_holds_both_its_ends_and_nothing_that_is_no_number() -> None:
    assert 1 in Range(1, 2)
    assert 2 in Range(1, 2)
    no_number = float("nan")
    assert no_number not in Range(1, 2)
    assert 10**400 not in Range(1, 2)
