"""What a figure can be narrowed down by, and what it is of."""

from dataclasses import fields

from server.reports.drilling.grains import GRAINS, NARROWED, Counted, misplaced


def test_a_figure_is_narrowed_down_only_by_what_it_can_be() -> None:
    """A condition on a table that is not asked would multiply everything by everything."""
    assert misplaced(Counted(of="cases", level=3)) == ["level"]
    assert misplaced(Counted(of="called", staff="")) == ["staff"]
    assert misplaced(Counted(of="cases", leader="")) == []
    assert misplaced(Counted(of="noticed", way="pass", staff="li")) == ["staff"]
    assert {f.name for f in fields(Counted)} - {"of"} == NARROWED


def test_every_figure_has_a_moment_in_the_table_it_asks() -> None:
    assert all(grain.at.table is grain.table for grain in GRAINS.values())
