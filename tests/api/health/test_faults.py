"""What is wrong beside what the journal says: told with every beat and in health, in words."""

import pytest

from server.api.health import faults
from server.safekeeping.noted import note_failed, note_saved
from server.supervisor import Part
from tests.hall_here import HereHall
from tests.patience import until


async def test_a_hall_that_lacks_nothing_has_no_faults(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hall.house.faults.beside_the_journal() == []
    monkeypatch.setattr(faults, "LOW_DISK", 1 << 40)  # a figure, so that no disk needs to be filled
    assert [f.code for f in hall.house.faults.beside_the_journal()] == ["disk_low"]


async def test_a_part_that_fails_is_told_in_words_and_the_hall_goes_on(hall: HereHall) -> None:
    """Never "ok" while something starts anew every second."""

    async def fails() -> None:
        raise OSError("/secret/path: gone")

    hall.house.parts.start(Part(kind="demo"), fails)
    await until(lambda: "part_failed/demo" in hall.hall.alerts)
    found = (await hall.http.get("/health")).json()
    assert found["status"] == "trouble"
    assert [t["text"]["zh"] for t in found["problems"]] == ["演示人物出了故障，系统正在重试；其他功能照常"]
    assert (await hall.issue())["number"] == "A001"


async def test_what_cannot_be_written_down_is_told_with_every_heartbeat(hall: HereHall) -> None:
    await hall.house.parts.end(Part(kind="parts"))  # whoever would raise the alert is gone
    hall.house.parts.failed(Part(kind="words"), OSError("gone"))
    async with hall.screen("lobby_board", "lobby") as board:
        beat = await board.next("beat")
        assert [fault["text"]["en"][:27] for fault in beat["faults"]] == ["Preparing what is spoken fa"]


async def test_a_backup_that_failed_or_is_missing_is_told_until_there_is_one(hall: HereHall) -> None:
    """A night without a backup was seen by nobody until the day it was needed."""
    data, clock, now = hall.house.settings.data, hall.clock, hall.house.clock
    assert (await hall.http.get("/health")).json()["status"] == "ok"
    clock.move(days=1)
    note_failed(data, now())
    (told,) = (await hall.http.get("/health")).json()["problems"]
    assert told["code"] == "backup_failed"
    assert told["text"]["zh"].startswith("2026-03-03 09:00 的备份没有做成；上一份完好的备份：还没有过。")
    clock.move(minutes=1)
    note_saved(data, now())
    clock.move(minutes=1)
    assert (await hall.http.get("/health")).json()["problems"] == []
    clock.move(days=3)
    (late,) = (await hall.http.get("/health")).json()["problems"]
    assert late["text"]["zh"].startswith("从 2026-03-03 09:01 起没有再备份")
    assert "/" not in late["text"]["zh"] + told["text"]["zh"], "anybody may read it: no paths"
