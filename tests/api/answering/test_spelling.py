"""A word in an address that nobody knows is told, at every address; nobody gets another day's figures."""

from typing import Annotated, Any

import pytest
from fastapi import FastAPI, Query
from fastapi.routing import APIRoute

from server.api.answering.spelling import ADDRESSES, known_words
from server.api.reports.drilling import EventsAsked
from tests.hall_here import HereHall
from tests.hall_made import bearer

SAMPLES = {
    "name": "waits",
    "screen": "manager",
    "token": "t",
    "code": "AAAAAA",
    "file": "x",
    "ticket": "t",
    "service": "pay",
    "nth": "0",
    "of": "home",
}


async def test_no_address_takes_a_word_that_it_does_not_know(
    hall: HereHall, description: dict[str, Any]
) -> None:
    seen = 0
    for path, operations in description["paths"].items():
        if "get" not in operations or not path.startswith(ADDRESSES):
            continue
        address = path.format(**SAMPLES)
        answer = await hall.http.get(f"{address}?dato=2026-03-01", headers=bearer(hall.admin))
        assert answer.status_code == 422, address
        assert answer.json()["text"]["zh"] == "填写有误：多了这里没有的内容，请检查拼写"
        assert answer.json()["fields"] == {"where": "dato"}
        seen += 1
    assert seen > 15


@pytest.mark.parametrize(
    "address",
    [
        "/api/reports/waits?period=week&date=2026-03-02&format=csv",
        "/api/events?limit=5&what=calls&period=day&date=2026-03-02",
        "/api/reports/waits/series?date=2026-03-02",
        "/api/views/lobby?place=",
        "/api/speech/home?lang=en",
        "/api/setup/history?limit=5",
        "/api/setup/qr?path=/kiosk/",
        "/api/access_record?limit=5",
    ],
)
async def test_what_is_known_is_answered(hall: HereHall, address: str) -> None:
    answer = await hall.http.get(address, headers=bearer(hall.admin))
    assert answer.status_code in (200, 404), answer.text


async def test_a_page_keeps_what_its_script_reads(hall: HereHall) -> None:
    assert (await hall.http.get("/kiosk/?place=K1&token=x")).status_code == 200


def test_a_model_in_an_address_is_known_by_its_fields() -> None:
    app = FastAPI()

    @app.get("/api/x")
    async def x(asked: Annotated[EventsAsked, Query()], more: str = "") -> None: ...

    (route,) = [r for r in app.routes if isinstance(r, APIRoute) and r.path == "/api/x"]
    assert known_words(route) == {*EventsAsked.model_fields, "more"}
