"""What holds for the figures of any group."""

from dataclasses import fields

from server.domain.config.figure import Group
from server.domain.config.figures import FIGURES


def assert_of(group: Group, figures: type) -> None:
    """The room holds its group and all of it, each with a source and a usual value within its ends."""
    held = {field.name: field for field in fields(figures)}
    assert set(held) == {name for name, known in FIGURES.items() if known.group == group}
    for name, field in held.items():
        known = FIGURES[name]
        assert known.row
        assert known.ends is None or known.ends.least <= field.default <= known.ends.most, name
        assert not known.choices or field.default in {choice.value for choice in known.choices}, name
