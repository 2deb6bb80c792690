"""Handing over: who may, and that no whole number is kept anywhere (Q21)."""

from typing import Any

import pytest

from tests.hall_here import HereHall
from tests.hall_made import bearer

METERS = {"way": "other_dept", "department": "计量班", "words": "回电13912345678"}
NEXT_DAY = "2026-03-03T09:30:00+08:00"


async def shown(hall: HereHall, role: str = "guide", status: int = 200) -> Any:
    answer = await hall.http.get("/api/handovers", headers=bearer(hall.token(role)))
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.row("Q21")
async def test_a_whole_number_stands_nowhere_in_the_hall_s_file(hall: HereHall) -> None:
    assert (await shown(hall))["days"][0]["times"][0] == "2026-03-03T01:30:00Z"
    promised = {"reached": False, "phone": "138 1234 5678", "due": NEXT_DAY}
    status, body = await hall.post(hall.token("guide"), "hand_over", **METERS, **promised)
    assert status == 200, body
    (one,) = (await shown(hall))["open"]
    assert (one["contact"], one["words"]) == ("138****5678", "回电139****5678")
    assert await hall.tells_the_same()
    written = b"".join(p.read_bytes() for p in hall.house.settings.data.glob("hall.sqlite3*"))
    assert b"\xe8\xae\xa1\xe9\x87\x8f\xe7\x8f\xad" in written  # 计量班
    for number in (b"13812345678", b"138 1234 5678", b"13912345678"):
        assert number not in written
    status, _ = await hall.post(hall.token("guide"), "close_handover", handover=one["id"])
    assert status == 200
    assert (await shown(hall))["open"] == []


async def test_whose_customer_it_is_hands_them_over_and_staff_alone_see_it(hall: HereHall) -> None:
    ticket = await hall.called("1")
    status, body = await hall.post(hall.token("guide"), "hand_over", **METERS, ticket=ticket)
    assert (status, body["code"]) == (403, "served_at_counter"), body
    status, _ = await hall.post(hall.token("kiosk"), "hand_over", **METERS)
    assert status == 403
    await shown(hall, "kiosk", 403)
    naive = {"reached": False, "phone": "13812345678", "due": "2026-03-03T09:30:00"}
    status, _ = await hall.post(hall.token("guide"), "hand_over", **METERS, **naive)
    assert status == 422
