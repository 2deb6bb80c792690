"""A seat at a hall's screen sees, asks, and says what it did not see."""

from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from server.domain.text import Text
from server.drill.seat import NotSeen, Seat
from tests.hall_here import HereHall

NEVER = Text("没有出现", "it never came")


async def test_a_seat_sees_and_asks_and_says_what_was_missing(hall: HereHall) -> None:
    async with connect(hall.ws, compression=None, max_queue=None, close_timeout=1) as ws:
        seat = Seat(ws, patience=20.0)
        await seat.sit_down(hall.token("kiosk", "K1"), "kiosk", "K1")
        assert (await seat.ask("issue_ticket", service="pay"))["ticket"]["number"] == "A001"
        await seat.see(lambda view: any(s["waiting"] for s in view["services"]), NEVER)
        with pytest.raises(NotSeen) as refused:
            await seat.ask("issue_ticket", service="no-such")
        assert refused.value.text.zh
        seat._patience = 0.3
        with pytest.raises(NotSeen, match="never came"):
            await seat.see(lambda view: view["nothing"]["like"] == "this", NEVER)


async def test_a_board_is_given_the_call_and_says_that_it_played(data: Path, hall: HereHall) -> None:
    async with connect(hall.ws, compression=None, max_queue=None, close_timeout=1) as ws:
        board = Seat(ws)
        await board.sit_down(hall.token("lobby_board"), "lobby", "")
        await board.sound_on()
        ticket = await hall.called("1")
        cue = await board.cue()
        await board.spoken(cue, "played")
        call = hall.hall.tickets[ticket].call
        assert call is not None
        assert call.id == cue["call"]
