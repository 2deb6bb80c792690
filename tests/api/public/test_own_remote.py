"""A number taken at home: off unless the hall gives them, one a phone, confirmed by who is really there."""

from dataclasses import replace
from typing import Any

import httpx2
import pytest

from server.api.public.own_remote import CODES_TRIED
from server.app import build_app
from server.domain.remote.commands import KeepRemote
from server.domain.setup.commands import ConfigureHall
from tests.hall_here import HereHall

PHONE = "phone-of-somebody-1"
BUSINESS = "pay"


async def gives(hall: HereHall, networks: str = "", **figures: Any) -> None:
    config = hall.hall.setup
    known = replace(config.figures, remote_numbers=True, **figures)
    command = ConfigureHall(config=replace(config, figures=known, hall_networks=networks))
    await hall.house.live.apply(command, actor="person:admin", request=f"gives {networks} {figures}")


async def take(hall: HereHall, name: str = "n" * 16, phone: str = PHONE, **more: str) -> httpx2.Response:
    wish = {"id": name, "phone": phone, "service": BUSINESS, **more}
    return await hall.http.post("/api/remote", json=wish)


async def arrive(hall: HereHall, token: str, code: str = "") -> httpx2.Response:
    return await hall.http.post(f"/api/ticket/{token}/arrive", json={"code": code})


def client_at(hall: HereHall, address: str) -> httpx2.AsyncClient:
    """Somebody at another machine than this one, through no proxy."""
    transport = httpx2.ASGITransport(build_app(hall.house), client=(address, 5000))
    return httpx2.AsyncClient(transport=transport, base_url="http://hall.test")


async def door_code(hall: HereHall) -> str:
    await hall.house.live.apply(KeepRemote(), actor="system:remote", request="keep")
    door = hall.hall.remote.door
    assert door is not None
    return door.code


async def test_it_is_off_until_the_hall_gives_them(hall: HereHall) -> None:
    assert (await hall.http.get("/api/hall/now")).json()["remote"] is None
    refused = await take(hall)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_remote")


@pytest.mark.row("Q42")
async def test_a_phone_takes_one_number_sees_it_and_confirms_by_the_code_at_the_door(hall: HereHall) -> None:
    await gives(hall)
    mine = (await take(hall, language="en")).json()
    assert (mine["state"], mine["may_cancel"], mine["may_give_way"]) == ("away", True, True)
    assert (await take(hall)).json()["number"] == mine["number"]  # said twice, taken once
    again = await take(hall, "m" * 16)
    assert (again.status_code, again.json()["code"]) == (409, "remote_open")
    other = await arrive(hall, mine["token"], "no")
    assert other.json()["code"] == "wrong_door_code"
    shown = (await arrive(hall, mine["token"], await door_code(hall))).json()
    assert (shown["state"], shown["arrival"]) == ("waiting", None)
    assert (await arrive(hall, mine["token"])).json()["state"] == "waiting"  # once more, the same
    ticket = hall.hall.tickets[mine["ticket"]]
    assert (ticket.channel, ticket.language) == ("phone", "en")


@pytest.mark.row("Q42")
async def test_the_hall_s_own_network_is_proof_and_what_a_request_says_of_itself_is_none(
    hall: HereHall,
) -> None:
    await gives(hall, "192.168.8.0/24")
    mine = (await take(hall)).json()
    lie = {"x-forwarded-for": "192.168.8.5", "forwarded": "for=192.168.8.5", "x-real-ip": "192.168.8.5"}
    asked = f"/api/ticket/{mine['token']}/arrive"
    async with client_at(hall, "203.0.113.9") as at_home:
        no = await at_home.post(asked, json={}, headers=lie)
    assert (no.status_code, no.json()["code"]) == (409, "not_in_the_hall")
    async with client_at(hall, "192.168.8.5") as on_the_wifi:
        yes = await on_the_wifi.post(asked, json={})
    assert yes.json()["state"] == "waiting"


async def test_nobody_finds_the_code_at_the_door_by_trying(hall: HereHall) -> None:
    await gives(hall)
    mine = (await take(hall)).json()
    code = await door_code(hall)
    wrong = [f"{n:04}" for n in range(CODES_TRIED + 1) if f"{n:04}" != code][:CODES_TRIED]
    for guess in wrong:
        assert (await arrive(hall, mine["token"], guess)).json()["code"] == "wrong_door_code"
    held_off = await arrive(hall, mine["token"], code)
    assert (held_off.status_code, held_off.json()["code"]) == (429, "locked_out")


async def test_another_s_number_is_confirmed_by_nobody_who_has_not_its_page(hall: HereHall) -> None:
    await gives(hall)
    assert (await arrive(hall, "0" * 22, "1234")).status_code == 404


async def test_a_kiosk_reads_the_phone_prints_the_slip_and_shows_the_number(hall: HereHall) -> None:
    await gives(hall)
    mine = (await take(hall)).json()
    code = mine["arrival"]["code"]
    status, body = await hall.post(hall.token("kiosk"), "come_with_code", code=code)
    assert status == 200, body
    came = body["result"]
    assert (came["by"], came["ticket"]["number"], came["ticket"]["state"]) == (
        "number",
        mine["number"],
        "waiting",
    )
    assert body["result"]["qr"].endswith(mine["token"])


async def test_staff_confirm_by_the_number_and_nobody_says_the_code_for_a_phone(hall: HereHall) -> None:
    await gives(hall)
    mine = (await take(hall)).json()
    status, body = await hall.post(hall.token("guide"), "confirm_arrival", ticket=mine["ticket"])
    assert status == 200, body
    assert hall.hall.tickets[mine["ticket"]].arrived_at is not None


async def test_one_network_does_not_take_them_all(hall: HereHall) -> None:
    await gives(hall, remote_from_network=2)
    for n in range(2):
        assert (await take(hall, f"{n:016}", f"phone-number-{n:08}")).status_code == 200
    no = await take(hall, f"{3:016}", f"phone-number-{3:08}")
    assert (no.status_code, no.json()["code"]) == (409, "network_full")
    phones = {taken.phone for taken in hall.hall.remote.taken.values()}
    assert not any("phone-number" in phone for phone in phones)  # hashes, that die with the day
