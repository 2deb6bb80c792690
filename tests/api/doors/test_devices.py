"""Devices over HTTP: their health, and that a revoked, renewed or moved one knows it at once."""

from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from tests.api.at_the_door import asked, noted
from tests.hall_here import HandClock, HereHall, Screen, here_hall
from tests.hall_made import Message, bearer
from tests.patience import until


@pytest.fixture
def manager(hall: HereHall) -> str:
    """Hearts that do not beat, so that nothing here waits for one."""
    hall.house.screens.beat_every = 3600  # s: what comes is told at once, and not with a beat
    return hall.token("hall_manager")


async def devices(hall: HereHall, token: str = "") -> dict[str, Message]:
    answer = await hall.http.get("/api/devices", headers=bearer(token or hall.admin))
    assert answer.status_code == 200, answer.text
    return {device["device_id"]: device for device in answer.json()}


async def test_the_list_tells_who_is_here_since_when_and_with_which_page(
    hall: HereHall, manager: str
) -> None:
    token, build = hall.token("lobby_board", "main", "大屏"), hall.house.beside.build
    async with connect(hall.ws) as ws:
        board = Screen(ws)
        await board.say(type="hello", token=token, screen="lobby", place="main", build=build)
        await board.next("welcome")
        await board.say(type="sound", state="blocked")
        await until(lambda: [s for s in hall.house.screens.connected if s.sound])
        here = (await devices(hall, manager))["大屏"]
        assert (here["here"], here["current"], here["build"]) == (True, True, build)
        assert (here["sound"], here["address"], here["screens"]) == ("blocked", "127.0.0.1", ["lobby:main"])
        assert (here["role"], here["place"], here["revoked_at"]) == ("lobby_board", "main", None)
    await until(lambda: not hall.house.screens.connected)
    left = hall.clock.at
    hall.clock.move(hours=1)
    gone = (await devices(hall, manager))["大屏"]
    assert (gone["here"], gone["sound"]) == (False, "")
    assert gone["last_seen"] == left.isoformat().replace("+00:00", "Z")


async def test_a_page_of_yesterdays_build_is_told_from_todays(hall: HereHall) -> None:
    async with connect(hall.ws) as ws:
        board = Screen(ws)
        await board.say(type="hello", token=hall.token("kiosk"), screen="kiosk", build="yesterday")
        await board.next("welcome")
        assert (await devices(hall))["kiosk"]["current"] is False
    async with hall.screen("lobby_board", "lobby"):
        assert (await devices(hall))["lobby-board"]["current"] is True  # it did not say


async def test_when_a_device_was_last_seen_survives_a_restart(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand) as hall:
        async with hall.screen("kiosk", "kiosk"):
            await hall.house.attendance.write()
        seen = (await devices(hall))["kiosk"]["last_seen"]
    hand.move(minutes=30)
    async with here_hall(data, hand) as hall:
        again = (await devices(hall))["kiosk"]
        assert (again["here"], again["last_seen"]) == (False, seen)


async def test_a_revoked_device_is_out_at_once(hall: HereHall, manager: str) -> None:
    token = hall.token("kiosk", name="K1")
    async with (
        hall.screen("kiosk", "kiosk", token=token) as kiosk,
        hall.screen("lobby_board", "lobby") as other,
    ):
        assert (await asked(hall, manager, "/api/devices/k1/revoke"))[0] == 200
        assert (await kiosk.next("bye"))["code"] == "wrong_token"
        await kiosk.closed()
        await hall.issue()
        await other.see(lambda v: v["queues"][0]["waiting"] == 1)
    assert (await hall.http.get("/api/me", headers=bearer(token))).status_code == 401
    assert (await devices(hall))["k1"]["revoked_at"]
    assert [note[1:] for note in await noted(hall)] == [("device_revoked", "k1", "")]
    assert (await asked(hall, manager, "/api/devices/k1/revoke"))[1]["code"] == "unknown_device"


async def test_a_connected_device_takes_its_new_token_and_stays(hall: HereHall, manager: str) -> None:
    old = hall.token("kiosk", name="K1")
    async with hall.screen("kiosk", "kiosk", token=old) as kiosk:
        status, said = await asked(hall, manager, "/api/devices/k1/rotate")
        assert (status, said) == (200, {"here": True})
        new = (await kiosk.next("token"))["token"]
        assert new != old
        await hall.house.screens.recheck()
        assert (await kiosk.ask("issue_ticket", service="pay"))["type"] == "done"
    me = [(await hall.http.get("/api/me", headers=bearer(t))).status_code for t in (old, new)]
    assert me == [401, 200]
    async with hall.screen("kiosk", "kiosk", token=new) as kiosk:
        assert kiosk.view
    journal = await noted(hall)
    assert [note[1:] for note in journal] == [("device_rotated", "k1", "")]
    assert new not in str(journal)


async def test_both_windows_of_a_device_get_the_token_and_nobody_else(hall: HereHall, manager: str) -> None:
    token = hall.token("kiosk", name="K1")
    async with (
        hall.screen("kiosk", "kiosk", token=token) as one,
        hall.screen("kiosk", "lobby", token=token) as two,
        hall.screen("lobby_board", "lobby") as other,
    ):
        await asked(hall, manager, "/api/devices/k1/rotate")
        assert (await one.next("token"))["token"] == (await two.next("token"))["token"]
        await hall.issue()
        await other.see(lambda v: v["queues"][0]["waiting"] == 1)
        assert not [m for m in other.inbox if m["type"] == "token"]


async def test_a_token_two_machines_hold_is_renewed_for_neither(hall: HereHall, manager: str) -> None:
    token = hall.token("kiosk", name="K1")
    async with (
        hall.screen("kiosk", "kiosk", token=token) as kiosk,
        connect(hall.ws, local_addr=("127.0.0.2", 0)) as ws,
    ):
        thief = Screen(ws)
        await thief.hello(token, "kiosk")
        assert (await asked(hall, manager, "/api/devices/k1/rotate"))[1] == {"here": False}
        for screen in (kiosk, thief):
            assert (await screen.next("bye"))["code"] == "wrong_token"
            assert not [m for m in screen.inbox if m["type"] == "token"]


async def test_a_device_that_is_away_has_to_be_paired_again(hall: HereHall, manager: str) -> None:
    token = hall.token("kiosk", name="K1")
    assert (await asked(hall, manager, "/api/devices/k1/rotate"))[1] == {"here": False}
    assert (await hall.http.get("/api/me", headers=bearer(token))).status_code == 401


async def test_a_moved_display_comes_back_at_its_new_counter(hall: HereHall, manager: str) -> None:
    token = hall.token("window_display", "1", "窗口屏")
    async with hall.screen("window_display", "window", "1", token) as display:
        status, _ = await asked(hall, manager, "/api/devices/窗口屏", name="二号屏", place="2")
        assert status == 200
        await display.closed()
        assert not [m for m in display.inbox if m["type"] == "bye"]  # it shall come again, not pair again
    async with connect(hall.ws) as ws:
        display = Screen(ws)
        welcome = await display.hello(token, "window", "1")
        assert (welcome["actor"]["place"], welcome["actor"]["name"]) == ("2", "二号屏")
        assert [s.name for s in hall.house.screens.connected] == ["window:2"]
        hall.clock.move(minutes=1)
        assert hall.house.presence.absent() == []
    changes = "窗口屏 → 二号屏; 1 → 2"
    assert [note[1:] for note in await noted(hall)] == [("device_changed", "窗口屏", changes)]


async def test_a_display_is_not_moved_to_a_counter_that_is_not_there(hall: HereHall, manager: str) -> None:
    hall.token("window_display", "1", "w1")
    for place in ("", "99"):
        status, said = await asked(hall, manager, "/api/devices/w1", place=place)
        assert (status, said["code"]) == (404, "unknown_place")
    assert (await asked(hall, manager, "/api/devices/w1", name=" "))[1]["code"] == "invalid"
    assert (await asked(hall, manager, "/api/devices/w1", place="1"))[0] == 200
    assert await noted(hall) == []


async def test_a_revoked_board_is_not_missed_however_long_it_was_away(hall: HereHall, manager: str) -> None:
    async with hall.screen("lobby_board", "lobby", "main", hall.token("lobby_board", "main", "b1")):
        pass
    await until(lambda: not hall.house.screens.connected)
    hall.clock.move(minutes=5)
    assert hall.house.presence.absent() == ["lobby:main"]
    await asked(hall, manager, "/api/devices/b1/revoke")
    assert hall.house.presence.absent() == []


async def test_only_managers_see_and_change_devices_and_none_an_administrators_script(
    hall: HereHall, manager: str
) -> None:
    for role in ("clerk", "team_leader", "kiosk", "region_office"):
        token = hall.token(role)
        assert (await hall.http.get("/api/devices", headers=bearer(token))).status_code == 403
        assert (await asked(hall, token, "/api/devices/kiosk/revoke"))[0] == 403
    for act in ("", "/revoke", "/rotate"):
        assert (await asked(hall, manager, f"/api/devices/admin{act}"))[0] == 403
        assert (await asked(hall, manager, f"/api/devices/k9{act}"))[0] == 404
    assert (await devices(hall))["admin"]["revoked_at"] is None
