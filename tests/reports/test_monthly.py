"""The first two and the last two of a month, ties open (E03)."""

from collections.abc import Mapping

from server.domain.opinion.commands import Rate
from server.reports import monthly
from server.reports.report import Share, TooFew
from server.reports.texts import TIED
from tests.builders import Story, with_figures
from tests.reports.lived import table


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
    assert listed(story, "bottom") == [(1, "s4", False), (2, "s2", True), (2, "s3", True)]


def test_too_few_rated_make_no_rank_and_no_place() -> None:
    story = a_month(3, {"1": (5, 5, 5), "2": (1, 1)})
    assert [line["rank"] for line in table(story, monthly, "rates")] == [1, TooFew(n=2, minimum=3)]
    assert listed(story, "top") == listed(story, "bottom") == [(1, "s1", False)]


def test_thirds_tie_whatever_they_are_of() -> None:
    tenth, fraction = Share(k=1, n=3), Share(k=10, n=30)
    assert monthly.places({"a": tenth, "b": fraction}, best_first=True) == {"a": 1, "b": 1}
