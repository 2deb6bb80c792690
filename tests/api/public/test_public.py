"""What anybody may read."""

from dataclasses import replace
from pathlib import Path

import pytest

from server.api.public.public import qr_svg
from server.domain.config.config import EChannel
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.hall_here import HereHall, here_hall


async def test_health_says_where_the_hall_stands(hall: HereHall) -> None:
    found = (await hall.http.get("/health")).json()
    assert found["status"] == "ok"
    assert (found["seq"], found["epoch"]) == (hall.hall.seq, hall.hall.epoch)
    assert found["version"]


async def test_health_says_how_many_wait_so_that_screens_renew_themselves_when_nobody_does(
    hall: HereHall,
) -> None:
    async def waiting() -> int:
        return int((await hall.http.get("/health")).json()["waiting"])

    assert await waiting() == 0
    await hall.issue()
    await hall.issue()
    assert await waiting() == 2
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    assert await waiting() == 1


async def test_the_hall_names_its_counters_and_no_people(hall: HereHall) -> None:
    found = (await hall.http.get("/api/hall")).json()
    assert found["name"] == {"zh": "供电公司示范营业厅", "en": "Power Company Demonstration Hall"}
    assert (found["industry"], found["demo"], found["people"]) == ("power", False, [])
    assert [c["id"] for c in found["counters"]] == ["1", "2", "3", "4", "5", "6"]
    assert {z["id"] for z in found["zones"]} == {"main", "reception"}


@pytest.mark.row("B08")
async def test_anybody_may_read_the_catalogue(hall: HereHall) -> None:
    found = (await hall.http.get("/api/catalogue")).json()
    assert found["hall"]["zh"] == "供电公司示范营业厅"
    (tariff,) = (one for one in found["businesses"] if one["id"] == "tariff")
    assert tariff["entry"]["limit"]["zh"] == "下一个抄表周期生效"
    assert tariff["entry"]["incomplete"] is False


async def test_a_hall_that_is_not_set_up_says_so(tmp_path: Path) -> None:
    async with here_hall(tmp_path / "empty") as hall:
        assert (await hall.http.get("/api/catalogue")).json()["businesses"] == []
        assert (await hall.http.get("/api/hall")).json()["name"] is None
        status, body = await hall.post(hall.admin, "issue_ticket", service="pay")
        assert (status, body["code"]) == (503, "no_hall")
        for screen in ("lobby", "kiosk", "manager", "counter"):
            answer = await hall.http.get(
                f"/api/views/{screen}", headers={"authorization": f"Bearer {hall.admin}"}
            )
            assert answer.status_code == 404, screen


async def test_a_customer_sees_the_own_ticket_by_its_token(hall: HereHall) -> None:
    ticket = await hall.issue()
    found = (await hall.http.get(f"/api/ticket/{ticket['token']}")).json()
    assert (found["number"], found["state"]) == ("A001", "waiting")
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    found = (await hall.http.get(f"/api/ticket/{ticket['token']}")).json()
    assert (found["state"], found["counter"]) == ("called", "1")
    await hall.do("start_service", counter="1")
    await hall.do("finish_ticket", counter="1")
    assert (await hall.http.get(f"/api/ticket/{ticket['token']}")).json()["state"] == "finished"


async def test_a_ticket_nobody_has_is_not_found(hall: HereHall) -> None:
    ticket = await hall.issue()
    for token in ("ghost", ticket["ticket"], ticket["number"], "%00", "..%2f..%2fetc%2fpasswd", "x" * 5000):
        answer = await hall.http.get(f"/api/ticket/{token}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), token[:30]


async def test_the_qr_code_is_a_picture(hall: HereHall) -> None:
    ticket = await hall.issue()
    answer = await hall.http.get(f"/api/qr/{ticket['token']}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")


async def test_a_qr_code_of_no_ticket_is_not_drawn(hall: HereHall) -> None:
    """C39: drawing one costs as much as a number."""
    for token in ("x" * 5000, "abcDEF_123-x", "..%2f"):
        assert (await hall.http.get(f"/api/qr/{token}.svg")).status_code == 404


async def test_another_way_to_do_a_business_has_a_code_where_the_set_up_has_an_address(
    hall: HereHall,
) -> None:
    """Q17: of the set-up's own addresses only; the hall draws nothing that a stranger wishes."""
    config = hall.hall.config
    assert config
    ways = (
        EChannel(name=Text("网", "Web"), url="https://example.cn/pay"),
        EChannel(name=Text("银行", "Bank")),
    )
    services = tuple(replace(s, e_channels=ways) if s.id == "pay" else s for s in config.services)
    await hall.house.live.apply(
        ConfigureHall(config=replace(config, services=services)), actor="person:1", request="ways"
    )
    assert (await hall.http.get("/api/ways/pay/0.svg")).content == qr_svg("https://example.cn/pay")
    for path in ("pay/1", "pay/2", "ghost/0"):
        assert (await hall.http.get(f"/api/ways/{path}.svg")).status_code == 404, path
    assert (await hall.http.get("/api/ways/pay/-1.svg")).status_code == 422


async def test_the_same_qr_code_is_drawn_once(hall: HereHall) -> None:
    ticket = await hall.issue()
    before = qr_svg.cache_info().misses
    for _ in range(5):
        assert (await hall.http.get(f"/api/qr/{ticket['token']}.svg")).status_code == 200
    assert qr_svg.cache_info().misses == before + 1
