"""A hall that never closes: board, chart and reports count the same day, the one on the hall's wall (C08)."""

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.reports import counters, out_of_order, remedies, waits
from server.reports.through_the_day.series import points
from tests.builders import Story, a_config
from tests.reports.lived import past, table, today

OPEN = a_config(hours=None)


def over_midnight() -> Story:
    """Three take numbers before midnight, one after; two are called before it and two after."""
    story = Story("1", config=OPEN).at("23:50")
    story.issue_many(3, every=0)
    for _ in range(2):
        story.serve("1", seconds=60)
    story.later(minutes=10)
    story.do(c.TurnDay())
    story.issue()
    for _ in range(2):
        story.serve("1", seconds=60)
    return story


def on_the_board(hall: Hall) -> tuple[int, int]:
    tallies = hall.tallies.values()
    return sum(t.called for t in tallies), sum(t.finished for t in tallies)


def test_after_midnight_all_count_what_happened_since_and_the_chart_forgets_no_call() -> None:
    story = over_midnight()
    called, finished = on_the_board(story.hall)
    assert (called, finished) == (2, 2)
    assert len(points(past(story), today(story))) == called
    assert table(story, waits, "by_service")[-1]["n"] == called
    assert [row["day"] for row in table(story, waits, "by_day")] == [story.hall.day]
    assert table(story, out_of_order, "summary")[0]["calls"] == called
    assert table(story, counters, "by_counter")[0]["served"] == finished


def test_the_day_before_keeps_what_happened_in_it_and_no_more() -> None:
    story = over_midnight()
    yesterday = today(story).first.fromordinal(today(story).first.toordinal() - 1)
    before = today(story).__class__(kind="day", first=yesterday, last=yesterday)
    assert len(points(past(story), before)) == 2


def test_a_remedy_counts_on_the_day_on_which_it_was_due() -> None:
    story = over_midnight()
    assert table(story, remedies, "summary") == []
