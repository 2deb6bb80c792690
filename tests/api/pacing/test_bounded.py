"""How much a request may bring, settled before anything of it is read."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from server.api.pacing.bounded import (
    LARGEST_BODY,
    LARGEST_OF_STRANGERS,
    MIB,
    Bounded,
    body_size,
    largest_body,
)
from tests.hall_here import HereHall
from tests.hall_made import bearer


async def test_a_body_just_small_enough_is_read(hall: HereHall) -> None:
    body = b'{"id":"a","counter":"1"}'.ljust(LARGEST_BODY)
    answer = await hall.http.post("/api/commands/call_next", content=body, headers=bearer(hall.admin))
    assert (answer.status_code, answer.json()["code"]) == (409, "counter_closed")


async def test_a_body_of_65_kib_is_too_large(hall: HereHall) -> None:
    for path in ("/api/commands/call_next", "/api/login"):
        answer = await hall.http.post(path, content=b" " * 65 * 1024, headers=bearer(hall.admin))
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


async def test_a_body_that_grows_without_having_said_so_is_too_large(hall: HereHall) -> None:
    async def dripping() -> AsyncIterator[bytes]:
        for _ in range(70):
            yield b" " * 1024

    for path in ("/api/commands/call_next", "/api/login"):
        answer = await hall.http.post(path, content=dripping(), headers=bearer(hall.admin))
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large"), path


async def test_a_stranger_brings_a_form_and_no_more(hall: HereHall) -> None:
    """C39: nobody's 20 MiB are read to find out that they may not bring them."""
    for path in ("/api/media", "/api/setup", "/api/login", "/api/commands/issue_ticket"):
        for headers in ({}, bearer("made-up")):
            body = b" " * (LARGEST_OF_STRANGERS + 1)
            answer = await hall.http.post(path, content=body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (413, "too_large"), path


@pytest.mark.parametrize(
    ("path", "largest"),
    [
        ("/api/media", 20 * MIB),
        ("/api/documents", 20 * MIB),
        ("/api/setup", MIB),
        ("/api/setup/file", MIB),
        ("/api/commands/call_next", LARGEST_BODY),
        ("/media/x", LARGEST_BODY),
    ],
)
def test_only_files_and_set_ups_may_be_larger(path: str, largest: int) -> None:
    assert largest_body(path) == largest


@pytest.mark.parametrize(
    ("headers", "size"),
    [
        ([], 0),
        ([(b"content-length", b"12")], 12),
        ([(b"transfer-encoding", b"chunked")], float("inf")),
        ([(b"content-length", b"9" * 5000)], float("inf")),
        ([(b"content-length", b"-1")], float("inf")),
    ],
)
def test_a_size_is_what_is_said_or_unknown(headers: list[tuple[bytes, bytes]], size: float) -> None:
    assert body_size({"type": "http", "headers": headers}) == size


class Sent:
    """A request whose body comes in the given pieces, and then nothing more; keeps the answer."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces, self.answer = list(pieces), list[Message]()

    async def receive(self) -> Message:
        if not self._pieces:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": self._pieces.pop(0), "more_body": True}

    async def send(self, message: Message) -> None:
        self.answer.append(message)


async def _reads_all(scope: Scope, receive: Receive, send: Send) -> None:
    from starlette.exceptions import HTTPException

    from server.api.answering.errors import answer, problem_of

    try:
        while (await receive())["more_body"]:
            pass
    except HTTPException as error:
        await answer(problem_of(error))(scope, receive, send)


async def _nobody(scope: Scope) -> bool:
    return False


@pytest.mark.parametrize(
    ("pieces", "status", "code", "closed"),
    [((b"{",), 408, "too_slow", True), ((b" " * LARGEST_OF_STRANGERS, b" "), 413, "too_large", False)],
)
async def test_a_body_that_drips_or_grows_is_cut_off(
    pieces: tuple[bytes, ...], status: int, code: str, closed: bool
) -> None:
    sent = Sent(*pieces)
    scope = {"type": "http", "method": "POST", "path": "/x", "headers": [(b"transfer-encoding", b"chunked")]}
    await Bounded(_reads_all, _nobody, within=0.02)(scope, sent.receive, sent.send)
    assert sent.answer[0]["status"] == status
    assert ((b"connection", b"close") in sent.answer[0]["headers"]) is closed
    assert json.loads(sent.answer[1]["body"])["code"] == code


async def test_a_huge_body_is_refused_without_reading_any_of_it() -> None:
    async def untouched() -> Message:
        raise AssertionError

    sent = Sent()
    length = str(19 * MIB).encode()
    scope = {"type": "http", "method": "POST", "path": "/api/media", "headers": [(b"content-length", length)]}
    await Bounded(_reads_all, _nobody)(scope, untouched, sent.send)
    assert sent.answer[0]["status"] == 413
