"""The switch of the simulated people."""

import asyncio
from pathlib import Path

from server.command import making
from tests.hall_here import HereHall, here_hall
from tests.hall_made import NOW
from tests.patience import until


async def test_a_real_hall_has_nobody_to_switch_off(hall: HereHall) -> None:
    for method, path in (
        ("GET", "/api/demo"),
        ("POST", "/api/demo/start"),
        ("POST", "/api/demo/stop"),
        ("POST", "/api/demo/reset"),
    ):
        answer = await hall.http.request(method, path)
        assert answer.json() == {"running": False, "speed": 0}


async def test_people_are_sent_home_and_called_back(tmp_path: Path) -> None:
    await making.make_demo(tmp_path / "demo", "power", NOW, days=0)
    async with here_hall(tmp_path / "demo", demo_speed=30.0) as hall:
        run = hall.house.play.begin(hall.port)
        people = (await hall.http.get("/api/hall")).json()["people"]
        assert {"login": "1201", "name": "张伟", "role": "clerk", "pin": "hallqueue-demo"} in people
        task = asyncio.get_running_loop().create_task(run())
        assert (await hall.http.get("/api/demo")).json() == {"running": True, "speed": 30.0}
        await until(lambda: len(hall.house.screens.connected) == 1 + 2 * 5)  # a kiosk; clerks and evaluators
        assert (await hall.http.post("/api/demo/stop")).json()["running"] is False
        await until(lambda: not hall.house.screens.connected)
        assert (await hall.http.post("/api/demo/start")).json()["running"] is True
        await until(lambda: hall.house.screens.connected)
        task.cancel()


async def test_a_demo_begins_again_and_closes_its_doors_for_it(tmp_path: Path) -> None:
    await making.make_demo(tmp_path / "demo", "power", NOW, days=0)
    async with here_hall(tmp_path / "demo") as hall:
        play, closed = hall.house.play, list[bool]()
        play.begin(hall.port)
        play.close = lambda: closed.append(True)
        assert (await hall.http.post("/api/demo/reset")).status_code == 200
        assert (play.wants_again, closed) == (True, [True])
