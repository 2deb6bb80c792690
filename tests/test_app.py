"""Every address of the server in one application."""

import asyncio
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from server.app import ROOMS, build_app, first_word
from server.living import living, open_house
from server.settings import Settings
from tests.hall_here import HereHall
from tests.hall_made import bearer


async def test_the_whole_server_needs_no_socket_for_http(data: Path) -> None:
    house = await open_house(Settings(data=data, voices=("chime",)))
    transport = httpx2.ASGITransport(build_app(house))
    async with living(house), httpx2.AsyncClient(transport=transport, base_url="http://hall") as http:
        assert (await http.get("/health")).json()["status"] == "ok"
        token = house.devices.issue_token("k", "kiosk", "", by="test", now=house.clock())
        body = {"id": "a", "service": "pay"}
        answer = await http.post("/api/commands/issue_ticket", json=body, headers=bearer(token))
        assert answer.json()["result"]["ticket"]["number"] == "A001"


async def test_rooms_that_are_made_in_time_answer_whoever_comes_first(data: Path) -> None:
    """Many at once, an address that nobody has, a method that is not allowed: as if all had been there."""
    house = await open_house(Settings(data=data, voices=("chime",)))
    transport = httpx2.ASGITransport(build_app(house))
    async with living(house), httpx2.AsyncClient(transport=transport, base_url="http://hall") as http:
        asked = ("/api/voice", "/api/voice", "/api/printers", "/nowhere", "/api/setup/days", "/metrics")
        got = await asyncio.gather(*map(http.get, asked))
        assert [answer.status_code for answer in got] == [401, 401, 401, 404, 405, 200]
        assert all(answer.json()["code"] for answer in got[:5])
        described = (await http.get("/openapi.json")).json()["paths"]
        assert {"/health", "/api/voice", "/ws", "/api/commands/issue_ticket"} <= described.keys()


async def test_every_address_is_found_by_its_first_word(hall: HereHall) -> None:
    rooms = {word: room for room in ROOMS for word in room.words}
    assert len(rooms) == sum(len(room.words) for room in ROOMS), "a word leads to one room"
    met = set[str]()
    for room in ROOMS:
        for routes in room.routes(hall.house):
            app = FastAPI()
            app.include_router(routes)
            words = {first_word(path) for path in app.openapi()["paths"]}
            assert all(rooms[word] is room for word in words)
            met |= words
    assert met == rooms.keys()


async def test_other_sockets_are_not_ours(hall: HereHall) -> None:
    from websockets.asyncio.client import connect
    from websockets.exceptions import InvalidStatus

    with pytest.raises(InvalidStatus):
        async with connect(hall.ws + "/other"):
            pass
