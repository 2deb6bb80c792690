"""A house goes on where it stopped, and ends with the hall."""

import signal
from pathlib import Path
from types import FrameType

from server.living import _vital
from tests.hall_here import here_hall


async def test_a_hall_goes_on_where_it_stopped(data: Path) -> None:
    async with here_hall(data) as hall:
        await hall.called("1")
        await hall.issue()
        stopped = hall.hall
    async with here_hall(data) as hall:
        assert hall.hall.tickets.keys() == stopped.tickets.keys()
        assert hall.hall.counters["1"].state == "calling"
        assert (await hall.issue())["number"] == "A003"


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
