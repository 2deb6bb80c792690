"""The HTTP side: errors in one shape whatever they come from."""

import httpx2
import pytest
from fastapi import FastAPI, HTTPException, Request

from server.api.http import add_errors
from server.journal import StorageFailed
from server.live_hall import Overloaded
from tests.hall_here import HereHall


async def test_a_form_that_is_malformed_is_invalid(hall: HereHall) -> None:
    for body in (b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"login":1,"password":"x"}', b'{"login":"a"}'):
        answer = await hall.http.post(
            "/api/login", content=body, headers={"content-type": "application/json"}
        )
        assert answer.status_code == 422, body
        found = answer.json()
        assert found["code"] == "invalid"
        assert found["text"]["zh"]
        assert found["text"]["en"]


async def test_an_unknown_address_and_a_wrong_method_have_the_shape_of_every_error(hall: HereHall) -> None:
    missing, wrong = await hall.http.get("/api/nothing"), await hall.http.put("/health")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (StorageFailed("full"), 503, "storage_failed"),
        (Overloaded(), 503, "busy"),
        (HTTPException(418), 500, "broken"),
        (ZeroDivisionError(), 500, "broken"),
    ],
)
async def test_whatever_fails_leaves_in_one_shape(error: Exception, status: int, code: str) -> None:
    app = FastAPI()
    add_errors(app)

    @app.get("/")
    async def fails(request: Request) -> None:
        raise error

    transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://hall") as http:
        answer = await http.get("/")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json().keys() == {"code", "text", "fields"}
