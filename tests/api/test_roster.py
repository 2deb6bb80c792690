"""The roster over HTTP: a day planned, what lacks when two are absent, and who may see it (Q14)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.hall_here import HandClock, HereHall
from tests.hall_made import bearer
from tests.rostered_hall import TODAY, TOMORROW, at, rostered_hall


@pytest_asyncio.fixture
async def hall(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    async with rostered_hall(tmp_path / "hall", hand) as here:
        yield here


async def of_day(hall: HereHall, role: str = "team_leader", status: int = 200, **asked: str) -> Any:
    answer = await hall.http.get("/api/roster", params=asked, headers=bearer(hall.token(role)))
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.row("Q14")
async def test_two_absent_lack_on_the_page_and_on_the_board(hall: HereHall, hand: HandClock) -> None:
    async with hall.screen("hall_manager", "manager") as board:
        mine = [at("1201", "1"), at("1202", "2")]
        await hall.do("plan_day", day=TODAY, shifts=mine)
        planned = await of_day(hall)
        need = {half["clock"]: half["needed"] for half in planned["half_hours"]}
        assert need["10:00"] >= 1
        await hall.house.keep_needed.look()
        for person in ("1201", "1202"):
            await hall.do("mark_absence", day=TODAY, person=person)
        hand.move(seconds=1)
        shown = await of_day(hall)
        gaps = [g for g in shown["gaps"] if g["begins"] <= "10:00" < g["ends"]]
        assert gaps[0]["lacking"] == need["10:00"]
        seen = await board.see(lambda view: len(view["roster"]["absent"]) == 2)
        assert [g for g in seen["roster"]["gaps"] if g["begins"] <= "10:00" < g["ends"]] == gaps
    assert [(s["name"], s["absent"]) for s in shown["shifts"]] == [("李静", True), ("王强", True)]
    assert await hall.tells_the_same()


async def test_what_is_over_of_today_is_neither_planned_nor_lacking(hall: HereHall, hand: HandClock) -> None:
    await hall.do("plan_day", day=TODAY, shifts=[at("1201", "1"), at("1202", "2")])
    for person in ("1201", "1202"):
        await hall.do("mark_absence", day=TODAY, person=person)
    hand.move(hours=1, minutes=40)  # 10:40
    shown = await of_day(hall)
    assert shown["half_hours"][0]["clock"] == "10:30"
    assert shown["gaps"][0]["begins"] == "10:30"
    await hall.do("plan_day", day=TOMORROW, shifts=[at("1201", "1")])
    assert (await of_day(hall, day=TOMORROW))["half_hours"][0]["clock"] == "08:00"


async def test_a_stranger_is_not_planned_and_a_clerk_plans_nobody(hall: HereHall) -> None:
    plan = {"day": TOMORROW, "shifts": [at("1201", "1"), at("9999", "2")]}
    status, body = await hall.post(hall.admin, "plan_day", **plan)
    assert (status, body["code"]) == (404, "unknown_person"), body
    status, body = await hall.post(hall.token("clerk"), "plan_day", day=TOMORROW, shifts=[])
    assert (status, body["code"]) == (403, "not_allowed"), body


async def test_the_page_is_for_who_leads(hall: HereHall) -> None:
    assert (await of_day(hall, day=TOMORROW))["day"] == TOMORROW
    await of_day(hall, "clerk", 403)
    await of_day(hall, status=422, day="soon")
    too_many = [at("1201", "1")] * 201
    status, _ = await hall.post(hall.admin, "plan_day", day=TOMORROW, shifts=too_many)
    assert status == 422


async def test_who_saves_over_somebody_else_s_day_is_told(hall: HereHall) -> None:
    first, second = at("1201", "1"), at("1202", "2")
    await hall.do("plan_day", day=TOMORROW, shifts=[first], seen=[])
    status, body = await hall.post(hall.admin, "plan_day", day=TOMORROW, shifts=[second], seen=[])
    assert (status, body["code"]) == (409, "roster_changed")
    await hall.do("plan_day", day=TOMORROW, shifts=[first, second], seen=[first])
    assert len((await of_day(hall, day=TOMORROW))["shifts"]) == 2


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
async def test_a_day_that_nobody_plans_is_not_reckoned(hall: HereHall, day: str) -> None:
    body = await of_day(hall, status=409, day=day)
    assert body["code"] in ("roster_too_far", "roster_day_over")
