"""A word on an LED strip, asked for over HTTP."""

from collections.abc import Mapping

import httpx2
from fastapi import FastAPI, Request

from server.access.actors import Actor
from server.api.http import add_errors
from server.api.setup.strips import strip_routes
from tests.devices.strips.strip_controller import switched_on
from tests.hall_server import held_port
from tests.patience import until


async def tried(
    strip: Mapping[str, object], text: str = "测试", role: str = "hall_manager"
) -> httpx2.Response:
    async def actor_of(request: Request) -> Actor:
        return Actor(id="person:1", kind="person", role=role, name="周")

    app = FastAPI()
    app.include_router(strip_routes(actor_of))
    add_errors(app)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://hall") as http:
        return await http.post("/api/strips/test", json={"strip": strip, "text": text})


async def test_a_text_is_shown_and_cut_to_what_fits() -> None:
    async with switched_on() as door:
        strip = {"id": "s", "kind": "tcp_text", "address": door.address, "columns": 8}
        said = (await tried(strip, "测试 A037→3号")).json()
        assert (said["outcome"], said["detail"], said["sentence"]["zh"][:3]) == ("shown", "", "已发送")
        await until(lambda: door.lines == ["测试 A03"])


async def test_why_it_was_not_shown_is_told() -> None:
    with held_port() as port:
        offline = {"id": "s", "kind": "tcp_text", "address": f"127.0.0.1:{port}"}
        said = (await tried(offline)).json()
    assert (said["outcome"], said["detail"]) == ("held", "offline")
    assert said["sentence"] == {
        "zh": "没有发出去：连接不上这个地址",
        "en": "Not sent: nothing answers at this address",
    }
    unknown = await tried({"id": "s", "kind": "neon", "address": "x"})
    assert "tcp_text" in unknown.json()["detail"]


async def test_a_body_that_is_no_strip_is_invalid() -> None:
    assert (await tried({"id": "s"})).status_code == 422


async def test_a_clerk_may_not() -> None:
    assert (await tried({"id": "s", "kind": "tcp_text", "address": "x"}, role="clerk")).status_code == 403
