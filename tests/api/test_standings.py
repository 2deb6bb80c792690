"""Finding a number over HTTP: by whoever works in the hall, with what their role may do."""

from typing import Any

import pytest

from server.domain.codes import grouped
from tests.hall_here import HandClock, HereHall
from tests.hall_made import bearer


async def found(hall: HereHall, number: str, role: str = "guide", status: int = 200) -> Any:
    answer = await hall.http.get("/api/numbers", params={"number": number}, headers=bearer(hall.token(role)))
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_number_is_found_with_its_page_and_what_the_role_may_do(hall: HereHall) -> None:
    await hall.issue()
    asked = await found(hall, "a 1")
    (one,) = asked["tickets"]
    assert one["standing"]["number"] == "A001"
    assert one["page"].endswith(hall.hall.ticket(one["standing"]["id"]).token)  # type: ignore[union-attr]
    assert {s["id"] for s in asked["services"]} == {s.id for s in hall.hall.setup.services}
    assert {can["command"] for can in one["standing"]["can"]} >= {"cancel_ticket", "change_service"}
    (at_a_counter,) = (await found(hall, "1", "clerk"))["tickets"]
    commands = {can["command"] for can in at_a_counter["standing"]["can"]}
    assert "cancel_ticket" not in commands
    assert "call_specific" in commands
    assert at_a_counter["page"] == ""  # the page of a customer can cancel, which a clerk may not


async def test_nobody_of_that_number_and_no_number_at_all(hall: HereHall) -> None:
    assert (await found(hall, "A099"))["tickets"] == []
    refused = await found(hall, "王芳", status=422)
    assert refused["code"] == "not_a_number"
    assert refused["text"]["zh"] == "请输入号码，例如 A17"
    await found(hall, "9" * 30, status=422)


@pytest.mark.row("B09")
async def test_a_papers_code_finds_it_on_a_later_day_for_staff_and_not_for_a_box(
    hall: HereHall, hand: HandClock
) -> None:
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    await hall.do("give_notice", ticket=ticket, missing=[0])
    (notice,) = hall.hall.guidance.notices.values()
    hand.move(days=1)
    page = hall.house.settings.notice_page_of(notice.code)  # as a scanner reads it
    for typed in (notice.code, grouped(notice.code).lower(), page):
        asked = await found(hall, typed, "clerk")
        assert (asked["tickets"], asked["paper"]["code"]) == ([], notice.code)
        assert (asked["paper"]["kind"], asked["paper"]["called"]) == ("missing", notice.number)
    assert (await found(hall, "A1"))["paper"] is None
    assert (await found(hall, notice.code, "keypad", status=422))["code"] == "not_a_number"


async def test_its_life_is_told_without_secrets(hall: HereHall, hand: HandClock) -> None:
    ticket = await hall.issue(priority="priority", priority_reason="pregnant")
    hand.move(minutes=3)
    await hall.do("change_service", ticket=ticket["ticket"], service="enquiry")
    path = f"/api/numbers/{ticket['ticket']}/life"
    told = (await hall.http.get(path, headers=bearer(hall.token("clerk")))).json()
    assert [event["kind"] for event in told["events"]][:2] == ["TicketIssued", "ServiceChanged"]
    assert "pregnant" not in str(told)
    assert ticket["token"] not in str(told)
    missing = await hall.http.get("/api/numbers/ghost/life", headers=bearer(hall.token("clerk")))
    assert missing.status_code == 404


async def test_a_keypad_sees_where_a_number_stands_and_can_do_nothing_about_it(hall: HereHall) -> None:
    ticket = await hall.issue()
    (one,) = (await found(hall, "1", "keypad"))["tickets"]
    assert one["standing"]["state"] == "waiting"
    assert (one["standing"]["can"], one["page"]) == ([], "")
    await found(hall, "1", "kiosk", status=403)
    path = f"/api/numbers/{ticket['ticket']}/life"
    assert (await hall.http.get(path, headers=bearer(hall.token("keypad")))).status_code == 403
