"""What a monitoring system may read, and who may read it."""

import re
from pathlib import Path
from types import SimpleNamespace

import httpx2
import pytest
from fastapi import FastAPI, Request
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families

from server.access.actors import Actor
from server.access.refusals import AccessRefused, Unknown
from server.api.http import add_errors
from server.api.public.metrics import Measures, Metrics, metrics_routes
from server.domain.equipment.commands import RaiseAlert, ReportDevice
from tests.hall_here import HereHall, here_hall
from tests.hall_made import bearer

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
    house.live.watch(metrics.on_commit)
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


def measured(hall: HereHall) -> dict[str, float]:
    """Every figure as it would be written."""
    house = hall.house
    measures = Measures(
        house.live,
        house.views.waits,
        house.clock,
        connected=house.connected,
        data=house.settings.data,
        build="b",
    )
    return {_written(sample): sample.value for metric in measures() for sample in _samples(metric)}


def _samples(metric: Metric) -> list[object]:
    return list(metric.samples)


def _written(sample: object) -> str:
    labels = ",".join(f"{k}={v}" for k, v in sample.labels.items())  # type: ignore[attr-defined]
    name = sample.name.removeprefix("hallqueue_")  # type: ignore[attr-defined]
    return f"{name}{{{labels}}}" if labels else str(name)


async def test_waits_and_tickets_are_counted_as_they_come_and_go(hall: HereHall) -> None:
    await hall.issue("pay")
    hall.clock.move(minutes=3)
    await hall.issue("pay")
    found = measured(hall)
    assert found["waiting{queue=pay}"] == 2
    assert found["longest_wait_seconds{queue=pay}"] == 180
    assert found["tickets{state=waiting}"] == 2
    assert found["issued_total{service=pay}"] == 2
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    await hall.do("start_service", counter="1")
    await hall.do("finish_ticket", counter="1")
    hall.clock.move(seconds=1)  # estimates are kept for half a second
    found = measured(hall)
    assert (found["waiting{queue=pay}"], found["waiting_over_threshold"]) == (1, 0)
    assert (found["called_total{service=pay}"], found["finished_total{service=pay}"]) == (1, 1)
    assert (found["counters{state=open_idle}"], found["counters{state=closed}"]) == (1, 5)
    assert found["expected_wait_seconds{queue=pay}"] >= 0
    assert found["journal_seq"] == hall.hall.seq


async def test_who_waits_too_long_is_counted(hall: HereHall) -> None:
    await hall.issue("pay")
    hall.clock.move(minutes=20)
    assert measured(hall)["waiting_over_threshold"] == 0  # strictly after 20 minutes (R05)
    hall.clock.move(seconds=1)
    assert measured(hall)["waiting_over_threshold"] == 1
    await hall.house.over_wait.attend()
    assert measured(hall)["over_wait_cases{state=open}"] == 1
    assert measured(hall)["tasks{kind=remedy}"] == 1


async def test_devices_alerts_and_screens_are_counted_by_kind(hall: HereHall) -> None:
    down = ReportDevice(device="K1", kind="printer", state="down", detail="paper_out")
    await hall.house.live.apply(down, actor="system:printing", request="down")
    found = measured(hall)
    assert found["devices{kind=printer,state=down}"] == 1
    assert found["alerts{kind=printer_down,acknowledged=no}"] == 1
    async with hall.screen("lobby_board", "lobby"), hall.screen("kiosk", "kiosk", "K1"):
        found = measured(hall)
        assert (found["screens{screen=lobby}"], found["screens{screen=kiosk}"]) == (1, 1)
    hall.clock.set_back(minutes=10)
    assert measured(hall)["clock_behind_seconds"] > 500


async def test_nothing_of_a_ticket_or_a_person_is_said(hall: HereHall) -> None:
    ticket = await hall.issue("pay")
    alert = RaiseAlert(kind="guide_called", subject="A001", detail="张先生")
    await hall.house.live.apply(alert, actor="system:test", request="alert")
    said = " ".join(measured(hall))
    for private in (ticket["number"], ticket["token"], ticket["ticket"], "张", "admin"):
        assert private not in said


async def test_a_hall_that_is_not_set_up_has_figures_of_its_machine(tmp_path: Path) -> None:
    async with here_hall(tmp_path / "empty") as hall:
        found = measured(hall)
        assert found["disk_free_bytes"] > 0
        assert not any(name.startswith("waiting") for name in found)
