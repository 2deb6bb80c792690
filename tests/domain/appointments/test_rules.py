"""Book, come, be early, be late: what becomes of an appointment (Q22)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.appointments import commands as ac
from server.domain.appointments.nouns import Standing
from server.domain.appointments.rules import lapsed
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled
from tests.builders import MORNING, ZONE, Story, a_config, names

SLOT = MORNING + timedelta(minutes=30)  # 09:30
HEAD_START = timedelta(seconds=600)
LATE = timedelta(seconds=600)


def story(*working: str) -> Story:
    services = tuple(replace(s, entry=CatalogueEntry(booked=s.id == "change")) for s in a_config().services)
    return Story(*working, config=a_config(services=services))


def booked(today: Story, slot: datetime = SLOT) -> str:
    today.do(ac.BookAppointment(service="change", slot=slot, by="li"))
    return next(reversed(today.hall.appointments.booked))


@pytest.mark.row("Q22")
def test_who_checks_in_before_the_slot_is_called_by_it_and_waits_from_it() -> None:
    today = story()
    code = booked(today)
    today.at("09:05")
    longer = today.issue("change")
    today.at("09:22")
    shorter = today.issue("change")
    assert names(today.at("09:24").do(ac.CheckIn(code=code, by="kiosk-1")))[-1] == "AppointmentKept"
    came = today.numbered("C003")
    assert (came.came, came.channel) == ("appointment", "appointment")
    assert came.wait_at(today.now) == timedelta(0)
    today.do(c.OpenCounter(counter="4", staff="s4"))
    today.at("09:33")
    order = [today.serve("4", seconds=1) for _ in range(3)]
    assert order == [today.ticket(t).number for t in (longer, came.id, shorter)]
    call = next(e for e in today.log if isinstance(e, TicketCalled) and e.ticket == came.id)
    assert call.reason.zh.startswith("预约")
    assert call.waited_seconds == 181  # from the slot, the first one's second included


@pytest.mark.row("B06")
def test_a_time_is_promised_to_as_many_as_have_room() -> None:
    today = story()
    code = booked(today)
    assert today.refused(ac.BookAppointment(service="change", slot=SLOT)) == "slot_full"
    today.do(ac.CancelAppointment(code=code, by="li"))
    assert booked(today) != code
    assert today.refused(ac.CancelAppointment(code=code)) == "not_booked"


@pytest.mark.parametrize(
    ("service", "slot", "why"),
    [
        ("bill", SLOT, "not_by_appointment"),
        ("nowhere", SLOT, "unknown_service"),
        ("change", SLOT + timedelta(minutes=7), "no_such_slot"),
        ("change", SLOT - timedelta(hours=1), "no_such_slot"),
        ("change", SLOT + timedelta(days=30), "no_such_slot"),
    ],
)
def test_no_other_time_can_be_booked(service: str, slot: datetime, why: str) -> None:
    assert story().refused(ac.BookAppointment(service=service, slot=slot)) == why


def test_too_early_and_too_late_are_told_with_what_to_do() -> None:
    today = story()
    code = booked(today, SLOT + timedelta(hours=1))
    assert today.refused(ac.CheckIn(code=code)) == "too_early"
    today.at("10:39")
    assert today.refused(ac.CheckIn(code="nonsense")) == "unknown_appointment"
    today.at("10:41")
    assert today.refused(ac.CheckIn(code=code)) == "appointment_over"


def test_who_does_not_come_is_not_expected_any_more_and_once() -> None:
    today = story()
    code = booked(today)
    today.at("09:40")
    assert lapsed(today.hall, today.now) == ()
    today.at("09:41")
    assert names(today.do(ac.LapseAppointments())) == ["AppointmentMissed"]
    assert today.do(ac.LapseAppointments()) == ()
    assert today.hall.appointments.booked[code].standing is Standing.MISSED
    assert today.refused(ac.CheckIn(code=code)) == "not_booked"


def test_one_appointment_is_one_number() -> None:
    today = story()
    code = booked(today)
    today.at("09:25").do(ac.CheckIn(code=code))
    assert today.refused(ac.CheckIn(code=code)) == "not_booked"
    assert today.hall.appointments.booked[code].ticket == today.numbered("C001").id


def test_in_a_hall_that_is_shut_nobody_checks_in_and_nothing_is_lost() -> None:
    today = story()
    code = booked(today, MORNING.astimezone(ZONE).replace(hour=16) + timedelta(days=0))
    today.at("16:35")
    assert today.refused(ac.CheckIn(code=code)) in ("hall_closed", "appointment_over")
    assert today.hall.appointments.booked[code].standing is Standing.BOOKED


@settings(max_examples=40)
@given(
    gaps=st.lists(st.integers(1, 300), min_size=4, max_size=12),
    early=st.lists(st.integers(-600, 600), min_size=1, max_size=4),
)
def test_appointments_pass_nobody_who_has_waited_longer_than_the_head_start_and_the_grace(
    gaps: list[int], early: list[int]
) -> None:
    today = story()
    ordinary = []
    slots = [SLOT + timedelta(minutes=30 * n) for n in range(len(early))]
    late = [timedelta(seconds=seconds) for seconds in early]
    codes = {booked(today, slot): slot + by for slot, by in zip(slots, late, strict=True)}
    for gap in gaps:
        today.later(seconds=gap)
        ordinary.append(today.ticket(today.issue("change")))
    came = []
    for code, at in sorted(codes.items(), key=lambda pair: pair[1]):
        today.now = max(today.now, at)
        if any(code == a.code for a in lapsed(today.hall, today.now)):
            continue
        today.do(ac.CheckIn(code=code))
        came.append(today.hall.appointments.booked[code].ticket)
    today.do(c.OpenCounter(counter="4", staff="s4"))
    order = [today.serve("4", seconds=0) for _ in (*ordinary, *came)]
    for ticket in ordinary:
        ahead = set(order[: order.index(ticket.number)])
        for other in (today.ticket(t) for t in came):
            if other.number in ahead and other.issued_at > ticket.issued_at:
                assert other.issued_at - ticket.issued_at <= HEAD_START + LATE
