"""Whoever guesses a code is held off at every public address that takes one, also at one that is to come."""

import re
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi import Request

from server.access.refusals import AccessRefused
from server.api.answering.errors import NotGiven
from server.api.pacing.guesses import GUESSES_A_MINUTE, Guesses
from tests.api.test_who_gets_in import ANYBODY, WHO, body_of
from tests.hall_here import HandClock, HereHall

SECRET = re.compile(r"code|token|secret|pass$")  # as the fields are called that somebody has to know
NONE_TAKEN = {
    "GET /sounds/{name}.wav": "a hash of what it says, which is said aloud",
    "GET /media/{name}": "what the boards show",
    "GET /documents/{name}": "a form that everybody is given",
    "GET /api/speech/{screen}": "one of a few words",
    "GET /api/ways/{service}/{nth}.svg": "of the set-up, which anybody reads",
    "POST /api/setup/first": "counts its tries itself, fewer",
}


def asked_by(address: str) -> Request:
    return cast("Request", SimpleNamespace(client=SimpleNamespace(host=address)))


def out_of(guesses: Guesses, address: str = "127.0.0.1") -> None:
    """Some may have been tried already."""
    with suppress(AccessRefused):
        for _ in range(GUESSES_A_MINUTE + 1):
            guesses.missed(asked_by(address))


def test_who_has_one_is_answered_and_who_guesses_waits_a_minute() -> None:
    hand = HandClock()
    guesses = Guesses(lambda: hand.at)
    with pytest.raises(NotGiven) as wrong:
        guesses.held_off(asked_by("10.0.0.7"), None, instead="number_lost")
    assert wrong.value.why.code == "number_lost"
    for _ in range(GUESSES_A_MINUTE - 1):
        guesses.missed(asked_by("10.0.0.7"))
    with pytest.raises(AccessRefused) as refused:
        guesses.held_off(asked_by("10.0.0.7"), None)
    assert refused.value.code == "locked_out"
    assert guesses.held_off(asked_by("10.0.0.7"), "mine") == "mine"
    with pytest.raises(NotGiven):
        guesses.held_off(asked_by("10.0.0.8"), None)
    hand.move(minutes=1)
    with pytest.raises(NotGiven):
        guesses.held_off(asked_by("10.0.0.7"), None)


def takes_one(path: str, operation: dict[str, Any], body: Any) -> bool:
    """A word in the address, or a field that is called as what somebody has to know."""
    asked = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"}
    return "{" in path or any(SECRET.search(name) for name in asked | set(body or ()))


async def test_no_public_address_that_takes_a_code_forgets_the_guard(
    hall: HereHall, description: dict[str, Any]
) -> None:
    spec = description
    out_of(hall.house.guesses)
    guarded: set[str] = set()
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            name = f"{method.upper()} {path}"
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            body = body_of(content["schema"], spec) if content else None
            if WHO.get(name) != ANYBODY or name in NONE_TAKEN or not takes_one(path, operation, body):
                continue
            address = re.sub(r"\{[^}]*\}", "x", path.replace("{of}", "number"))
            answer = await hall.http.request(method.upper(), address, json=body)
            assert (answer.status_code, answer.json()["code"]) == (429, "locked_out"), name
            guarded.add(name)
    assert {"GET /api/notice/{code}", "GET /api/qr/{token}.svg", "POST /api/pairing/claim"} <= guarded
    assert WHO.keys() >= NONE_TAKEN.keys()


async def test_what_is_tried_at_one_address_counts_at_another_and_who_has_a_number_is_answered(
    hall: HereHall,
) -> None:
    token = (await hall.issue())["token"]
    out_of(hall.house.guesses)
    for path in ("/api/ticket/{}", "/api/qr/{}.svg"):
        assert (await hall.http.get(path.format("guessed"))).status_code == 429, path
        assert (await hall.http.get(path.format(token))).status_code == 200, path
