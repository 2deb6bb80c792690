"""Days, weeks and months by the hall's own wall."""

from datetime import UTC, date, datetime

import pytest

from server.reports.period import Period, period_of

SHANGHAI = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        ("day", date(2024, 7, 2), date(2024, 7, 2), date(2024, 7, 2)),
        ("week", date(2024, 7, 7), date(2024, 7, 1), date(2024, 7, 7)),  # a Sunday
        ("month", date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(2024, 12, 31), date(2024, 12, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_is_the_one_its_day_lies_in(kind: str, day: date, first: date, last: date) -> None:
    assert period_of(kind, day, SHANGHAI) == Period(kind=kind, first=first, last=last, timezone=SHANGHAI)


def test_a_day_begins_at_the_halls_midnight_and_ends_before_the_next() -> None:
    period = period_of("day", date(2024, 7, 2), SHANGHAI)
    assert period.start == datetime(2024, 7, 1, 16, tzinfo=UTC)
    assert period.end == datetime(2024, 7, 2, 16, tzinfo=UTC)
    assert period.day_of(period.start) == date(2024, 7, 2)
    assert period.day_of(period.end) == date(2024, 7, 3)
    assert period.read_until > period.end
