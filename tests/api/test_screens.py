"""Smoke."""
from tests.hall_server import HereHall

async def test_smoke(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        assert board.view
        await hall.called()
        await board.see(lambda v: v["calls"])

async def test_smoke2(hall: HereHall) -> None:
    async with hall.screen("lobby_board", "lobby") as board:
        assert board.view
