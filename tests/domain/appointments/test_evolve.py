"""What each event of appointments makes of the hall, and what a new day leaves."""

from datetime import timedelta
from functools import reduce

from server.domain.appointments import commands as ac
from server.domain.evolve import evolve
from server.domain.hall import Hall
from tests.domain.appointments.test_rules import SLOT, booked, story


def test_the_log_alone_rebuilds_who_is_expected() -> None:
    today = story()
    first, second = booked(today), booked(today, SLOT + timedelta(minutes=30))
    today.do(ac.CancelAppointment(code=second, by="li"))
    today.at("09:30").do(ac.CheckIn(code=first))
    assert reduce(evolve, today.log, Hall()) == today.hall


def test_a_new_day_forgets_yesterday_s_and_keeps_those_to_come() -> None:
    today = story()
    booked(today)
    tomorrow = booked(today, SLOT + timedelta(days=1))
    today.later(days=1).issue()
    assert list(today.hall.appointments.booked) == [tomorrow]
