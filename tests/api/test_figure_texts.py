"""Every figure is explained."""

from dataclasses import fields

from server.api.figure_texts import FIGURE_TEXTS
from server.domain.figures import Figures

UNITS = {"s", "ms", "count", "%", "fen", "bool", "text"}


def test_every_figure_has_its_unit_its_source_row_and_words_in_both_languages() -> None:
    assert list(FIGURE_TEXTS) == [f.name for f in fields(Figures)]
    for said in FIGURE_TEXTS.values():
        assert said.unit in UNITS
        assert said.row
        assert said.text.zh
        assert said.text.en


def test_a_unit_fits_the_figures_kind() -> None:
    usual = Figures()
    for name, said in FIGURE_TEXTS.items():
        value = getattr(usual, name)
        assert (said.unit == "bool") == isinstance(value, bool), name
        assert (said.unit == "text") == isinstance(value, str), name
        assert (said.unit == "%") == isinstance(value, float), name
