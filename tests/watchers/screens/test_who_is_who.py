"""People are called by their names as soon as the server has looked."""

from tests.hall_here import HereHall
from tests.patience import until


async def test_a_person_is_called_by_name(hall: HereHall) -> None:
    assert hall.house.who.name_of("9001") == "9001"
    hall.house.people.add("9001", "王芳", "hall_manager", "calm-lotus-31")
    await hall.house.who.look()
    assert hall.house.who.name_of("9001") == "王芳"
    assert hall.house.who.name_of("person:9001") == "王芳"
    await hall.do("lead_shift")
    async with hall.screen("admin", "manager") as board:
        await until(lambda: board.view["leader"] != "")
        assert board.view["leader_name"] == hall.house.who.name_of(board.view["leader"])


async def test_the_manager_reads_names_not_log_ins(hall: HereHall) -> None:
    """C15: leader `1001`."""
    hall.house.people.add("9001", "王芳", "hall_manager", "calm-lotus-31")
    await hall.house.who.look()
    login = await hall.http.post("/api/login", json={"login": "9001", "password": "calm-lotus-31"})
    token = login.json()["token"]
    status, body = await hall.post(token, "lead_shift")
    assert status == 200, body
    async with hall.screen("hall_manager", "manager", token=token) as board:
        await board.see(lambda v: v["leader_name"] == "王芳")
