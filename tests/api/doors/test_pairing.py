"""A new screen shows a code, a manager says what it is, and it comes in."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pydantic_core import to_jsonable_python

from server.access.devices import BY_ITSELF
from server.access.pairing import CODE_LIFE
from server.api.doors.pairing import PAIRS_ITSELF, picture
from server.command import making
from tests.api.at_the_door import noted
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD, bearer


@pytest.fixture
async def demo(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    await making.make_demo(tmp_path / "demo", "power", NOW, days=0)
    async with here_hall(tmp_path / "demo", hand) as hall:
        yield hall


async def who(hall: HereHall, token: str) -> int:
    return (await hall.http.get("/api/me", headers=bearer(token))).status_code


async def test_a_screen_pairs_with_a_code_a_manager_types(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "lobby"})).json()
    claim = {"secret": asked["secret"]}
    assert (await hall.http.post("/api/pairing/claim", json=claim)).json() == {"waiting": True}
    confirm = {"code": asked["code"], "name": "大屏", "role": "lobby_board", "place": "main"}
    said = await hall.http.post("/api/pairing/confirm", json=confirm, headers=bearer(hall.admin))
    assert said.json() == {"screen": "lobby"}
    got = (await hall.http.post("/api/pairing/claim", json=claim)).json()
    assert (got["actor"]["role"], got["actor"]["place"]) == ("lobby_board", "main")
    assert await who(hall, got["token"]) == 200
    again = await hall.http.post("/api/pairing/claim", json=claim)
    assert (again.status_code, again.json()["code"]) == (409, "code_expired")


async def test_only_who_may_grant_the_role_lets_a_screen_in(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "kiosk"})).json()
    confirm = {"code": asked["code"], "name": "取号机", "role": "kiosk"}
    for token, role, status in (
        (hall.token("clerk"), "kiosk", 403),
        (hall.token("hall_manager"), "admin", 403),
        (hall.admin, "hall_manager", 404),  # a code read off a screen makes no manager
        (hall.admin, "kiosk", 200),
    ):
        body = {**confirm, "role": role}
        answer = await hall.http.post("/api/pairing/confirm", json=body, headers=bearer(token))
        assert answer.status_code == status, (role, answer.text)


async def test_a_wrong_code_and_an_old_code_are_told_apart(hall: HereHall, hand: HandClock) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "kiosk"})).json()
    confirm = {"code": "000000", "name": "取号机", "role": "kiosk"}
    wrong = await hall.http.post("/api/pairing/confirm", json=confirm, headers=bearer(hall.admin))
    hand.move(minutes=11)
    late = {**confirm, "code": asked["code"]}
    old = await hall.http.post("/api/pairing/confirm", json=late, headers=bearer(hall.admin))
    assert (wrong.json()["code"], old.json()["code"]) == ("wrong_code", "code_expired")


async def test_a_demo_hall_lets_its_screens_in_by_itself(demo: HereHall) -> None:
    for screen, role in (("kiosk", "kiosk"), ("lobby", "lobby_board"), ("window", "window_display")):
        got = (await demo.http.post("/api/pairing", json={"screen": screen, "place": "1"})).json()
        assert got["actor"]["role"] == role
        assert await who(demo, got["token"]) == 200


async def test_even_a_demo_hall_makes_nobody_a_clerk(demo: HereHall) -> None:
    for screen in ("counter", "manager"):
        asked = (await demo.http.post("/api/pairing", json={"screen": screen})).json()
        assert "token" not in asked
        assert asked["code"]


async def test_a_real_hall_pairs_nothing_by_itself(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "lobby"})).json()
    assert asked.keys() == {"code", "secret", "expires_at", "qr"}


async def test_a_real_hall_is_no_demo_whatever_its_set_up_says(data: Path, hand: HandClock) -> None:
    """C31: with `demo = true` strangers got kiosk, lobby, window and evaluator tokens, which stayed good."""
    async with here_hall(data, hand) as hall:
        config = hall.hall.config
        assert config is not None
        said = replace(config, demo=True, phone="12345")
        await hall.do("configure_hall", config=to_jsonable_python(said))
        assert hall.hall.config == replace(config, phone="12345")
        stray = hall.house.devices.issue_token("kiosk", "kiosk", "", by=BY_ITSELF, now=hand.at)
        paired = hall.token("kiosk", name="paired")
        for screen in PAIRS_ITSELF:
            asked = (await hall.http.post("/api/pairing", json={"screen": screen, "place": "1"})).json()
            assert "token" not in asked
        shown = (await hall.http.get("/api/hall")).json()
        assert (shown["demo"], shown["people"]) == (False, [])
    async with here_hall(data, hand) as hall:
        assert (await who(hall, stray), await who(hall, paired)) == (401, 200)


async def test_the_screen_shows_a_picture_that_leads_a_phone_to_its_code(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "kiosk"})).json()
    assert asked["qr"] == picture(f"http://hall.test/setup/#pair={asked['code']}")
    assert asked["qr"].startswith("data:image/svg+xml")
    assert datetime.fromisoformat(asked["expires_at"]) == hall.clock.at + CODE_LIFE


async def test_a_manager_reads_off_the_code_what_the_screen_is(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "counter", "place": "2"})).json()
    path = f"/api/pairing/{asked['code'].lower()}"
    found = (await hall.http.get(path, headers=bearer(hall.token("hall_manager")))).json()
    assert (found["screen"], found["place"]) == ("counter", "2")
    assert found["roles"] == ["counter_screen", "keypad"]
    assert (await hall.http.get(path, headers=bearer(hall.token("team_leader")))).status_code == 403
    wrong = await hall.http.get("/api/pairing/AAAAAA", headers=bearer(hall.admin))
    assert (wrong.status_code, wrong.json()["code"]) == (409, "wrong_code")


async def test_a_manager_sees_who_waits_and_where_devices_can_stand_but_no_code(hall: HereHall) -> None:
    hall.token("window_display", "1")
    asked = (await hall.http.post("/api/pairing", json={"screen": "window", "place": "2"})).json()
    answer = await hall.http.get("/api/pairing", headers=bearer(hall.admin))
    assert asked["code"] not in answer.text
    assert answer.json()["waiting"] == [{"screen": "window", "place": "2"}]
    window = next(r for r in answer.json()["roles"] if r["id"] == "window_display")
    assert window["needs_place"]
    assert [(p["id"], p["taken"]) for p in window["places"]][:2] == [("1", True), ("2", False)]
    assert (await hall.http.get("/api/pairing", headers=bearer(hall.token("clerk")))).status_code == 403


async def test_a_display_is_put_at_a_counter_that_is_there(hall: HereHall) -> None:
    asked = (await hall.http.post("/api/pairing", json={"screen": "window"})).json()
    confirm = {"code": asked["code"], "name": "窗口屏", "role": "window_display"}
    for place, status in (("", 404), ("99", 404), ("2", 200)):
        body = {**confirm, "place": place}
        answer = await hall.http.post("/api/pairing/confirm", json=body, headers=bearer(hall.admin))
        assert answer.status_code == status, answer.text


async def test_the_journal_keeps_who_let_the_screen_in(hall: HereHall) -> None:
    hall.house.people.add("1001", "陈", "hall_manager", PASSWORD)
    login = {"login": "1001", "password": PASSWORD}
    manager = (await hall.http.post("/api/login", json=login)).json()["token"]
    asked = (await hall.http.post("/api/pairing", json={"screen": "kiosk"})).json()
    confirm = {"code": asked["code"], "name": "K1", "role": "kiosk"}
    await hall.http.post("/api/pairing/confirm", json=confirm, headers=bearer(manager))
    await hall.http.post("/api/pairing/claim", json={"secret": asked["secret"]})
    assert await noted(hall) == [("person:1001", "device_paired", "k1", "kiosk")]
