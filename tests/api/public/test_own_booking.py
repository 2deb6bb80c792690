"""One's own appointment by its code; and booking one where the hall lets anybody (off unless it does)."""

from dataclasses import replace
from typing import Any

import pytest

from server.api.public.own_booking import BOOKED_A_DAY
from server.domain.setup.commands import ConfigureHall
from tests.api.test_appointments import BUSINESS, book
from tests.hall_here import HereHall


async def open_to_all(hall: HereHall) -> None:
    config = hall.hall.setup
    figures = replace(config.figures, appointment_public=True, appointment_days=30, appointment_share=1.0)
    command = ConfigureHall(config=replace(config, figures=figures))
    await hall.house.live.apply(command, actor="person:admin", request="open to all")


async def times(hall: HereHall) -> list[str]:
    shown = (await hall.http.get("/api/booking")).json()["bookable"]
    return [slot["at"] for s in shown["services"] if s["id"] == BUSINESS for slot in s["slots"]]


async def asked(hall: HereHall, name: str, slot: str) -> Any:
    return await hall.http.post("/api/booking", json={"id": name, "service": BUSINESS, "slot": slot})


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
    answers = [(await asked(hall, f"{n:016}", slot)).json() for n in range(BOOKED_A_DAY - 1)]
    assert answers[-1]["code"] == "slot_full"
    assert all("slot" in answer for answer in answers[:1])


async def test_one_address_does_not_book_the_whole_hall(hall: HereHall) -> None:
    await open_to_all(hall)
    slots = await times(hall)
    for n in range(BOOKED_A_DAY):
        await asked(hall, f"{n:016}", slots[n % len(slots)])
    no = await asked(hall, f"{BOOKED_A_DAY:016}", slots[BOOKED_A_DAY % len(slots)])
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
