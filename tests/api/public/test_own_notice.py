"""A notice's page outlives the day; its code opens it, nothing else does."""

import pytest

from tests.api.pacing.test_guesses import out_of
from tests.hall_here import HereHall


async def noticed(hall: HereHall) -> str:
    """The code of what somebody went home with."""
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    await hall.do("give_notice", ticket=ticket, missing=[0], agent=True)
    return next(reversed(hall.hall.guidance.notices))


@pytest.mark.row("B09")
async def test_the_page_is_there_days_later_and_says_when_it_is_used(hall: HereHall) -> None:
    code = await noticed(hall)
    address = f"/api/notice/{code}"
    first = (await hall.http.get(address)).json()
    assert (first["kind"], first["state"], len(first["missing"])) == ("missing", "good", 1)
    assert not {"number", "given_by", "used_by", "ticket"} & first.keys()  # nothing personal
    hall.clock.move(days=2)
    await hall.issue("pay")
    assert (await hall.http.get(address)).json()["state"] == "good"
    assert (await hall.http.get(f"/api/notice/{code[:4]} {code[4:].lower()}")).json()["state"] == "good"
    await hall.do("take_return", code=code)
    assert (await hall.http.get(address)).json()["state"] == "used"


async def test_whoever_guesses_is_held_off_and_who_has_one_is_answered(hall: HereHall) -> None:
    code = await noticed(hall)
    assert (await hall.http.get("/api/notice/GUESSED123")).status_code == 404
    out_of(hall.house.guesses)
    assert (await hall.http.get("/api/notice/ONEMORE123")).status_code == 429
    assert (await hall.http.get(f"/api/notice/{code}")).status_code == 200


async def test_the_paper_s_code_leads_to_the_page(hall: HereHall) -> None:
    address = hall.house.settings.notice_page_of("K7M49QTXPA")
    assert address.endswith("/notice/#code=K7M49QTXPA")
    assert (await hall.http.get("/notice/")).status_code == 200


@pytest.mark.row("B09")
async def test_a_notice_without_paper_is_answered_with_its_code_which_can_be_photographed(
    hall: HereHall,
) -> None:
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    done = await hall.do("give_notice", ticket=ticket, missing=[0], printer="")
    code = done["notice"]["code"]
    assert (done["ticket"], done["counter"], done["notice"]["kind"]) == (ticket, "4", "missing")
    picture = await hall.http.get(f"/api/notice/{code}/code.svg")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert (await hall.http.get("/api/notice/GUESS12345/code.svg")).status_code == 404
