"""Clerks are compared business by business, and ranked only with enough."""

from server.reports import counters
from server.reports.report import Share, TooFew
from tests.builders import Story, with_figures
from tests.reports.lived import table


def two_clerks(minimum: int) -> Story:
    story = Story("1", "2", config=with_figures(rated_minimum=minimum))
    for counter, lengths in (("1", (100, 200, 300)), ("2", (60, 60))):
        for seconds in lengths:
            story.issue()
            story.serve(counter, seconds=seconds)
    return story


def test_median_and_quartiles_come_with_n_and_the_halls_own() -> None:
    first, second = table(two_clerks(30), counters, "by_clerk")
    assert (first["staff"], first["n"], first["median"], first["q1"], first["q3"]) == ("s1", 3, 200, 150, 250)
    assert (second["hall_n"], second["hall_median"]) == (5, 100)


def test_the_standard_is_met_to_the_second() -> None:
    first, second = table(two_clerks(30), counters, "by_counter")
    assert first["in_standard"] == Share(k=1, n=3)  # 180 s
    assert second["in_standard"] == Share(k=2, n=2)


def test_too_few_make_no_rank() -> None:
    assert [line["rank"] for line in table(two_clerks(3), counters, "by_clerk")] == [
        1,
        TooFew(n=2, minimum=3),
    ]
    assert [line["rank"] for line in table(two_clerks(2), counters, "by_clerk")] == [2, 1]
