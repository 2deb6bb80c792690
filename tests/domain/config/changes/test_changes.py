"""Differences between set-ups, and two people's changes made one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.config.changes.changes import BothChanged, Change, differences, merged
from server.domain.config.config import HallConfig
from server.domain.text import Text
from tests.builders import COUNTERS, SERVICES, ZONES, a_config, with_figures

BASE = a_config()


def renamed(n: int, name: str) -> HallConfig:
    changed = replace(SERVICES[n], name=Text(name, name))
    return a_config(services=(*SERVICES[:n], changed, *SERVICES[n + 1 :]))


def paths(old: HallConfig | None, new: HallConfig) -> list[str]:
    return [change.path for change in differences(old, new)]


def test_a_hall_that_is_the_same_has_no_differences() -> None:
    assert differences(BASE, a_config()) == ()
    assert differences(None, BASE) == ()


def test_a_difference_names_the_piece_and_both_values() -> None:
    (change,) = differences(BASE, renamed(0, "Bills"))
    assert change == Change(
        path=f"services[{SERVICES[0].id}].name",
        before=f'{{"zh": "{SERVICES[0].name.zh}", "en": "{SERVICES[0].name.en}"}}',
        after='{"zh": "Bills", "en": "Bills"}',
    )


def test_what_is_new_or_gone_has_one_side_only() -> None:
    fewer = a_config(counters=COUNTERS[:-1])
    (gone,), (new,) = differences(BASE, fewer), differences(fewer, BASE)
    assert gone.path == new.path == "counters[6]"
    assert gone.after == new.before == ""
    assert gone.before == new.after


def test_another_order_is_a_difference() -> None:
    assert paths(BASE, a_config(counters=COUNTERS[::-1])) == ["counters"]


def test_hours_that_come_and_go_are_whole() -> None:
    assert paths(BASE, a_config(hours=None)) == ["hours"]


def test_changes_of_different_pieces_go_together() -> None:
    together = merged(BASE, renamed(0, "X"), renamed(1, "Y"))
    assert [s.name.zh for s in together.services[:2]] == ["X", "Y"]


def test_changes_of_different_fields_of_one_item_go_together() -> None:
    ours = a_config(counters=(replace(COUNTERS[0], floating=True), *COUNTERS[1:]))
    theirs = a_config(counters=(replace(COUNTERS[0], profile="all"), *COUNTERS[1:]))
    first = merged(BASE, ours, theirs).counters[0]
    assert (first.floating, first.profile) == (True, "all")


def test_the_same_change_by_both_is_no_quarrel() -> None:
    assert merged(BASE, renamed(0, "X"), renamed(0, "X")) == renamed(0, "X")


def test_the_same_piece_changed_differently_is() -> None:
    with pytest.raises(BothChanged) as both:
        merged(BASE, renamed(0, "X"), renamed(0, "Y"))
    assert both.value.path == f"services[{SERVICES[0].id}].name"


def test_what_one_takes_out_and_the_other_changes_is_a_quarrel() -> None:
    gone = a_config(services=SERVICES[1:])
    for ours, theirs in ((gone, renamed(0, "X")), (renamed(0, "X"), gone)):
        with pytest.raises(BothChanged):
            merged(BASE, ours, theirs)


def test_in_a_quarrel_who_wins_keeps_the_piece_and_all_else_goes_together() -> None:
    ours, theirs = (
        with_figures(max_recall=4, undo_seconds=20),
        with_figures(max_recall=5, wait_goal_seconds=700),
    )
    for wins, left in (("ours", 4), ("theirs", 5)):
        figures = merged(BASE, ours, theirs, wins).figures  # type: ignore[arg-type]
        assert (figures.max_recall, figures.undo_seconds, figures.wait_goal_seconds) == (left, 20, 700)
    gone, paid = a_config(services=SERVICES[1:]), renamed(0, "x")
    assert SERVICES[0].id not in merged(BASE, gone, paid, "ours").service
    assert merged(BASE, gone, paid, "theirs").service[SERVICES[0].id].name.zh == "x"


def test_what_both_add_is_all_there_and_what_one_takes_out_is_gone() -> None:
    seven, eight = (replace(COUNTERS[0], id=i) for i in "78")
    ours = a_config(counters=(*COUNTERS[1:], seven))
    theirs = a_config(counters=(*COUNTERS, eight))
    assert {c.id for c in merged(BASE, ours, theirs).counters} == set("2345678")


figures = st.builds(
    lambda recall, goal, phone, zones, shift: replace(
        with_figures(max_recall=recall, wait_goal_seconds=goal),
        phone=phone,
        zones=ZONES[:zones],
        services=SERVICES[shift:] + SERVICES[:shift],
    ),
    st.integers(3, 5),
    st.sampled_from([600, 660]),
    st.sampled_from(["", "1"]),
    st.integers(1, len(ZONES)),
    st.integers(0, 1),
)


@given(base=figures, ours=figures, theirs=figures)
def test_a_merge_has_every_change_of_both_or_is_refused(
    base: HallConfig, ours: HallConfig, theirs: HallConfig
) -> None:
    try:
        together = merged(base, ours, theirs)
    except BothChanged:
        return
    for mine, other in ((ours, theirs), (theirs, ours)):
        for change in differences(base, mine):
            if change.path not in [c.path for c in differences(base, other)]:
                assert change.path not in paths(mine, together)


@given(base=figures, ours=figures)
def test_alone_everybody_gets_what_they_want(base: HallConfig, ours: HallConfig) -> None:
    assert merged(base, ours, base) == ours
    assert merged(base, base, ours) == ours
