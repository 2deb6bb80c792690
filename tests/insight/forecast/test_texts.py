"""What a forecast says of days."""

from chinese_calendar import Holiday

from server.insight.forecast.texts import HOLIDAYS, WEEKDAYS


def test_every_holiday_of_the_calendar_has_its_name() -> None:
    usual = {one.value for one in Holiday} - {"Anti-Fascist 70th Day"}
    assert usual == set(HOLIDAYS)
    assert len(WEEKDAYS) == 7
