"""The parts joined: what the whole house promises beyond each of them."""

import signal
from pathlib import Path
from types import FrameType

import pytest

from server import house as house_of
from server.devices.printers import PrinterConfig
from server.house import _vital
from server.supervisor import Part
from tests.hall_server import HereHall, here_hall, until


async def test_a_hall_goes_on_where_it_stopped(data: Path) -> None:
    async with here_hall(data) as hall:
        await hall.called("1")
        await hall.issue()
        stopped = hall.hall
    async with here_hall(data) as hall:
        assert hall.hall.tickets.keys() == stopped.tickets.keys()
        assert hall.hall.counters["1"].state == "calling"
        assert (await hall.issue())["number"] == "A003"


async def test_rows_journal_and_memory_tell_the_same(hall: HereHall) -> None:
    await hall.called("1")
    await hall.do("start_service", counter="1")
    await hall.do("transfer_ticket", counter="1", to_queue="enquiry")
    journal = hall.house.live.journal
    assert await journal.load() == await journal.replay() == hall.hall


async def test_a_kiosk_without_a_place_prints_on_the_first_printer(data: Path) -> None:
    printers = (PrinterConfig(id="K1", kind="virtual"), PrinterConfig(id="K2", kind="virtual"))
    async with here_hall(data, printers=printers) as hall:
        assert [hall.house.printing.printer_for(place) for place in ("", "K2", "3")] == ["K1", "K2", "K1"]


async def test_a_hall_that_lacks_nothing_has_no_faults(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hall.house.faults() == []
    monkeypatch.setattr(house_of, "LOW_DISK", 1 << 40)  # a figure, so that no disk needs to be filled
    assert [f["code"] for f in hall.house.faults()] == ["disk_low"]


async def test_a_speaker_that_is_not_there_silences_nobody_else(data: Path) -> None:
    async with here_hall(data, server_speaker="no-such-device") as hall:
        assert (await hall.issue())["number"] == "A001"


async def test_without_the_hall_itself_the_server_stops() -> None:
    stopped: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        stopped.append(number)

    async def fails() -> None:
        raise OSError("gone")

    before = signal.signal(signal.SIGTERM, note)
    try:
        await _vital(fails)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert stopped == [signal.SIGTERM]


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


@pytest.mark.parametrize("nth", [0, 3])
async def test_a_watcher_that_fails_stops_no_call(hall: HereHall, nth: int) -> None:
    """Wherever it stands among those that are told."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    hall.house.live._watchers.insert(nth, ("words", broken))
    async with hall.screen("lobby_board", "lobby") as board:
        await hall.called("1")
        await board.see(lambda v: v["calls"][0]["number"] == "A001")
    await until(lambda: "part_failed/words" in hall.hall.alerts)
    assert (await hall.http.get("/health")).json()["status"] == "trouble"
