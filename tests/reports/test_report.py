"""What tables are made of."""

from server.reports import waits
from server.reports.period import period_of
from server.reports.report import Share, mean, median, tables
from server.visits.past import Past
from tests.builders import a_config
from tests.reports.conftest import BusyHall
from tests.reports.lived import a_database


def test_a_share_of_nothing_is_no_number() -> None:
    assert Share(k=0, n=0).value is None
    assert Share(k=1, n=4).value == 0.25


def test_a_share_below_its_minimum_says_so() -> None:
    assert not Share(k=8, n=12, minimum=30).enough
    assert Share(k=28, n=30, minimum=30).enough


def test_few_make_no_share_where_the_hall_says_nothing_of_how_many_are_few() -> None:
    assert not Share(k=9, n=9).enough
    assert Share(k=9, n=10).enough
    assert Share(k=3, n=5, minimum=5).enough


def test_rows_stand_in_their_own_tables_in_order(busy: BusyHall) -> None:
    period = busy.period()
    found = tables(waits, busy.past, period, busy.config)
    assert [t.sheet for t in found] == list(waits.columns())
    assert all(row.sheet == table.sheet.id for table in found for row in table.rows)


def test_no_events_make_empty_tables() -> None:
    period = period_of("day", a_config().ladders[0].valid_from, "Asia/Shanghai")
    assert [t.rows for t in tables(waits, Past(a_database(), ["hall"]), period, a_config())] == [()] * 4


def test_nothing_has_no_median_and_no_mean() -> None:
    assert (median([]), mean([])) == (None, None)


def test_the_mean_is_the_sum_by_n() -> None:
    assert mean([1, 2, 6]) == 3
