"""What a monitoring system may read, and who may read it."""

import re
from types import SimpleNamespace

import httpx2
import pytest
from fastapi import FastAPI, Request
from prometheus_client.parser import text_string_to_metric_families

from server.access.actors import Actor
from server.access.refusals import AccessRefused, Unknown
from server.api.http import add_errors
from server.api.measures import Measures
from server.api.metrics import Metrics, metrics_routes
from tests.hall_server import HereHall, bearer

ELSEWHERE, HERE, HERE_TOO = "192.168.1.77", "127.0.0.1", "::1"


def served(hall: HereHall) -> tuple[FastAPI, Metrics]:
    house = hall.house
    measures = Measures(
        house.live,
        house.views.waits,
        house.clock,
        connected=house.connected,
        data=house.settings.data,
        build="b",
    )
    metrics = Metrics(house.clock, measures)
    house.live.watch(metrics.told)
    app = FastAPI()
    app.include_router(metrics_routes(metrics, house.door.of_request))
    add_errors(app)
    return app, metrics


def asks_from(app: FastAPI, address: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app, client=(address, 4711))
    return httpx2.AsyncClient(transport=transport, base_url="http://hall")


@pytest.mark.parametrize("address", [HERE, HERE_TOO])
async def test_this_machine_reads_without_a_token(hall: HereHall, address: str) -> None:
    app, _ = served(hall)
    async with asks_from(app, address) as http:
        answer = await http.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert list(text_string_to_metric_families(answer.text))


async def test_another_machine_needs_a_token_of_a_script_or_an_administrator(hall: HereHall) -> None:
    app, _ = served(hall)
    async with asks_from(app, ELSEWHERE) as http:

        async def status(headers: dict[str, str]) -> int:
            return (await http.get("/metrics", headers=headers)).status_code

        assert await status({}) == 401
        assert await status(bearer("guessed")) == 401
        assert await status({"x-forwarded-for": HERE}) == 401
        assert await status(bearer(hall.token("lobby_board"))) == 403
        assert await status(bearer(hall.token("region_office", name="prometheus"))) == 200
        assert await status(bearer(hall.admin)) == 200


async def test_a_clerk_who_is_logged_in_may_not_read_them(hall: HereHall) -> None:
    async def a_clerk(request: Request) -> Actor:
        return Actor(id="person:1201", kind="person", role="clerk", name="")

    _, metrics = served(hall)
    app = FastAPI()
    app.include_router(metrics_routes(metrics, a_clerk))
    add_errors(app)
    async with asks_from(app, ELSEWHERE) as http:
        assert (await http.get("/metrics")).json()["code"] == "not_allowed"


async def test_an_asker_without_an_address_is_a_stranger(hall: HereHall) -> None:
    async def nobody(request: Request) -> Actor:
        raise Unknown

    _, metrics = served(hall)
    [route] = metrics_routes(metrics, nobody).routes
    with pytest.raises(AccessRefused):
        await route.endpoint(SimpleNamespace(client=None, headers={}))  # type: ignore[attr-defined]


async def test_a_commit_is_measured(hall: HereHall) -> None:
    _, metrics = served(hall)
    for _ in range(3):
        await hall.issue()
    said = metrics.text().decode()
    assert re.search(r"^hallqueue_commit_seconds_count 3.0$", said, re.M)
    assert re.search(r"^python_info\{", said, re.M)
