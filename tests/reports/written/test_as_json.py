"""Cells as pages get them, and where the events behind a row are."""

from datetime import UTC, date, datetime

import pytest

from server.domain.text import Text
from server.reports import waits
from server.reports.period import period_of
from server.reports.report import Cell, Share, TooFew, tables
from server.reports.written.as_json import ShareCell, cell_json, events_link, tables_json
from tests.reports.conftest import BusyHall

WEEK = period_of("week", date(2026, 3, 2), "Asia/Shanghai")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (None, None),
        (3, 3),
        (True, True),
        (Text("甲", "a"), Text("甲", "a")),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 1, tzinfo=UTC), "2026-03-02T01:00:00Z"),
        (Share(k=1, n=2, minimum=3), ShareCell(k=1, n=2, value=0.5, minimum=3, enough=False)),
        (TooFew(n=2, minimum=3), TooFew(n=2, minimum=3)),
    ],
)
def test_a_cell_says_all_it_knows(cell: Cell, told: object) -> None:
    assert cell_json(cell) == told


def test_a_row_of_one_day_opens_that_day_and_others_their_period() -> None:
    assert events_link({"counter": "1"}, WEEK) == "/api/events?period=week&date=2026-03-02&counter=1"
    assert events_link({"date": "2026-03-04"}, WEEK) == "/api/events?period=day&date=2026-03-04"
    assert events_link({}, WEEK) == ""


def test_every_row_has_every_column(busy: BusyHall) -> None:
    period = busy.period()
    for table in tables_json(tables(waits, busy.past, period, busy.config), period):
        assert table.rows
        for row in table.rows:
            assert list(row.cells) == [c.id for c in table.columns]
