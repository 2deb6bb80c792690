"""One second of wrong clock costs at most that second: at the start, while running, and on the way back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.access.secrets import token_hash
from server.api.screens.screen import Screen
from server.command import making
from server.domain.config.pieces.calendar import Hours
from server.domain.queue.events import ClockSettled
from server.domain.setup.commands import ConfigureHall
from server.house import House
from server.packs.hall_file import pack
from server.watchers.clock import keep_clock
from server.watchers.clock.keep_clock import KeepClock
from server.watchers.clock.time_sources import MARK, read_mark, write_mark
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD, bearer

HOURS = Hours(opens="08:30", closes="17:30")
ELSEWHERE = "192.168.1.77"
EVENING = timedelta(hours=8)


class Tablet:
    """A screen on a machine of its own, whose clock is right."""

    def __init__(self, house: House, hand: HandClock, off: timedelta = timedelta(0)) -> None:
        self.address = ELSEWHERE
        self.heard = house.clock.heard(hand.at + off)


def with_tablet(hall: HereHall, tablet: Tablet) -> KeepClock:
    house = hall.house
    kept = KeepClock(house.live, house.clock, house.settings, [tablet])
    house.time._keep_clock = kept
    return kept


def of_the_clock(hall: HereHall) -> list[str]:
    return [alert for alert in hall.hall.alerts if alert.startswith("clock")]


@pytest.fixture(autouse=True)
def another_boot_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand clock begins anew with each start, as a machine does."""
    names = iter(range(100))
    boot: Callable[[], str] = lambda: f"boot {next(names)}"  # noqa: E731
    monkeypatch.setattr(keep_clock, "boot_id", boot)


async def with_hours(data: Path) -> None:
    async with here_hall(data) as hall:
        config = hall.hall.config
        assert config is not None
        command = ConfigureHall(config=replace(config, hours=HOURS))
        await hall.house.live.apply(command, actor="system:test", request="hours")
        hall.house.keep_clock.note = lambda: None  # type: ignore[method-assign]  # an older version kept none
    (data / MARK).unlink(missing_ok=True)


async def kiosk_gives(hall: HereHall) -> str:
    status, body = await hall.post(hall.token("kiosk"), "issue_ticket", service="pay")
    assert status == 200, body
    number: str = body["result"]["ticket"]["number"]
    return number


@pytest.mark.parametrize("ahead", [EVENING, timedelta(days=1), timedelta(days=1800)])
@pytest.mark.parametrize("touched", [False, True])
async def test_a_start_with_a_wrong_clock_costs_nothing_afterwards(
    data: Path, ahead: timedelta, touched: bool
) -> None:
    """C05 (eight hours) and C06 (2031): 45 s of it, then the right clock at 09:36."""
    await with_hours(data)
    wrong = HandClock(NOW + ahead)
    async with here_hall(data, wrong) as hall:
        for _ in range(9):
            wrong.move(seconds=5)
            await hall.house.time.look()
            if touched:
                await hall.issue()
    right = HandClock(NOW + timedelta(minutes=36))
    async with here_hall(data, right) as hall:
        assert hall.house.clock() == right.at
        assert await kiosk_gives(hall) == ("A010" if touched else "A001")
        assert hall.hall.at == right.at
        assert all(t.wait_at(right.at) < timedelta(hours=1) for t in hall.hall.tickets.values())
        assert await hall.tells_the_same()


async def test_a_morning_survives_a_start_with_a_wrong_clock(data: Path) -> None:
    """Customers wait, a counter serves; 45 s of evening end neither them nor the day."""
    await with_hours(data)
    async with here_hall(data) as hall:
        await hall.called("1")
        await hall.issue()
    wrong = HandClock(NOW + timedelta(hours=12))
    async with here_hall(data, wrong) as hall:
        for _ in range(9):
            wrong.move(seconds=5)
            await hall.house.time.look()
            await hall.house.over_wait.attend()
            await hall.house.care_clock.look()
    async with here_hall(data, HandClock(NOW + timedelta(minutes=2))) as hall:
        assert {t.number for t in hall.hall.tickets.values()} == {"A001", "A002"}
        assert hall.hall.counters["1"].state == "calling"
        assert not hall.hall.care.cases, "nobody was owed a remedy for hours that were not"
        assert await kiosk_gives(hall) == "A003"


@pytest.mark.parametrize("leap", [EVENING, timedelta(days=1), timedelta(days=1800), -timedelta(days=400)])
async def test_a_running_hall_does_not_follow_a_leap_and_says_so(hall: HereHall, leap: timedelta) -> None:
    await hall.issue()
    hall.clock.at += leap
    hall.clock.move(seconds=30)
    await hall.house.time.look()
    assert hall.house.clock() == NOW + timedelta(seconds=30)
    assert hall.hall.day is not None
    assert hall.hall.alerts["clock_jumped/server"].detail.startswith(str((NOW + leap).year))
    assert hall.house.faults.beside_the_journal()[0].code == (
        "clock_ahead" if leap > timedelta(0) else "clock_jumped"
    )
    assert re.search(
        r"(快了|调回) \d+ (小时|天)", hall.house.faults.beside_the_journal()[0].text.zh
    )  # not 86400 seconds
    hall.clock.at -= leap
    await hall.house.time.look()
    assert not of_the_clock(hall)


async def test_a_leap_that_persists_is_believed_once_a_tablet_agrees(hall: HereHall) -> None:
    await hall.issue()
    tablet = Tablet(hall.house, hall.clock, EVENING)  # the machine was eight hours slow
    with_tablet(hall, tablet)
    hall.clock.at += EVENING
    await hall.house.time.look()
    assert hall.house.clock() == NOW
    for _ in range(13):
        hall.clock.move(seconds=5)
        await hall.house.time.look()
    assert hall.house.clock() == hall.clock.at
    assert hall.hall.epoch == 2
    assert not of_the_clock(hall)
    (waiting,) = hall.hall.tickets.values()
    assert waiting.wait_at(hall.clock.at) == timedelta(seconds=65)


async def test_a_manager_can_settle_it_at_once(hall: HereHall) -> None:
    """C06: the way back that a hall manager can walk."""
    await hall.issue()
    hall.clock.at -= timedelta(days=1800)  # the hall lives in the future of a right clock
    await hall.house.time.look()
    await hall.do("settle_clock")
    assert hall.house.clock() == hall.clock.at
    assert hall.hall.epoch == 2
    await hall.house.time.look()
    assert not of_the_clock(hall)
    assert (await hall.issue())["number"] == "A002"
    last = await hall.house.live.journal.since(0, 1000)
    (settled,) = [r for r in last if isinstance(r.event, ClockSettled)]
    assert settled.actor.startswith("script:")
    assert await hall.tells_the_same()


async def test_only_the_server_says_what_time_it_is_settled_to(hall: HereHall) -> None:
    await hall.do("settle_clock", to=5.0, since=5.0, by="somebody")
    assert hall.house.clock() == NOW
    kiosk = hall.token("kiosk")
    status, body = await hall.post(kiosk, "settle_clock")
    assert (status, body["code"]) == (403, "not_allowed")


async def test_a_proven_time_is_kept_for_the_next_start(data: Path) -> None:
    hand = HandClock()
    async with here_hall(data, hand) as hall:
        hand.move(hours=2)
        await hall.house.time.look()
    mark = read_mark(data)
    assert mark
    assert mark.at == NOW + timedelta(hours=2)
    async with here_hall(data, HandClock(NOW - timedelta(days=300))) as hall:
        assert hall.house.clock() == NOW + timedelta(hours=2), "its battery is empty; it goes on from there"
        await hall.house.time.look()
        assert "clock_jumped/server" in hall.hall.alerts
        assert read_mark(data) == mark, "what is not proven binds nobody"


async def test_a_start_that_nobody_contradicts_is_told_until_it_is_proven(data: Path) -> None:
    hand = HandClock(NOW + timedelta(hours=14))
    async with here_hall(data, hand) as hall:
        await hall.house.time.look()
        assert "clock_unproven/server" in hall.hall.alerts
        with_tablet(hall, Tablet(hall.house, hand))
        await hall.house.time.look()
        assert not of_the_clock(hall)


async def test_a_browser_on_this_machine_proves_nothing(hall: HereHall) -> None:
    async with hall.screen("kiosk", "kiosk"):
        (screen,) = hall.house.screens.connected
        screen.heard = hall.house.clock.heard(NOW)
        assert isinstance(screen, Screen)
        assert hall.house.keep_clock._others() == []
        screen.address = ELSEWHERE
        assert len(hall.house.keep_clock._others()) == 1


async def test_a_full_disk_costs_the_mark_and_nothing_else(hall: HereHall) -> None:
    write_mark(hall.house.settings.data / "gone", hall.house.clock.believed(""))
    assert read_mark(hall.house.settings.data / "gone") is None


async def test_reports_of_the_real_day_know_the_set_up_of_the_wrong_time(tmp_path: Path) -> None:
    """C06: the hall was made in 2031; its reports of today are led by that set-up all the same."""
    ahead, data = NOW + timedelta(days=1800), tmp_path / "hall"
    await making.make_hall(data, pack("power"), ahead, admin_password=PASSWORD, printers=[])
    async with here_hall(data) as hall:
        await hall.called("1")
        asked = {"period": "day", "date": "2026-03-02", "format": "json"}
        answer = await hall.http.get("/api/reports/waits", params=asked, headers=bearer(hall.admin))
        assert answer.status_code == 200, answer.text
        assert answer.json()["tables"][0]["rows"], sorted(answer.json())


async def test_a_log_in_of_the_wrong_time_does_not_last_for_years(data: Path) -> None:
    async with here_hall(data) as hall:
        people, ahead = hall.house.people, NOW + timedelta(days=1800)
        token, _, _ = people.log_in("admin", PASSWORD, "", ahead)
        assert people.find(token_hash(token), ahead)
        assert people.find(token_hash(token), NOW) is None
