"""The first two and the last two of a month, ties open (E03)."""

from collections.abc import Mapping

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from server.domain.opinion.commands import Rate
from server.domain.text import Text
from server.reports import monthly, opening_texts
from server.reports.report import Share, TooFew
from server.reports.texts import TIED
from tests.builders import Story, with_figures
from tests.reports.lived import table, told


def a_month(minimum: int, levels: Mapping[str, tuple[int, ...]]) -> Story:
    """Each counter's clerk and how he or she was rated."""
    story = Story(*levels, config=with_figures(rated_minimum=minimum))
    for counter, given in levels.items():
        for level in given:
            story.issue("bill" if counter in "123" else "change")
            story.serve(counter, seconds=1)
            asked = story.hall.opinion.evaluations[counter].id
            story.do(Rate(counter=counter, evaluation=asked, level=level))
    return story


FIVE = {"1": (5, 5, 5), "2": (5, 5, 1), "3": (4, 4, 2), "4": (1, 1, 1)}


def listed(story: Story, sheet: str) -> list[tuple[object, ...]]:
    return [(x["place"], x["staff"], x["note"] == TIED) for x in table(story, monthly, sheet)]


def test_a_tie_at_the_edge_lists_both_and_says_so() -> None:
    story = a_month(3, FIVE)
    assert listed(story, "top") == [(1, "s1", False), (2, "s2", True), (2, "s3", True)]
    assert listed(story, "bottom") == [(1, "s4", False)]  # who shares the second place is no last one
    assert notes(story)["bottom"] == opening_texts.MONTHLY["some_on_top"]


def notes(story: Story) -> Mapping[str, Text]:
    return monthly.notes(told(story, monthly))


@pytest.mark.parametrize(
    ("levels", "why"),
    [
        ({"1": (5, 5, 5), "2": (1, 1, 1)}, "too_few_ranked"),
        ({"1": (5, 5, 5), "2": (4, 4, 1), "3": (1, 1, 1)}, "too_few_ranked"),
        ({"1": (5, 5, 5), "2": (5, 5, 5), "3": (5, 5, 5), "4": (4, 4, 4)}, "all_on_top"),
    ],
)
def test_nobody_is_among_the_best_and_the_worst(levels: dict[str, tuple[int, ...]], why: str) -> None:
    """E03: a list of blame was made of the best where only two had enough ratings."""
    story = a_month(3, levels)
    assert listed(story, "bottom") == []
    assert notes(story)["bottom"].zh[:4] == opening_texts.MONTHLY[why].zh[:4]


@whatever(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.integers(0, 4), st.integers(4, 6))))
def test_whatever_the_rates_first_and_last_share_nobody(rates: dict[str, tuple[int, int]]) -> None:
    shares = {staff: Share(k=k, n=n) for staff, (k, n) in rates.items()}
    best = {staff for staff, place in monthly.places(shares, best_first=True).items() if place <= 2}
    assert not best & monthly.last(shares).keys()
    assert len(shares) >= 4 or not monthly.last(shares)


def test_too_few_rated_make_no_rank_and_no_place() -> None:
    story = a_month(3, {"1": (5, 5, 5), "2": (1, 1)})
    assert [line["rank"] for line in table(story, monthly, "rates")] == [1, TooFew(n=2, minimum=3)]
    assert listed(story, "top") == [(1, "s1", False)]
    assert listed(story, "bottom") == []


def test_thirds_tie_whatever_they_are_of() -> None:
    tenth, fraction = Share(k=1, n=3), Share(k=10, n=30)
    assert monthly.places({"a": tenth, "b": fraction}, best_first=True) == {"a": 1, "b": 1}
