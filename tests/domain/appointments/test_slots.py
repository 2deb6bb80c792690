"""What can be booked: from the counters and the usual times, and most of it stays for who walks in."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from server.domain.appointments.nouns import Appointment, Standing
from server.domain.appointments.slots import Slot, slots_of
from server.domain.config.config import HallConfig
from server.domain.config.figures import Figures
from server.domain.config.pieces.calendar import Break
from server.domain.config.pieces.catalogue import CatalogueEntry
from tests.builders import MORNING, ZONE, a_config

TODAY = date(2026, 3, 2)


def config(*, share: float = 0.3, **changes: object) -> HallConfig:
    by_appointment = {"install", "change", "bill"}
    services = tuple(
        replace(s, entry=CatalogueEntry(booked=s.id in by_appointment)) for s in a_config().services
    )
    return a_config(services=services, figures=Figures(appointment_share=share), **changes)


def slots(config: HallConfig, service: str, *booked: Appointment, day: date = TODAY) -> tuple[Slot, ...]:
    return slots_of(config, config.service[service], day, booked, MORNING)


def wall(clock: str) -> datetime:
    return datetime.combine(TODAY, time.fromisoformat(clock), ZONE)


def booked(service: str, clock: str, standing: Standing = Standing.BOOKED) -> Appointment:
    at = wall(clock)
    return Appointment(
        code=f"{service}{clock}", service=service, slot=at, standing=standing, booked_at=at, booked_by="li"
    )


def free(shown: tuple[Slot, ...], clock: str) -> int:
    return next(s.free for s in shown if s.at == wall(clock))


def test_slots_begin_with_the_doors_end_with_them_and_leave_lunch_out() -> None:
    shown = slots(config(lunch=Break(begins="12:00", ends="13:15")), "change")
    clocks = [f"{s.at.astimezone(ZONE):%H:%M}" for s in shown]
    assert (clocks[0], clocks[-1]) == ("09:30", "16:00")  # it is nine
    assert "11:30" in clocks
    assert not {"12:00", "12:30", "13:00"} & {*clocks}


def test_room_is_a_share_of_what_the_counters_have() -> None:
    """Counters 3 and 4 call C: 3,600 s a slot, 30 % of it promised, eleven minutes each."""
    assert free(slots(config(), "change"), "10:00") == 1
    assert free(slots(config(share=1.0), "change"), "10:00") == 5
    assert free(slots(config(share=0.0), "change"), "10:00") == 0


def test_what_is_booked_takes_room_until_it_is_given_up() -> None:
    whole = config(share=1.0)
    assert free(slots(whole, "change", booked("change", "10:00")), "10:00") == 4
    assert free(slots(whole, "change", booked("change", "10:30")), "10:00") == 5
    assert free(slots(whole, "change", booked("change", "10:00", Standing.CANCELLED)), "10:00") == 5


def test_businesses_that_share_counters_share_their_room() -> None:
    whole = config(share=1.0)
    installs = [booked("install", "10:00") for _ in range(3)]
    assert free(slots(whole, "install", *installs), "10:00") == 0  # each takes 17 minutes
    assert free(slots(whole, "change", *installs), "10:00") == 5  # the group has five counters


def test_one_of_a_long_business_always_fits_where_nobody_is_yet() -> None:
    assert free(slots(config(share=0.01), "install"), "10:00") == 1
    assert free(slots(config(share=0.01), "install", booked("install", "10:00")), "10:00") == 0


@pytest.mark.parametrize(("ahead", "some"), [(-1, False), (0, True), (7, True), (8, False)])
def test_so_far_ahead_and_no_further(ahead: int, some: bool) -> None:
    day = date.fromordinal(TODAY.toordinal() + ahead)
    assert bool(slots(config(), "change", day=day)) is some


def test_what_is_not_by_appointment_has_no_slots() -> None:
    assert slots(config(), "advice") == ()
