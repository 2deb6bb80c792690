"""The parts joined: what the whole house promises beyond each of them."""

import asyncio
import signal
from pathlib import Path
from types import FrameType

import pytest

from server import house as house_of
from server.devices.printers import PrinterConfig
from server.house import _kept, _vital
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


async def test_a_part_that_fails_is_taken_up_again() -> None:
    tries: list[int] = []

    async def fails_once() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("gone")
        await asyncio.Event().wait()

    task = asyncio.get_running_loop().create_task(_kept("part", fails_once))
    await until(lambda: len(tries) == 2)
    task.cancel()


async def test_a_watcher_that_fails_stops_no_call(hall: HereHall) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    hall.house.live.watch(broken)
    async with hall.screen("lobby_board", "lobby") as board:
        await hall.called("1")
        await board.see(lambda v: v["calls"][0]["number"] == "A001")
