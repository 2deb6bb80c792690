"""One's own appointment by its code; and booking one where the hall lets anybody (off unless it does)."""

from dataclasses import replace
from typing import Any

import pytest

from server.api.public.own_booking import BOOKED_A_DAY
from server.domain.setup.commands import ConfigureHall
from tests.api.test_appointments import BUSINESS, book
from tests.hall_here import HereHall


async def open_to_all(hall: HereHall, share: float = 1.0) -> None:
    config = hall.hall.setup
    figures = replace(
        config.figures,
        appointment_public=True,
        appointment_days=30,
        appointment_share=1.0,
        appointment_network_share=share,
    )
    command = ConfigureHall(config=replace(config, figures=figures))
    await hall.house.live.apply(command, actor="person:admin", request="open to all")


async def slots(hall: HereHall) -> list[Any]:
    shown = (await hall.http.get("/api/booking")).json()["bookable"]
    return [slot for s in shown["services"] if s["id"] == BUSINESS for slot in s["slots"]]


async def times(hall: HereHall) -> list[str]:
    return [slot["at"] for slot in await slots(hall)]


async def book_by_staff(hall: HereHall, slot: str) -> None:
    status, body = await hall.post(hall.token("guide"), "book_appointment", service=BUSINESS, slot=slot)
    assert status == 200, body


async def asked(hall: HereHall, name: str, slot: str, phone: str = "") -> Any:
    wish = {"id": name, "service": BUSINESS, "slot": slot, "phone": phone}
    return await hall.http.post("/api/booking", json=wish)


async def test_it_is_off_until_the_hall_lets_anybody_book(hall: HereHall) -> None:
    shown = (await hall.http.get("/api/booking")).json()
    assert shown["bookable"] is None
    refused = await asked(hall, "n" * 16, "2026-03-02T02:00:00Z")
    assert (refused.status_code, refused.json()["code"]) == (409, "booked_by_staff")
    assert hall.hall.appointments.booked == {}


@pytest.mark.row("Q22")
async def test_anybody_books_sees_it_and_gives_it_up_by_its_code_alone(hall: HereHall) -> None:
    await open_to_all(hall)
    slot = (await times(hall))[0]
    mine = (await asked(hall, "n" * 16, slot)).json()
    assert (await asked(hall, "n" * 16, slot)).json() == mine  # said twice, done once
    assert len(hall.hall.appointments.booked) == 1
    spaced = mine["code"].lower()
    assert (await hall.http.get(f"/api/booking/{spaced}")).json() == mine
    picture = await hall.http.get(f"/api/booking/{mine['code']}/code.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    for _ in range(2):
        gone = (await hall.http.post(f"/api/booking/{mine['code']}/cancel")).json()
        assert (gone["standing"], gone["may_cancel"]) == ("cancelled", False)


async def test_a_full_time_is_full_for_everybody(hall: HereHall) -> None:
    await open_to_all(hall)
    slot = (await times(hall))[0]
    while any(s["at"] == slot and s["free"] for s in await slots(hall)):
        await book_by_staff(hall, slot)
    assert (await asked(hall, "n" * 16, slot)).json()["code"] == "slot_full"


async def test_one_network_holds_no_more_than_its_share_of_a_day_and_gives_back_what_it_cancels(
    hall: HereHall,
) -> None:
    await open_to_all(hall, 0.1)
    places = sum(slot["free"] for slot in await slots(hall))
    most, free = max(2, int(places * 0.1)), await times(hall)
    made = [(await asked(hall, f"{n:016}", free[n])).json() for n in range(most)]
    no = await asked(hall, f"{most:016}", free[most])
    assert (no.status_code, no.json()["code"]) == (409, "booked_share")
    await hall.http.post(f"/api/booking/{made[0]['code']}/cancel")
    assert (await asked(hall, f"{most:016}", free[most])).status_code == 200
    assert sum(slot["free"] for slot in await slots(hall)) > 0


async def test_one_phone_has_two_open_at_most_wherever_it_asks_from(hall: HereHall) -> None:
    await open_to_all(hall)
    free = await times(hall)
    for n in range(2):
        assert (await asked(hall, f"{n:016}", free[n], phone="word-of-one-phone")).status_code == 200
    no = await asked(hall, f"{2:016}", free[2], phone="word-of-one-phone")
    assert (no.status_code, no.json()["code"]) == (409, "booked_by_phone")
    assert (await asked(hall, f"{3:016}", free[3], phone="word-of-another")).status_code == 200


async def test_one_address_tries_so_often_a_day_and_no_more(hall: HereHall) -> None:
    await open_to_all(hall)
    free = await times(hall)
    for n in range(BOOKED_A_DAY):
        await asked(hall, f"{n:016}", free[n % len(free)])
    no = await asked(hall, f"{BOOKED_A_DAY:016}", free[0])
    assert (no.status_code, no.json()["code"]) == (429, "booked_enough")  # nobody has tried a password
    assert "今天" in no.json()["text"]["zh"]
    assert "错误" not in no.json()["text"]["zh"]


async def test_what_staff_booked_is_seen_too_and_a_guess_is_not_found(hall: HereHall) -> None:
    made = await book(hall)
    code = made["appointment"]["code"]
    assert (await hall.http.get(f"/api/booking/{code}")).json()["standing"] == "booked"
    assert (await hall.http.get("/api/booking/AAAAAAAAAA")).status_code == 404
    assert (await hall.http.post("/api/booking/AAAAAAAAAA/cancel")).status_code == 404
    assert (await hall.http.get("/api/booking/AAAAAAAAAA/code.svg")).status_code == 404
