"""Commands by HTTP: one address each, one answer for one name, one shape for every error."""

import asyncio
import json
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from server.api.asking.commands import ANSWER, WHOLE, AtOnce, Commands
from server.api.asking.wire import COMMANDS
from server.app import build_app
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import Message, bearer, copy_of


def is_problem(body: Message, code: str) -> bool:
    assert body["code"] == code
    assert body["text"]["zh"]
    assert body["text"]["en"]
    assert isinstance(body["fields"], dict)
    return True


async def test_a_command_is_done_and_says_where_in_the_journal(hall: HereHall) -> None:
    status, body = await hall.post(hall.admin, "open_counter", "first", counter="3")
    assert status == 200
    assert (body["type"], body["id"], body["seq"]) == ("done", "first", hall.hall.seq)
    assert body["result"].keys() == {"ticket", "number", "counter"}


async def test_every_command_has_an_address(hall: HereHall) -> None:
    for kind in COMMANDS:
        answer = await hall.http.post(f"/api/commands/{kind}", content=b"{}", headers=bearer(hall.admin))
        assert answer.status_code == 422, kind
        assert is_problem(answer.json(), "invalid")


NO_COMMANDS = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"x"',
    b"\xff\xfe",
    b'{"counter":"1"}',
    b'{"id":"a"}',
    b'{"id":"a","counter":1}',
    b'{"id":"a","counter":"1","more":1}',
    b'{"id":"a","counter":"' + b"9" * 501 + b'"}',
    b'{"id":"a","type":"recall","counter":"1"}',
    b"[" * 60_000,
)


async def test_a_body_that_is_no_command_is_refused_in_one_shape(hall: HereHall) -> None:
    before = hall.hall
    for body in NO_COMMANDS:
        answer = await hall.http.post("/api/commands/call_next", content=body, headers=bearer(hall.admin))
        assert answer.status_code == 422, body[:40]
        assert is_problem(answer.json(), "invalid")
    assert hall.hall is before


async def test_a_command_that_is_not_there_is_not_found(hall: HereHall) -> None:
    answer = await hall.http.post("/api/commands/sing", json={"id": "a"}, headers=bearer(hall.admin))
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_command")


REFUSALS: tuple[tuple[str, dict[str, Any], int, str], ...] = (
    ("cancel_ticket", {"ticket": "ghost"}, 404, "unknown_ticket"),
    ("call_next", {"counter": "99"}, 404, "unknown_counter"),
    ("issue_ticket", {"service": "ghost"}, 404, "unknown_service"),
    ("call_next", {"counter": "1"}, 409, "counter_closed"),
    ("acknowledge_alert", {"alert": "ghost"}, 404, "unknown_alert"),
    ("pause_counter", {"counter": "1", "reason": ""}, 409, "counter_closed"),
    ("change_profile", {"counter": "1", "profile": "ghost"}, 404, "unknown_profile"),
)


async def test_what_the_hall_refuses_has_its_code_and_status(hall: HereHall) -> None:
    for kind, fields, status, code in REFUSALS:
        found, body = await hall.post(hall.admin, kind, **fields)
        assert is_problem(body, code)
        assert found == status, code


async def test_a_press_made_twice_gives_one_number(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    first = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    again = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    assert first == again
    assert len(hall.hall.tickets) == 1


async def test_presses_made_at_the_same_moment_give_one_number(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    answers = await asyncio.gather(
        *(hall.post(kiosk, "issue_ticket", "tap", service="pay") for _ in range(8))
    )
    assert {body["result"]["ticket"]["number"] for _, body in answers} == {"A001"}


async def test_two_actors_may_use_the_same_name(hall: HereHall) -> None:
    numbers = []
    for kiosk in (hall.token("kiosk", name="left"), hall.token("kiosk", name="right")):
        _, body = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
        numbers.append(body["result"]["ticket"]["number"])
    assert numbers == ["A001", "A002"]


async def test_a_name_is_answered_the_same_by_http_and_by_socket(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    _, by_http = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    async with hall.screen("kiosk", "kiosk", token=kiosk) as screen:
        by_socket = await screen.ask("issue_ticket", "tap", service="pay")
    assert by_socket == by_http


async def test_a_name_is_answered_the_same_after_a_restart(data: Path) -> None:
    async with here_hall(data) as hall:
        kiosk = hall.token("kiosk")
        _, before = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    async with here_hall(data) as hall:
        _, after = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    assert after == before


async def test_a_name_used_for_something_else_is_not_broken(hall: HereHall) -> None:
    await hall.post(hall.admin, "open_counter", "n", counter="1")
    status, body = await hall.post(hall.admin, "issue_ticket", "n", service="pay")
    assert status < 500, body


async def test_two_clerks_at_once_call_two_customers_or_one_is_told(hall: HereHall) -> None:
    for counter in ("1", "2"):
        await hall.do("open_counter", counter=counter)
    for waiting in (2, 1):
        for _ in range(waiting):
            await hall.issue()
        clerks = [hall.post(hall.admin, "call_next", counter=c) for c in ("1", "2")]
        answers = await asyncio.gather(*clerks)
        done = [body["result"]["number"] for status, body in answers if status == 200]
        assert len(done) == len(set(done)) == waiting
        assert all(body["code"] == "nobody_waiting" for status, body in answers if status != 200)
        for counter in ("1", "2"):
            if hall.hall.counters[counter].ticket:
                await hall.do("mark_no_show", counter=counter)


async def test_a_day_that_has_ended_leaves_the_number_to_who_asks_again(
    hall: HereHall, hand: HandClock
) -> None:
    kiosk = hall.token("kiosk")
    _, first = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    await hall.do("close_day", reason="over")
    hand.move(hours=20)
    await hall.issue()
    _, again = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    assert again["result"]["ticket"]["number"] == first["result"]["ticket"]["number"] == "A001"
    assert again["result"]["ticket"]["state"] == "expired"


def test_the_description_has_a_body_for_every_command(description: dict[str, Any]) -> None:
    assert {kind.__name__ for kind in COMMANDS.values()} <= description["components"]["schemas"].keys()


ASKED: tuple[tuple[str, str, bytes], ...] = (
    ("POST", "open_counter", b'{"id":"a","counter":"3"}'),
    ("POST", "open_counter", b'{"id":"a","counter":"3"}'),  # the same again
    ("POST", "call_next", b'{"id":"b","counter":"3"}'),  # nobody waits
    ("POST", "call_next", b'{"id":"c","counter":"999"}'),
    ("POST", "call_next", b"\xff"),
    ("POST", "no_such_thing", b"{}"),
    ("PUT", "call_next", b"{}"),
    ("POST", "call_next", b"[" * 70_000),
)


async def test_what_comes_whole_from_somebody_known_is_answered_as_everything_is(data: Path) -> None:
    """The short way and the long way, each in a hall of its own: status, headers and body."""
    answers = []
    for is_whole in (True, False):
        async with here_hall(copy_of(data, data.with_name(f"whole-{is_whole}"))) as hall:
            app = build_app(hall.house)
            await hall.house.door.actor(hall.admin)  # known a moment ago
            answers.append([await _asked(app, hall.admin, *asked, is_whole=is_whole) for asked in ASKED])
    assert answers[0] == answers[1]
    assert [status for status, *_ in answers[0]] == [200, 200, 409, 404, 422, 404, 405, 413]


async def test_strangers_and_what_has_not_come_whole_go_the_long_way(hall: HereHall) -> None:
    went = list[str]()

    async def long_way(scope: Scope, receive: Receive, send: Send) -> None:
        went.append(scope["path"])

    desk, door = hall.house.desk, hall.house.door
    app = AtOnce(Commands(desk, door.of_request), door.remembered, long_way)
    await door.actor(hall.admin)
    body = ASKED[0][2]
    for token, whole in (("wrong", body), ("", body), (hall.admin, None)):
        scope = _scope(token, "POST", "open_counter", body) | {
            "extensions": {WHOLE: lambda whole=whole: whole}
        }
        await app(scope, _nothing, _unheard)
    assert len(went) == 3
    scope = _scope(hall.admin, "POST", "open_counter", body) | {"extensions": {WHOLE: lambda: body}}
    await app(scope, _nothing, _unheard)
    assert len(went) == 3


async def _unheard_of(scope: Scope, receive: Receive, send: Send) -> None:
    raise AssertionError


async def test_an_answer_goes_out_as_a_whole_where_the_line_takes_it(hall: HereHall) -> None:
    desk, door = hall.house.desk, hall.house.door
    app = AtOnce(Commands(desk, door.of_request), door.remembered, _unheard_of)
    await door.actor(hall.admin)
    body, sent, whole = ASKED[0][2], list[Any](), list[tuple[bytes, bytes]]()

    async def send(message: Any) -> None:
        sent.append(message)

    for takes in (True, False):

        def answer(head: bytes, content: bytes, *, takes: bool = takes) -> bool:
            whole.append((head, content))
            return takes

        scope = _scope(hall.admin, "POST", "open_counter", body)
        await app(scope | {"extensions": {WHOLE: lambda: body, ANSWER: answer}}, _nothing, send)
    assert whole[0] == whole[1]
    head, content = whole[0]
    assert content == sent[1]["body"]
    assert set(head.splitlines()) == {b"%s: %s" % header for header in sent[0]["headers"]}
    assert len(sent) == 2


def _scope(token: str, method: str, kind: str, body: bytes) -> dict[str, Any]:
    path = f"/api/commands/{kind}"
    headers = [
        (b"authorization", f"Bearer {token}".encode()),
        (b"content-length", str(len(body)).encode()),
    ]
    about = {"path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http"}
    return {"type": "http", "method": method, "headers": headers, "client": ("127.0.0.1", 1), **about}


async def _asked(
    app: ASGIApp, token: str, method: str, kind: str, body: bytes, *, is_whole: bool
) -> tuple[int, set[tuple[bytes, bytes]], Any]:
    scope, sent = _scope(token, method, kind, body), list[Message]()
    if is_whole:
        scope["extensions"] = {WHOLE: lambda: body}

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    told = json.loads(sent[1]["body"])
    result = told.get("result")
    return sent[0]["status"], set(sent[0]["headers"]), (told.get("code"), told.get("seq"), result)


async def _nothing() -> Message:
    raise AssertionError("asked for what has come already")


async def _unheard(message: Any) -> None:
    """Nobody looks at the answer."""
