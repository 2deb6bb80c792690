"""Appointments over HTTP by staff: the times of a day, a booking answered with its code, who is expected."""

from datetime import datetime
from typing import Any

import pytest

from tests.hall_here import HandClock, HereHall
from tests.hall_made import bearer

BUSINESS = "install_home"


async def of_day(hall: HereHall, role: str = "guide", status: int = 200, **asked: str) -> Any:
    answer = await hall.http.get("/api/appointments", params=asked, headers=bearer(hall.token(role)))
    assert answer.status_code == status, answer.text
    return answer.json()


async def book(hall: HereHall, nth: int = 0) -> Any:
    """The answer to a guide's booking of the nth time there is."""
    shown = await of_day(hall)
    (business,) = [s for s in shown["bookable"]["services"] if s["id"] == BUSINESS]
    slot = business["slots"][nth]["at"]
    status, body = await hall.post(hall.token("guide"), "book_appointment", service=BUSINESS, slot=slot)
    assert status == 200, body
    return body["result"]


@pytest.mark.row("Q22")
async def test_staff_book_and_check_in_and_see_who_is_expected(hall: HereHall, hand: HandClock) -> None:
    made = await book(hall)
    code, slot = made["appointment"]["code"], made["appointment"]["slot"]
    assert made["page"] == f"http://hall.test/booking/#code={code}"
    (one,) = (await of_day(hall))["expected"]
    assert (one["code"], one["slot"], one["standing"]) == (code, slot, "booked")
    status, body = await hall.post(hall.token("kiosk"), "check_in", code=made["page"])  # as it is scanned
    assert status == 200, body
    number = body["result"]["ticket"]["number"]
    (one,) = (await of_day(hall))["expected"]
    assert (one["standing"], one["number"]) == ("checked_in", number)


async def test_a_booking_works_over_the_socket_too_and_is_answered_alike_when_asked_again(
    hall: HereHall,
) -> None:
    shown = await of_day(hall)
    slot = shown["bookable"]["services"][0]["slots"][1]["at"]
    async with hall.screen("guide", "guide") as tablet:
        wish = {"service": shown["bookable"]["services"][0]["id"], "slot": slot}
        first = await tablet.ask("book_appointment", "wish-one-and-only", **wish)
        again = await tablet.ask("book_appointment", "wish-one-and-only", **wish)
    assert first["result"] == again["result"]
    assert len(hall.hall.appointments.booked) == 1


async def test_a_day_far_off_has_no_times_and_a_kiosk_sees_nobody_s(hall: HereHall) -> None:
    assert all(s["slots"] == [] for s in (await of_day(hall, day="2026-12-01"))["bookable"]["services"])
    await of_day(hall, "kiosk", 403)
    await of_day(hall, status=422, day="soon")


async def test_a_missed_time_is_had_by_others_without_anybody_s_doing(
    hall: HereHall, hand: HandClock
) -> None:
    await book(hall)
    hand.move(hours=2)
    await hall.house.expect_appointments.look()
    (one,) = (await of_day(hall))["expected"]
    assert one["standing"] == "missed"


@pytest.mark.row("Q22")
async def test_a_kiosk_brings_any_code_and_is_told_what_it_was_of(hall: HereHall) -> None:
    """The kiosk tried one command after the other until the hall took one."""
    kiosk, made = hall.token("kiosk"), await book(hall)
    hall.clock.at = datetime.fromisoformat(made["appointment"]["slot"])
    status, came = await hall.post(kiosk, "come_with_code", code=made["page"])
    assert (status, came["result"]["by"]) == (200, "appointment")
    number = came["result"]["ticket"]
    status, again = await hall.post(kiosk, "come_with_code", code=came["result"]["qr"])  # its slip, scanned
    assert (status, again["result"]["by"]) == (200, "number")
    assert again["result"]["ticket"]["number"] == number["number"]
    assert len(hall.hall.tickets) == 1
    status, refused = await hall.post(kiosk, "come_with_code", code="NONESUCH99")
    assert (status, refused["code"]) == (404, "unknown_code")
