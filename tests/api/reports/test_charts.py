"""What the manager's board draws."""

from tests.api.reports.test_reports import got
from tests.hall_here import HandClock, HereHall


async def test_today_s_customers_are_counted_anew_every_few_minutes(hall: HereHall, hand: HandClock) -> None:
    path = "/api/reports/forecast/today"
    await hall.issue()
    assert (await got(hall, path))["came"] == 1
    await hall.issue()
    assert (await got(hall, path))["came"] == 1
    hand.move(minutes=3)
    today = await got(hall, path)
    assert (today["came"], today["date"]) == (2, "2026-03-02")
