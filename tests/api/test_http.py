"""The HTTP side: errors in one shape whatever they come from, a true description."""

from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, HTTPException, Request

from server.api.http import add_errors
from server.api.wire import COMMANDS
from server.journal import StorageFailed
from server.live_hall import Overloaded
from tests.hall_server import HereHall


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


async def test_the_description_names_every_command_and_refers_to_nothing_that_is_not_there(
    hall: HereHall,
) -> None:
    found = (await hall.http.get("/openapi.json")).json()
    assert found["openapi"].startswith("3.")
    assert found["info"] == {"title": "hallqueue", "version": "1"}
    assert {f"/api/commands/{kind}" for kind in COMMANDS} <= found["paths"].keys()
    for reference in references(found):
        assert at(found, reference) is not None, reference
    names = [op["operationId"] for path in found["paths"].values() for op in path.values()]
    assert len(names) == len(set(names))
    for path in found["paths"].values():
        assert all(operation["responses"] for operation in path.values())


async def test_the_description_of_a_command_has_its_fields(hall: HereHall) -> None:
    found = (await hall.http.get("/openapi.json")).json()
    body = found["paths"]["/api/commands/call_next"]["post"]["requestBody"]["content"]["application/json"]
    model = at(found, body["schema"]["$ref"])
    assert model["properties"].keys() == {"id", "type", "counter"}
    assert set(model["required"]) == {"id", "counter"}
    assert model["additionalProperties"] is False


def references(found: Any) -> set[str]:
    if isinstance(found, list):
        return set().union(*map(references, found))
    if not isinstance(found, dict):
        return set()
    here = {found["$ref"]} if isinstance(found.get("$ref"), str) else set()
    return here.union(*map(references, found.values()))


def at(found: Any, reference: str) -> Any:
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


async def test_the_description_is_written_once(hall: HereHall) -> None:
    """C39: it is long, and anybody may ask for it."""
    first, second = [(await hall.http.get("/openapi.json")).content for _ in range(2)]
    assert first == second
