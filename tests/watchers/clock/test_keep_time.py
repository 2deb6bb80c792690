"""What the time alone makes due."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from server.devices.speaking.phrases import FIRST, counter_phrase
from server.domain.config.pieces.calendar import Hours
from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Ahead, Foresight
from server.domain.setup.commands import ConfigureHall
from tests.devices.tone_voice import ToneVoice
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW
from tests.patience import until


async def with_hours(hall: HereHall, hours: Hours) -> None:
    config = hall.hall.config
    assert config is not None
    command = ConfigureHall(config=replace(config, hours=hours))
    await hall.house.live.apply(command, actor="system:test", request="hours")


async def test_midnight_ends_nobody_in_a_hall_that_is_open_through_it(hall: HereHall) -> None:
    """C08: A001 is being served at 23:59:30, three wait."""
    served = await hall.called("1")
    await hall.do("start_service", counter="1")
    for _ in range(3):
        await hall.issue()
    async with hall.screen("lobby_board", "lobby") as board:
        hall.clock.move(hours=14, minutes=59, seconds=30)
        await hall.house.time.look()
        hall.clock.move(seconds=31)
        await hall.house.time.look()
        assert hall.hall.day == date(2026, 3, 3)
        assert hall.hall.counters["1"].ticket == served
        assert {t.number for t in hall.hall.waiting()} == {"A002", "A003", "A004"}
        assert not any(alert.startswith("sent_away") for alert in hall.hall.alerts)
        assert (await hall.issue())["number"] == "A005"
        await board.see(lambda v: [call["number"] for call in v["calls"]] == ["A001"])
        await hall.do("finish_ticket", counter="1")
        await hall.do("call_next", counter="1")
        assert (await board.see(lambda v: v["calls"][0]["number"] == "A002"))["calls"]
    assert await hall.tells_the_same()


async def test_a_hall_with_hours_ends_its_day_and_tells_who_was_sent_away(hall: HereHall) -> None:
    await with_hours(hall, Hours(opens="08:30", closes="17:30"))
    await hall.called("1")
    await hall.issue()
    assert hall.hall.day == date(2026, 3, 2)
    hall.clock.move(hours=11, minutes=29, seconds=59)  # 20:29:59 in the hall
    await hall.house.time.look()
    assert len(hall.hall.tickets) == 2
    hall.clock.move(seconds=1)
    await hall.house.time.look()
    assert not hall.hall.tickets
    assert {t.state for t in hall.hall.ended.values()} == {"ended_by_system", "expired"}
    assert hall.hall.counters["1"].state == "closed"
    assert hall.hall.alerts["sent_away/2"].detail == "A001、A002"
    hall.clock.move(hours=13)
    assert (await hall.issue())["number"] == "A001"
    assert hall.hall.day == date(2026, 3, 3)
    hall.clock.move(hours=12)
    await hall.house.time.look()
    assert "sent_away/2" not in hall.hall.alerts


async def test_a_suspension_ends_by_itself_and_somebody_is_told(hall: HereHall) -> None:
    """C12; the server was off when its time came."""
    reason = {"zh": "系统维护", "en": "Maintenance"}
    await hall.do("suspend_service", service="pay", reason=reason, until="18:00")
    async with hall.screen("kiosk", "kiosk") as kiosk:
        assert kiosk.view["services"][0]["suspended"]
        hall.clock.move(days=1, hours=1)
        await hall.house.time.look()
        assert not hall.hall.suspended
        assert hall.hall.alerts["service_back/pay"].detail == "18:00"
        await kiosk.see(lambda v: v["services"][0]["suspended"] is None)
    hall.clock.move(hours=2)
    await hall.house.time.look()
    assert "service_back/pay" not in hall.hall.alerts
    status, body = await hall.post(hall.admin, "suspend_service", service="pay", reason=reason, until="00:01")
    assert (status, body["code"]) == (409, "until_past")


async def test_looking_twice_changes_nothing_more(hall: HereHall) -> None:
    await hall.issue()
    hall.clock.move(days=1)
    await hall.house.time.look()
    seq = hall.hall.seq
    await hall.house.time.look()
    assert hall.hall.seq == seq


@pytest.mark.row("Q27")
async def test_a_long_pause_is_noticed_and_its_end_too(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    await hall.do("pause_counter", counter="1", reason="培训")
    hall.clock.move(seconds=900)
    await hall.house.time.look()
    assert "pause_long/1" not in hall.hall.alerts
    hall.clock.move(seconds=1)
    await hall.house.time.look()
    assert hall.hall.alerts["pause_long/1"].detail == "培训"
    await hall.do("resume_counter", counter="1")
    await hall.house.time.look()
    assert "pause_long/1" not in hall.hall.alerts


@pytest.mark.row("Q37")
async def test_a_room_that_nobody_opens_is_told_of_with_who_keeps_it(hall: HereHall) -> None:
    config = hall.hall.setup
    *others, last = config.counters
    room = replace(last, room=True, keeper="周敏")
    await hall.house.live.apply(
        ConfigureHall(config=replace(config, counters=(*others, room))), actor="test", request="room"
    )
    alert = f"room_unmanned/{room.id}"
    await hall.do("open_counter", counter=room.id)
    await hall.do("close_counter", counter=room.id)
    hall.clock.move(seconds=1800)
    await hall.house.time.look()
    assert alert not in hall.hall.alerts
    hall.clock.move(seconds=1)
    await hall.house.time.look()
    assert hall.hall.alerts[alert].detail == "周敏"
    await hall.do("open_counter", counter=room.id)
    await hall.house.time.look()
    assert alert not in hall.hall.alerts


@pytest.mark.row("Q19")
async def test_a_terminal_out_of_order_is_told_of_until_it_works(hall: HereHall) -> None:
    terminal = hall.hall.setup.terminals[0]
    alert = f"terminal_faulty/{terminal.id}"
    await hall.do("report_terminal", terminal=terminal.id, works=False, detail="缺纸")
    await hall.house.time.look()
    assert hall.hall.alerts[alert].detail == "缺纸"
    await hall.do("report_terminal", terminal=terminal.id, works=True)
    await hall.house.time.look()
    assert alert not in hall.hall.alerts


async def test_a_board_that_has_gone_silent_is_noticed(hall: HereHall) -> None:
    token = hall.token("lobby_board", name="board")
    async with hall.screen("lobby_board", "lobby", token=token):
        pass
    await until(lambda: not hall.house.screens.connected)
    hall.clock.move(seconds=31)
    await hall.house.time.look()
    assert "board_silent/lobby:board" in hall.hall.alerts
    async with hall.screen("lobby_board", "lobby", token=token):
        await hall.house.time.look()
        assert "board_silent/lobby:board" not in hall.hall.alerts


async def test_a_board_that_may_not_make_a_sound_is_noticed(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby", token=hall.token("lobby_board", name="board")) as board:
        await board.say(type="sound", state="blocked")
        await until(hall.house.presence.muted)
        await hall.house.time.look()
        assert "sound_blocked/lobby:board" in hall.hall.alerts
        await board.say(type="sound", state="on")
        await until(lambda: not hall.house.presence.muted())
        await hall.house.time.look()
        assert "sound_blocked/lobby:board" not in hall.hall.alerts


async def test_a_clock_set_back_is_noticed_and_no_wait_shrinks(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        ticket = await hall.issue()
        issued = hall.hall.tickets[ticket["ticket"]].issued_at
        hall.clock.set_back(minutes=10)
        hall.clock.move(seconds=30)
        await hall.do("open_counter", counter="1")
        await hall.do("call_next", counter="1")
        called = hall.hall.tickets[ticket["ticket"]].leg.called_at
        assert called
        assert called - issued == timedelta(seconds=30)
        await hall.house.time.look()
        assert "clock_jumped/server" in hall.hall.alerts
        beat = await board.next("beat")
        while not beat["faults"]:
            beat = await board.next("beat")
        assert beat["faults"][0]["code"] == "clock_jumped"
        assert "10 分钟" in beat["faults"][0]["text"]["zh"]
        hall.clock.set_back(minutes=-10)
        await hall.house.time.look()
        assert "clock_jumped/server" not in hall.hall.alerts


async def test_others_alerts_are_left_alone(hall: HereHall) -> None:
    await hall.post(hall.token("kiosk"), "raise_alert", kind="guide_called", subject="")
    await hall.house.time.look()
    assert "guide_called/kiosk" in hall.hall.alerts


async def test_names_are_kept_for_two_days_and_then_forgotten(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    hall.clock.move(hours=47)
    await hall.house.time.look()
    await hall.post(kiosk, "issue_ticket", "later", service="pay")
    hall.clock.move(hours=1, minutes=1)
    await hall.house.time.look()
    names = await hall.house.live.journal.names()
    assert not any(name.endswith("/tap") for name in names)
    assert any(name.endswith("/later") for name in names)


async def test_the_day_ends_after_closing_once_everybody_is_served(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand) as hall:
        await with_hours(hall, Hours(opens="08:30", closes="16:30"))
        await hall.called("1")
        hall.clock.move(hours=7, minutes=45)  # 16:45
        await hall.house.time.look()
        assert hall.hall.day is not None
        await hall.do("start_service", counter="1")
        await hall.do("finish_ticket", counter="1")
        await hall.house.time.look()
        assert hall.hall.day is None
        assert hall.hall.counters["1"].state == "closed"


async def test_the_words_of_the_set_up_outlast_a_weekend(data: Path) -> None:
    """C17: a hall rests from Friday to Monday and has its good voice on Monday."""
    voice = ToneVoice("good")
    async with here_hall(data, voice=voice) as hall:
        sounds, config = hall.house.sounds, hall.hall.config
        assert config is not None
        place = config.counters[0]
        words = counter_phrase(place.name, place.id, FIRST, "zh")
        kept, stray = await sounds.phrase(words, "zh"), await sounds.phrase("试音", "zh")
        for path in (kept, stray):
            os.utime(path, (NOW.timestamp(), NOW.timestamp()))
        hall.clock.move(days=3)
        await hall.house.time.look()
        assert (kept.exists(), stray.exists()) == (True, False)


async def looked_ahead(hall: HereHall, minutes: float, over: float) -> None:
    """Everybody in line is foreseen to be called within so many minutes."""
    ahead = Ahead(low=0, high=minutes * 60, over=over)
    tickets = {t.id: ahead for t in hall.hall.waiting()}
    hall.house.live.foresee = lambda: Foresight(at=hall.clock.at, seq=0, tickets=tickets)
    await hall.house.live.apply(LookAhead(), actor="system:test", request=f"look {hall.hall.seq} {over}")
    await hall.house.time.look()


@pytest.mark.row("R12")
@pytest.mark.row("Q04")
async def test_a_line_at_risk_is_told_of_until_it_is_calm(hall: HereHall) -> None:
    for _ in range(3):
        await hall.issue()
    (queue,) = {t.leg.queue for t in hall.hall.waiting()}
    alert = f"line_at_risk/{queue}"
    await looked_ahead(hall, 30, over=0.8)
    assert hall.hall.alerts[alert].detail == "2"
    await looked_ahead(hall, 10, over=0.0)
    assert alert in hall.hall.alerts
    hall.clock.move(minutes=10)
    await looked_ahead(hall, 10, over=0.1)
    assert alert not in hall.hall.alerts


@pytest.mark.row("Q01")
async def test_waits_that_do_not_hold_are_told_of_until_they_do(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")

    async def calls(n: int, *, late: bool) -> None:
        for _ in range(n):
            await hall.issue()
            await looked_ahead(hall, 1, over=0.0)
            hall.clock.move(seconds=90 if late else 30)
            await hall.do("call_next", counter="1")
            await hall.do("start_service", counter="1")
            await hall.do("finish_ticket", counter="1")

    await calls(20, late=False)
    await calls(9, late=True)
    await hall.house.time.look()
    assert "waits_unreliable/today" not in hall.hall.alerts
    await calls(1, late=True)
    await hall.house.time.look()
    assert hall.hall.alerts["waits_unreliable/today"].detail == "67"
    await calls(4, late=False)
    await hall.house.time.look()
    assert "waits_unreliable/today" not in hall.hall.alerts
