"""The figures a hall starts with are those of the field's documents, and each is stated whole."""

from dataclasses import fields

import pytest

from server.domain.config.changes.values import number_text
from server.domain.config.figures import FIGURE_BOUNDS, FIGURES, Figures
from server.domain.config.soundness.bound_rules import FIELDS
from server.domain.config.soundness.soundness import problems
from tests.builders import a_config, with_figures

UNITS = {"s", "ms", "count", "%", "fen", "bool", "text"}
NUMBERS = [f.name for f in fields(Figures) if type(f.default) in (int, float)]


def test_the_defaults_are_the_documents_own() -> None:
    figures = Figures()
    assert (figures.wait_goal_seconds, figures.remedy_threshold_seconds) == (600, 1200)
    assert (figures.priority_head_start_seconds, figures.priority_run_limit) == (600, 2)
    assert (figures.max_recall, figures.max_requeue) == (3, 1)
    assert (figures.requeue_tolerance, figures.requeue_after) == (5, 3)
    assert figures.confirm_arrival


def test_a_hall_can_run_on_the_defaults() -> None:
    assert problems(a_config(figures=Figures())) == []


def test_every_figure_has_its_unit_its_source_row_and_words_in_both_languages() -> None:
    assert list(FIGURES) == [f.name for f in fields(Figures)]
    for known in FIGURES.values():
        assert known.unit in UNITS
        assert known.row
        assert known.text.zh
        assert known.text.en


@pytest.mark.parametrize("name", FIGURES)
def test_a_unit_fits_the_figures_kind(name: str) -> None:
    known, value = FIGURES[name], getattr(Figures(), name)
    assert (known.unit == "bool") == isinstance(value, bool)
    assert (known.unit == "text") == isinstance(value, str)
    assert (known.unit == "%") == isinstance(value, float)


@pytest.mark.parametrize("name", [name for name, known in FIGURES.items() if known.unit == "text"])
def test_a_figure_in_letters_offers_its_values_in_words_and_the_usual_one_among_them(name: str) -> None:
    choices = FIGURES[name].choices
    assert getattr(Figures(), name) in {choice.value for choice in choices}
    assert all(choice.text.zh and choice.text.en for choice in choices)
    assert all(problems(with_figures(**{name: choice.value})) == [] for choice in choices)


def test_no_number_is_without_its_bounds() -> None:
    assert list(FIGURE_BOUNDS) == NUMBERS
    assert all(getattr(Figures(), name) in FIGURE_BOUNDS[name] for name in NUMBERS)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_figure_beyond_its_bounds_is_refused_with_the_bound_at_its_place_and_never_by_its_code(
    name: str,
) -> None:
    """C09, C10 and their kind."""
    bound = FIGURE_BOUNDS[name]
    for figure, end in ((10**15, bound.most), (bound.most + 1, bound.most), (bound.least - 1, bound.least)):
        found = [p for p in problems(with_figures(**{name: figure})) if p.where == f"figures.{name}"]
        assert found
        said = number_text(FIELDS[f"figures.{name}"], end)
        assert (said.zh in found[0].zh, said.en in found[0].en) == (True, True)
        assert name not in found[0].zh + found[0].en
