"""Every address of the server in one application."""

from pathlib import Path

import httpx2
import pytest

from server.app import build_app
from server.living import living, open_house
from server.settings import Settings
from tests.hall_server import HereHall, bearer


async def test_the_whole_server_needs_no_socket_for_http(data: Path) -> None:
    house = await open_house(Settings(data=data, voices=("chime",)))
    transport = httpx2.ASGITransport(build_app(house))
    async with living(house), httpx2.AsyncClient(transport=transport, base_url="http://hall") as http:
        assert (await http.get("/health")).json()["status"] == "ok"
        token = house.devices.issue_token("k", "kiosk", "", by="test", now=house.clock())
        body = {"id": "a", "service": "pay"}
        answer = await http.post("/api/commands/issue_ticket", json=body, headers=bearer(token))
        assert answer.json()["result"]["ticket"]["number"] == "A001"


async def test_other_sockets_are_not_ours(hall: HereHall) -> None:
    from websockets.asyncio.client import connect
    from websockets.exceptions import InvalidStatus

    with pytest.raises(InvalidStatus):
        async with connect(hall.ws + "/other"):
            pass
