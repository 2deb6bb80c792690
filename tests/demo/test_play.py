"""The demo's people are let in with tokens of their own."""

from pathlib import Path

from server.access.secrets import token_hash
from server.command import making
from tests.hall_here import HereHall, here_hall
from tests.hall_made import NOW


async def test_there_is_no_stage_before_it_begins(hall: HereHall) -> None:
    assert hall.house.play.stage is None


async def test_it_begins_with_the_speed_said_and_waits_where_none_is(tmp_path: Path) -> None:
    await making.make_demo(tmp_path / "demo", "power", NOW, days=0)
    async with here_hall(tmp_path / "demo") as hall:
        play = hall.house.play
        play.begin(hall.port)
        assert play.stage is not None
        assert (play.stage.running, play.stage.speed) == (False, 1.0)
        actor = hall.house.devices.find(token_hash(play._token("1201", "clerk", "1")))
        assert actor is not None
        assert (actor.role, actor.place) == ("clerk", "1")
