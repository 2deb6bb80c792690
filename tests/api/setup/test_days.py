"""What the days of a draft would be like, as the set-up page shows a month."""

from datetime import date

from server.api.setup.days import days_shown
from server.domain.config.pieces.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.text import Text
from tests.builders import a_config
from tests.hall_here import HereHall
from tests.hall_made import bearer

USUAL, SHORT, WORKED = (
    Hours(opens=o, closes=c) for o, c in (("08:30", "17:00"), ("09:00", "12:00"), ("08:30", "16:00"))
)
HALL = a_config(
    hours=USUAL,
    lunch=Break(begins="12:00", ends="13:00"),
    weekdays=(Weekday(weekday=6, hours=SHORT), Weekday(weekday=7)),
    special_days=(
        SpecialDay(day=date(2026, 10, 1), name=Text("国庆节", "National Day")),
        SpecialDay(day=date(2026, 10, 10), name=Text("补班", "Working day"), hours=WORKED),
    ),
)


def test_a_special_day_beats_the_weekday_and_that_the_usual_hours() -> None:
    days = {one.day.day: one for one in days_shown(HALL, date(2026, 10, 1), 31)}
    assert len(days) == 31
    assert (days[1].why, days[1].hours, days[1].name.zh, days[1].ordinary) == (
        "special",
        None,
        "国庆节",
        USUAL,
    )
    assert (days[10].why, days[10].hours, days[10].ordinary) == ("special", WORKED, SHORT)
    assert (days[17].why, days[17].hours) == ("weekday", SHORT)
    assert (days[18].why, days[18].hours) == ("weekday", None)
    assert (days[19].why, days[19].hours) == ("usual", USUAL)


def test_lunch_is_only_what_lies_within_the_hours_of_the_day() -> None:
    days = {one.day.day: one for one in days_shown(HALL, date(2026, 10, 17), 3)}
    assert [days[n].lunch for n in (17, 18, 19)] == [None, None, Break(begins="12:00", ends="13:00")]


def test_a_hall_without_hours_is_open_round_the_clock() -> None:
    [day] = days_shown(a_config(hours=None), date(2026, 10, 19), 1)
    assert (day.hours, day.lunch, day.ordinary) == ("always", None, "always")


async def test_the_page_asks_for_the_days_of_a_draft_half_typed_too(hall: HereHall) -> None:
    config = (await hall.http.get("/api/setup", headers=bearer(hall.admin))).json()["config"]
    asked = {
        "config": {**config, "hours": {"opens": "8:3", "closes": "17:00"}},
        "first": "2026-10-19",
        "days": 1,
    }
    answer = await hall.http.post("/api/setup/days", json=asked, headers=bearer(hall.admin))
    assert answer.json()[0]["hours"] == {"opens": "8:3", "closes": "17:00"}
    crooked = {**asked, "config": {**config, "hours": "late"}}
    answer = await hall.http.post("/api/setup/days", json=crooked, headers=bearer(hall.admin))
    assert (answer.status_code, answer.json()["code"]) == (409, "config_invalid")
    clerk = bearer(hall.token("clerk"))
    assert (await hall.http.post("/api/setup/days", json=asked, headers=clerk)).status_code == 403
