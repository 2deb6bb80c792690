"""What is known of a figure."""

from server.domain.config.figure import GROUPS, Figure, Group, figure
from server.domain.form import Range


def test_a_range_holds_both_its_ends_and_nothing_that_is_no_number() -> None:
    assert 1 in Range(1, 2)
    assert 2 in Range(1, 2)
    no_number = float("nan")
    assert no_number not in Range(1, 2)
    assert 10**400 not in Range(1, 2)


def test_a_figure_bears_its_usual_value_and_everything_said_of_it() -> None:
    made = figure(5, "s", row="Q01", group=Group.WAITS, ends=(1, 9), zh="等", en="Wait")
    known = made.metadata["figure"]
    assert made.default == 5
    assert isinstance(known, Figure)
    assert (known.unit, known.row, known.group, known.ends) == ("s", "Q01", Group.WAITS, Range(1, 9))
    assert (known.text.zh, known.text.en) == ("等", "Wait")


def test_every_group_has_its_name_in_both_languages() -> None:
    assert list(GROUPS) == list(Group)
    assert all(text.zh and text.en for text in GROUPS.values())
