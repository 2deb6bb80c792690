"""The times of a day, who is expected, one's own: what is seen of appointments."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from server.domain.appointments import commands as ac
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.text import Text
from server.domain.views.guides.appointments import appointment_view, bookable_day, expected_on
from tests.builders import MORNING, ZONE, Story, a_config
from tests.domain.appointments.test_rules import SLOT, booked, story

TODAY = date(2026, 3, 2)


def test_a_day_has_the_businesses_that_are_booked_with_the_room_there_is_left() -> None:
    today = story()
    shown = bookable_day(today.hall, today.now)
    assert (shown.day, len(shown.days)) == (TODAY, 8)
    (change,) = shown.services
    assert change.slots[0].at == SLOT  # those that have begun are over
    assert change.slots[0].free == 1
    booked(today)
    assert bookable_day(today.hall, today.now).services[0].slots[0].free == 0
    assert bookable_day(today.hall, today.now, TODAY + timedelta(days=30)).services[0].slots == ()


def test_who_is_expected_is_listed_by_time_with_what_became_of_it() -> None:
    today = story()
    later, first = booked(today, SLOT + timedelta(hours=1)), booked(today)
    booked(today, SLOT + timedelta(days=1))
    today.at("09:20").do(ac.CheckIn(code=first))
    one, two = expected_on(today.hall, TODAY)
    assert (one.code, one.standing, one.number) == (first, "checked_in", "C001")
    assert (two.code, two.standing, two.number) == (later, "booked", "")
    assert today.numbered("C001").booked_for == SLOT
    assert today.ticket(today.issue("change")).booked_for is None


@pytest.mark.row("B06")
def test_booked_on_10_july_at_ten_an_ignition_is_due_on_12_july_at_ten() -> None:
    services = tuple(
        replace(s, entry=CatalogueEntry(booked=True, due_hours=48) if s.id == "change" else s.entry)
        for s in a_config().services
    )
    today = Story(config=a_config(services=services)).later(days=130).at("10:00")
    free = bookable_day(today.hall, today.now, date(2026, 7, 11)).services[0].slots[0]
    code = booked(today, free.at)
    due = appointment_view(today.hall, today.hall.appointments.booked[code]).due
    assert due is not None
    assert due.astimezone(ZONE).strftime("%m-%d %H:%M") == "07-12 10:00"


@pytest.mark.row("B06")
@pytest.mark.row("K05")
def test_a_booking_promised_within_two_days_says_until_when_and_offers_no_time_behind_it() -> None:
    warning = Text("严禁自行接通燃气", "Never connect the gas yourself")
    ignition = CatalogueEntry(booked=True, due_hours=48, key_points=(warning,))
    services = tuple(replace(s, entry=ignition if s.id == "change" else s.entry) for s in a_config().services)
    today = Story(config=a_config(services=services))
    code = booked(today)
    seen = appointment_view(today.hall, today.hall.appointments.booked[code])
    assert seen.due == MORNING + timedelta(hours=48)
    assert seen.key_points == (warning,)
    last = bookable_day(today.hall, today.now, TODAY + timedelta(days=2)).services[0].slots[-1]
    assert last.at == MORNING + timedelta(hours=48)
    assert bookable_day(today.hall, today.now, TODAY + timedelta(days=3)).services[0].slots == ()
    assert (
        today.refused(ac.BookAppointment(service="change", slot=last.at + timedelta(minutes=30)))
        == "no_such_slot"
    )


def test_one_s_own_says_when_to_come_and_that_it_can_be_given_up() -> None:
    today = story()
    code = booked(today)
    mine = appointment_view(today.hall, today.hall.appointments.booked[code])
    assert (mine.opens, mine.closes) == (SLOT - timedelta(minutes=30), SLOT + timedelta(minutes=10))
    assert (mine.may_cancel, mine.due, mine.number) == (True, None, "")
    today.do(ac.CancelAppointment(code=code))
    assert not appointment_view(today.hall, today.hall.appointments.booked[code]).may_cancel
