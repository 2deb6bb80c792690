"""The socket: who is let in, what a screen sees and hears, how asks are answered, how it ends."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from websockets.asyncio.client import connect

from server.api.asking.wire import COMMANDS
from server.domain.config.pieces.boards import Notice
from server.domain.config.pieces.segments import Segment
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.hall_here import HereHall, Screen
from tests.hall_made import bearer
from tests.languages import in_chinese_alone
from tests.patience import until

KEYS = {"hall", "calls", "missed", "queues", "open_counters"}
SCREENS = (("kiosk", ""), ("counter", "1"), ("window", "1"), ("lobby", ""), ("manager", ""))


async def turned_away(hall: HereHall, first: str | bytes) -> dict[str, Any]:
    """The bye that a first message earns."""
    async with connect(hall.ws) as ws:
        await ws.send(first)
        screen = Screen(ws)
        bye = await screen.next("bye")
        assert await screen.closed() == 1008
    assert bye["text"]["zh"]
    assert bye["text"]["en"]
    return bye


def hello(token: str, screen: str, place: str = "") -> str:
    return json.dumps({"type": "hello", "token": token, "screen": screen, "place": place})


@pytest.mark.parametrize(
    "first", ["", "{", "[]", "null", "7", b"\x00\xff", '{"type":"hello"}', '{"id":"a","type":"call_next"}']
)
async def test_a_screen_that_does_not_say_hello_is_turned_away(hall: HereHall, first: str | bytes) -> None:
    assert (await turned_away(hall, first))["code"] == "invalid"


async def test_a_screen_that_says_nothing_is_turned_away(hall: HereHall) -> None:
    hall.house.screens.hello_within = 0.05
    async with connect(hall.ws) as ws:
        screen = Screen(ws)
        assert (await screen.next("bye"))["code"] == "hello_first"
        assert await screen.closed() == 1008


async def test_where_many_say_nothing_the_longest_silent_goes_and_a_screen_comes_in(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C39: sockets that say nothing never shut the door to a hall's own screens."""
    monkeypatch.setattr("server.api.screens.screens.MOST_SILENT", 2)
    async with connect(hall.ws) as first, connect(hall.ws) as second:
        await until(lambda: len(hall.house.screens._silent) == 2)
        async with hall.screen("lobby_board", "lobby"):
            assert (await Screen(first).next("bye"))["code"] == "hello_first"
        await second.send(hello(hall.admin, "lobby"))
        assert (await Screen(second).next("welcome"))["type"] == "welcome"


async def test_a_wrong_token_costs_its_address_turns(hall: HereHall) -> None:
    before = hall.house.strangers._of("127.0.0.1").left
    await turned_away(hall, hello("made-up", "lobby"))
    assert hall.house.strangers._of("127.0.0.1").left < before


async def test_a_stranger_is_turned_away(hall: HereHall) -> None:
    for token in ("", "wrong", "x" * 400, "'; drop table device; --"):
        assert (await turned_away(hall, hello(token, "lobby")))["code"] == "wrong_token"


async def test_a_counter_that_is_not_there_is_not_found(hall: HereHall) -> None:
    for screen in ("counter", "window"):
        assert (await turned_away(hall, hello(hall.admin, screen, "99")))["code"] == "not_found"


async def test_a_screen_the_role_may_not_open_stays_shut(hall: HereHall) -> None:
    for role, screen, place in (
        ("kiosk", "counter", "1"),
        ("lobby_board", "manager", ""),
        ("clerk", "manager", ""),
        ("keypad", "kiosk", ""),
    ):
        assert (await turned_away(hall, hello(hall.token(role, place), screen, place)))[
            "code"
        ] == "not_allowed"
    other = hall.token("counter_screen", "1")
    assert (await turned_away(hall, hello(other, "counter", "2")))["code"] == "not_allowed"


async def test_a_revoked_token_does_not_open_a_screen(hall: HereHall) -> None:
    token = hall.token("lobby_board", name="board")
    hall.house.devices.revoke("board", hall.clock.at)
    assert (await turned_away(hall, hello(token, "lobby")))["code"] == "wrong_token"


async def test_a_screen_is_welcomed_and_sees_everything_at_once(hall: HereHall) -> None:
    await hall.called("1")
    await until(lambda: bool(hall.hall.alerts))  # what became of the call's sound is told, too
    async with connect(hall.ws) as ws:
        board = Screen(ws)
        welcome = await board.hello(hall.token("lobby_board", name="大屏"), "lobby")
        assert welcome["actor"]["role"] == "lobby_board"
        assert (welcome["actor"]["kind"], welcome["protocol"]) == ("device", 1)
        assert welcome["build"]
        assert welcome["time"].endswith("+00:00")
        assert board.view.keys() >= KEYS
        assert board.view["calls"][0]["number"] == "A001"
        assert board.seq == hall.hall.seq


@pytest.mark.parametrize(("screen", "place"), SCREENS)
async def test_the_place_is_the_actors_own_where_it_is_not_said(
    hall: HereHall, screen: str, place: str
) -> None:
    async with hall.screen("admin", screen, place, token=hall.token("admin", place)) as here:
        by_hello = here.view
    async with connect(hall.ws) as ws:
        there = Screen(ws)
        await there.hello(hall.token("admin", place), screen)
        assert there.view == by_hello


async def test_a_slow_screen_gets_the_newest_view_and_not_every_one(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        await asyncio.gather(*(hall.issue() for _ in range(60)))
        await board.see(lambda v: v["queues"][0]["waiting"] == 60)
        assert board.seq == hall.hall.seq
        assert board.views < 60


async def test_an_ask_is_done_and_the_answer_carries_its_name(hall: HereHall) -> None:
    async with hall.screen("clerk", "counter", "2") as desk:
        done = await desk.ask("open_counter", "k7f", counter="2")
        assert (done["type"], done["id"], done["seq"]) == ("done", "k7f", hall.hall.seq)
        refused = await desk.ask("call_next", "k8", counter="2")
        assert (refused["type"], refused["id"], refused["code"]) == ("refused", "k8", "nobody_waiting")
        assert refused["text"].keys() == {"zh", "en"}
        assert refused["fields"] == {}


async def test_an_answer_comes_before_the_view_it_brings_about(hall: HereHall) -> None:
    async with hall.screen("clerk", "counter", "2") as desk:
        seen = desk.views
        await desk.ask("open_counter", counter="2")
        assert desk.views == seen
        await desk.see(lambda v: v["state"] == "open_idle")


async def test_an_ask_that_makes_no_sense_is_refused_and_the_screen_stays(hall: HereHall) -> None:
    async with hall.screen("clerk", "counter", "2") as desk:
        for said, code in (
            ({"id": "a", "type": "sing"}, "unknown_command"),
            ({"id": "a", "type": "call_next"}, "invalid"),
            ({"id": "a", "type": "call_next", "counter": "2", "more": 1}, "invalid"),
            ({"id": "a", "type": "hello"}, "unknown_command"),
            ({"id": "a"}, "invalid"),
        ):
            await desk.say(**said)
            assert (await desk.next("refused", id="a"))["code"] == code
        for text in ("", "{", "[]", "null", b"\x00"):
            await desk.ws.send(text)
            assert (await desk.next("refused", id=""))["code"] == "invalid"
        assert (await desk.ask("open_counter", counter="2"))["type"] == "done"


async def test_a_message_larger_than_any_command_ends_the_socket(hall: HereHall) -> None:
    async with hall.screen("clerk", "counter", "2") as desk:
        await desk.ws.send("x" * 70_000)
        assert await desk.closed() == 1009


async def test_what_a_role_may_not_ask_is_refused(hall: HereHall) -> None:
    for role, screen, place, kind, fields in (
        ("kiosk", "kiosk", "", "call_next", {"counter": "1"}),
        ("lobby_board", "lobby", "", "issue_ticket", {"service": "pay"}),
        ("window_display", "window", "1", "call_next", {"counter": "1"}),
        ("clerk", "counter", "1", "close_day", {"reason": "home"}),
        ("counter_screen", "counter", "1", "call_next", {"counter": "1"}),
    ):
        async with hall.screen(role, screen, place) as here:
            refused = await here.ask(kind, **fields)
            assert (refused["type"], refused["code"]) == ("refused", "not_allowed"), role


async def test_a_refused_set_up_is_told_whole_by_the_socket_as_by_http(hall: HereHall) -> None:
    config = (await hall.http.get("/api/setup", headers=bearer(hall.admin))).json()["config"]
    config["routing"], config["counters"][0]["profile"] = "by_lottery", ""
    async with hall.screen("hall_manager", "manager") as manager:
        refused = await manager.ask("configure_hall", config=config)
    _, body = await hall.post(hall.admin, "configure_hall", config=config)
    assert {p["where"] for p in refused["problems"]} == {"routing", "counters[0].profile"}
    assert refused["problems"] == body["problems"]


async def test_the_beat_tells_position_time_and_build(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        beat = await board.next("beat")
        assert (beat["seq"], beat["epoch"]) == (hall.hall.seq, hall.hall.epoch)
        assert beat["time"] == hall.house.clock().isoformat()
        health = (await hall.http.get("/health")).json()
        assert beat["build"] == health["build"]
        assert beat["faults"] == []


async def test_a_revoked_screen_is_refused_at_once_and_shown_out_with_the_beat(hall: HereHall) -> None:
    token = hall.token("clerk", "1", "tablet")
    async with hall.screen("clerk", "counter", "1", token) as desk:
        assert (await desk.ask("open_counter", counter="1"))["type"] == "done"
        async with hall.house.screens._tokens:  # no beat shows it out before its ask is answered
            hall.house.devices.revoke("tablet", hall.clock.at)
            assert (await desk.ask("call_next", counter="1"))["code"] == "wrong_token"
        assert (await desk.next("bye"))["code"] == "wrong_token"
        await desk.closed()
    await until(lambda: not hall.house.screens.connected)


async def test_a_log_out_ends_the_screen_too(hall: HereHall) -> None:
    hall.house.people.add("1207", "王芳", "clerk", "calm-lotus-32")
    body = {"login": "1207", "password": "calm-lotus-32", "place": "1"}
    token = (await hall.http.post("/api/login", json=body)).json()["token"]
    async with hall.screen("clerk", "counter", "1", token) as desk:
        await hall.http.post("/api/logout", headers=bearer(token))
        assert (await desk.next("bye"))["code"] == "wrong_token"


async def test_a_screen_that_goes_leaves_nothing_behind(hall: HereHall) -> None:
    for _ in range(3):
        async with hall.screen("lobby_board", "lobby"):
            assert len(hall.house.screens.connected) == 1
        await until(lambda: not hall.house.screens.connected)
    assert not hall.house.views._boxes
    assert not hall.house.views._last


async def test_a_kiosk_that_hangs_up_midway_asks_again_and_gets_one_number(hall: HereHall) -> None:
    token = hall.token("kiosk")
    async with hall.screen("kiosk", "kiosk", token=token) as kiosk:
        await kiosk.say(id="k", type="issue_ticket", service="pay")
        await kiosk.ws.close()
    async with hall.screen("kiosk", "kiosk", token=token) as kiosk:
        done = await kiosk.ask("issue_ticket", "k", service="pay")
    assert done["result"]["ticket"]["number"] == "A001"
    assert len(hall.hall.tickets) == 1


async def test_a_public_screen_shows_nothing_private(hall: HereHall) -> None:
    await hall.sit_down("1", "1207")
    guest = Segment(id="vip-7788", name=Text("贵宾", "Guests"))
    config = replace(hall.hall.setup, segments=(*hall.hall.setup.segments, guest))
    await hall.house.live.apply(ConfigureHall(config=config), actor="test", request="guests")
    private = {"priority": "priority", "priority_reason": "pregnant", "segment": guest.id}
    ticket = await hall.issue(**private)
    await hall.issue(**private)
    await hall.do("call_next", counter="1")
    for screen, place in (("lobby", ""), ("window", "1"), ("kiosk", "")):
        async with hall.screen("admin", screen, place) as here:
            shown = json.dumps(here.view, ensure_ascii=False)
        for secret in ("pregnant", guest.id, ticket["token"], "priority"):
            assert secret not in shown, (screen, secret)


async def a_busy_morning(hall: HereHall) -> None:
    """Something of everything that screens show."""
    hall.clock.move(seconds=7)
    for counter in ("1", "2", "3"):
        await hall.sit_down(counter, f"120{counter}")
    for service in ("pay", "pay", "enquiry", "install_home", "pay", "transfer", "pay", "pay"):
        hall.clock.move(seconds=20)
        await hall.issue(service)
    for counter in ("1", "2", "3"):
        hall.clock.move(seconds=5)
        await hall.do("call_next", counter=counter)
    await hall.do("recall", counter="1")
    await hall.do("start_service", counter="1")
    await hall.do("mark_no_show", counter="2")
    await hall.do("return_to_queue", counter="3")
    hall.clock.move(minutes=4)
    await hall.do("finish_ticket", counter="1")
    await hall.do("pause_counter", counter="1", reason="喝水")
    await hall.do("suspend_service", service="repair", reason={"zh": "升级", "en": "upgrade"}, until="11:00")
    await hall.do("call_next", counter="2")
    await hall.do("start_service", counter="2")
    await hall.do("park_ticket", counter="2", kind="customer_away")
    await hall.post(hall.token("kiosk"), "raise_alert", kind="guide_called", subject="")
    hall.clock.move(minutes=1)
    await hall.do("open_counter", counter="4")


@pytest.mark.parametrize(("screen", "place"), SCREENS)
async def test_what_was_pushed_last_is_what_a_new_screen_sees(
    hall: HereHall, screen: str, place: str
) -> None:
    async with hall.screen("admin", screen, place) as old:
        await a_busy_morning(hall)
        async with hall.screen("admin", screen, place) as new:
            await old.see(lambda view: view == new.view)
        by_http = await hall.http.get(f"/api/views/{screen}?place={place}", headers=bearer(hall.admin))
        assert by_http.json() == old.view


async def test_a_screen_can_ask_everything_there_is(hall: HereHall) -> None:
    async with hall.screen("admin", "manager") as here:
        for kind in COMMANDS:
            await here.say(id=kind, type=kind, by_the_way=1)
            refused = await here.next("refused", id=kind)
            assert refused["code"] == "invalid"


async def test_boards_without_a_place_are_told_apart_by_their_own_names(hall: HereHall) -> None:
    one, two = hall.token("lobby_board", name="大屏一"), hall.token("lobby_board", name="大屏二")
    async with (
        hall.screen("lobby_board", "lobby", token=one),
        hall.screen("lobby_board", "lobby", token=two),
        hall.screen("lobby_board", "lobby", "main"),
    ):
        assert {s.name for s in hall.house.screens.connected} == {
            "lobby:大屏一",
            "lobby:大屏二",
            "lobby:main",
        }
    await until(lambda: not hall.house.screens.connected)
    hall.clock.move(seconds=31)
    assert set(hall.house.presence.absent()) == {"lobby:大屏一", "lobby:大屏二", "lobby:main"}


async def test_a_board_sees_what_hangs_at_its_place(hall: HereHall) -> None:
    config = hall.hall.config
    assert config is not None
    here = config.zones[0].id
    notice = Notice(id="n", text=Text("雨天路滑", "Wet floor"), places=(here,))
    changed = ConfigureHall(config=replace(config, notices=(notice,)))
    await hall.house.live.apply(changed, actor="person:1", request="notice")
    async with (
        hall.screen("lobby_board", "lobby", here) as board,
        hall.screen("lobby_board", "lobby") as other,
    ):
        assert [text["en"] for text in board.view["posted"]] == ["Wet floor"]
        assert other.view["posted"] == []


async def test_screens_hear_with_the_next_beat_that_a_hall_speaks_chinese_alone(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        await board.next("beat", languages="both")
        await in_chinese_alone(hall)
        await board.next("beat", languages="zh")
    async with connect(hall.ws) as ws:
        welcome = await Screen(ws).hello(hall.token("kiosk"), "kiosk")
        assert welcome["languages"] == "zh"
