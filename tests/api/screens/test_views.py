"""A screen's view by HTTP."""

from tests.hall_here import HereHall
from tests.hall_made import bearer
from tests.patience import until


async def test_a_view_by_http_is_the_screens_own(hall: HereHall) -> None:
    await hall.called("1")
    await until(lambda: bool(hall.hall.alerts))  # what became of the call's sound is told, too
    async with hall.screen("clerk", "counter", "1") as desk:
        got = await hall.http.get("/api/views/counter?place=1", headers=bearer(hall.admin))
        assert got.json() == desk.view


async def test_the_place_may_be_the_actors_own(hall: HereHall) -> None:
    got = await hall.http.get("/api/views/counter", headers=bearer(hall.token("counter_screen", "2")))
    assert got.json()["counter"] == "2"


async def test_a_view_has_the_same_doors_as_the_socket(hall: HereHall) -> None:
    cases = (
        ("manager", "", hall.token("clerk"), 403),
        ("counter", "2", hall.token("counter_screen", "1"), 403),
        ("counter", "99", hall.admin, 404),
        ("cinema", "", hall.admin, 403),
        ("lobby", "", "wrong", 401),
    )
    for screen, place, token, status in cases:
        got = await hall.http.get(f"/api/views/{screen}?place={place}", headers=bearer(token))
        assert got.status_code == status, screen
    refused = await hall.http.get("/api/views/manager", headers=bearer(hall.token("kiosk")))
    assert refused.json()["text"]["zh"] == "取号机没有此项权限"
