"""Today beside what is supposed, as it goes over the wire."""

from datetime import UTC, datetime

from pydantic_core import to_json

from server.domain.views.overview.what_if import Beside, Compared, LineBeside, SpanAhead


def test_it_is_written_with_both_figures_and_the_interval_of_their_difference() -> None:
    same = Beside(now=3.0, then=5.0, low=1.0, high=4.0)
    line = LineBeside(queue="", in_time=same, over=same, longest=same, waiting=same)
    compared = Compared(
        at=datetime(2026, 3, 2, tzinfo=UTC),
        threshold_seconds=1200.0,
        spans=(SpanAhead(minutes=30, all=line, queues=()),),
        comers=4.5,
        learned=False,
    )
    assert b'"in_time":{"now":3.0,"then":5.0,"low":1.0,"high":4.0}' in to_json(compared)
