"""The parts joined: what the whole house promises beyond each of them."""

from pathlib import Path

import pytest

from server.devices.printers import PrinterConfig
from tests.hall_here import HereHall, here_hall
from tests.patience import until


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


async def test_a_speaker_that_is_not_there_silences_nobody_else(data: Path) -> None:
    async with here_hall(data, server_speaker="no-such-device") as hall:
        assert (await hall.issue())["number"] == "A001"


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
