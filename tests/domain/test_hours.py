"""Opening hours by the clock on the hall's wall."""

from datetime import UTC, datetime

import pytest

from server.domain.hours import HoursView, hours_view, local
from tests.builders import a_config


@pytest.mark.parametrize(
    ("utc", "state"),
    [
        ((0, 29, 59), "not_yet_open"),
        ((0, 30, 0), "open"),
        ((8, 29, 59), "open"),
        ((8, 30, 0), "closed"),
        ((15, 59, 59), "closed"),
        ((16, 0, 0), "not_yet_open"),  # midnight in the hall
    ],
)
def test_the_hall_opens_and_closes_on_the_minute(utc: tuple[int, int, int], state: str) -> None:
    now = datetime(2026, 3, 2, *utc, tzinfo=UTC)
    assert hours_view(a_config(), now) == HoursView(state=state, opens="08:30", closes="16:30")


def test_a_hall_without_hours_never_closes() -> None:
    assert hours_view(a_config(hours=None), datetime(2026, 3, 2, 18, tzinfo=UTC)) == HoursView(state="open")


def test_the_days_date_is_the_halls_and_not_greenwichs() -> None:
    assert local(a_config(), datetime(2026, 3, 1, 16, 30, tzinfo=UTC)).date().isoformat() == "2026-03-02"
