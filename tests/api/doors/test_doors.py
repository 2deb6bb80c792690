"""Who is at the door: tokens, log-in and log-out."""

import pytest

from server.api.doors.doors import KNOCKS_A_MINUTE
from tests.hall_here import HandClock, HereHall
from tests.hall_made import PASSWORD, Message, bearer

GOOD = "calm-lotus-31"


@pytest.fixture
async def staffed(hall: HereHall) -> HereHall:
    """With clerk 1207."""
    hall.house.people.add("1207", "王芳", "clerk", GOOD)
    return hall


async def log_in(hall: HereHall, login: str, password: str, place: str = "") -> tuple[int, Message]:
    answer = await hall.http.post("/api/login", json={"login": login, "password": password, "place": place})
    return answer.status_code, answer.json()


async def who(hall: HereHall, token: str) -> int:
    return (await hall.http.get("/api/me", headers=bearer(token))).status_code


async def test_nobody_asks_without_a_token(hall: HereHall) -> None:
    for headers in ({}, {"authorization": "Bearer"}, {"authorization": "Basic x"}, bearer("wrong")):
        answer = await hall.http.post(
            "/api/commands/call_next", json={"id": "a", "counter": "1"}, headers=headers
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "wrong_token")


async def test_a_revoked_token_ends_at_once(hall: HereHall) -> None:
    token = hall.token("clerk", name="script")
    assert await who(hall, token) == 200
    hall.house.devices.revoke("script", hall.clock.at)
    assert await who(hall, token) == 401


async def test_roles_may_ask_what_is_theirs(hall: HereHall) -> None:
    cases = (
        ("kiosk", "issue_ticket", {"service": "pay"}, 200),
        ("kiosk", "call_next", {"counter": "1"}, 403),
        ("lobby_board", "issue_ticket", {"service": "pay"}, 403),
        ("clerk", "issue_ticket", {"service": "pay"}, 200),
        ("clerk", "open_counter", {"counter": "1"}, 200),
        ("clerk", "close_day", {"reason": "tired"}, 403),
        ("guide", "call_next", {"counter": "1"}, 403),
        ("region_office", "issue_ticket", {"service": "pay"}, 403),
        ("hall_manager", "close_day", {"reason": "storm"}, 200),
    )
    for role, kind, fields, status in cases:
        found, body = await hall.post(hall.token(role), kind, **fields)
        assert found == status, (role, kind, body)


async def test_a_clerk_logs_in_and_asks_under_their_own_number(staffed: HereHall) -> None:
    status, body = await log_in(staffed, "1207", GOOD, "3")
    assert status == 200
    assert body["actor"] == {
        "id": "person:1207",
        "kind": "person",
        "role": "clerk",
        "name": "王芳",
        "place": "3",
        "by_itself": False,
        "language": "",
    }
    await staffed.post(body["token"], "open_counter", counter="3")
    assert staffed.hall.counters["3"].staff == "1207"


async def test_a_wrong_password_and_a_wrong_number_read_the_same(staffed: HereHall) -> None:
    wrong, ghost = await log_in(staffed, "1207", "nope-nope-1"), await log_in(staffed, "9999", GOOD)
    assert wrong == ghost
    assert (wrong[0], wrong[1]["code"]) == (401, "wrong_login")


async def test_five_wrong_tries_lock_for_five_minutes(staffed: HereHall, hand: HandClock) -> None:
    codes = [(await log_in(staffed, "1207", f"wrong-guess-{n}"))[1]["code"] for n in range(5)]
    assert codes[:4] == ["wrong_login"] * 4
    status, body = await log_in(staffed, "1207", GOOD)
    assert (status, body["code"]) == (429, "locked_out")
    assert body["fields"] == {"minutes": "5"}
    hand.move(minutes=5, seconds=1)
    assert (await log_in(staffed, "1207", GOOD))[0] == 200


async def test_an_address_that_knocks_too_often_is_held_off_whoever_it_says_it_is(hall: HereHall) -> None:
    for _ in range(KNOCKS_A_MINUTE):
        await log_in(hall, "ghost", "wrong-guess-1")
    status, body = await log_in(hall, "admin", PASSWORD)
    assert (status, body["code"], body["fields"]) == (429, "locked_out", {"minutes": "1"})
    hall.clock.move(minutes=1)
    assert (await log_in(hall, "admin", PASSWORD))[0] == 200


async def test_a_log_out_ends_the_session(staffed: HereHall) -> None:
    _, body = await log_in(staffed, "1207", GOOD)
    assert await who(staffed, body["token"]) == 200
    assert (await staffed.http.post("/api/logout", headers=bearer(body["token"]))).json() == {"done": True}
    assert await who(staffed, body["token"]) == 401


async def test_a_session_ends_by_itself(staffed: HereHall, hand: HandClock) -> None:
    _, body = await log_in(staffed, "1207", GOOD)
    hand.move(hours=12, seconds=1)
    assert await who(staffed, body["token"]) == 401


async def test_a_strangers_wrong_passwords_do_not_keep_the_manager_out(staffed: HereHall) -> None:
    """C34: behind the hall's own proxy the stranger's address is their own."""
    stranger = {"x-forwarded-for": "10.0.0.66"}
    for n in range(6):
        wrong = {"login": "1207", "password": f"wrong-guess-{n}"}
        last = await staffed.http.post("/api/login", json=wrong, headers=stranger)
    assert last.json()["code"] == "locked_out"
    assert (await log_in(staffed, "1207", GOOD))[0] == 200


async def test_a_browser_that_was_here_before_gets_in_past_whoever_shares_its_address(
    staffed: HereHall,
) -> None:
    """C34 where the whole hall is behind one address: the stranger has no cookie of ours."""
    assert (await log_in(staffed, "1207", GOOD))[0] == 200
    (cookie,) = staffed.http.cookies.jar
    assert cookie.has_nonstandard_attr("HttpOnly")
    kept = cookie.value or ""
    staffed.http.cookies.clear()
    for n in range(KNOCKS_A_MINUTE + 1):
        status, body = await log_in(staffed, "1207", f"wrong-guess-{n}")
    assert (status, body["code"]) == (429, "locked_out")
    staffed.http.cookies.set("hallqueue-browser", kept)
    assert (await log_in(staffed, "1207", GOOD))[0] == 200


async def test_a_forwarded_address_counts_only_where_the_proxy_stands(staffed: HereHall) -> None:
    """Who comes from this machine may say for whom; the last hop that is not ours is the address."""
    spoofed = {"x-forwarded-for": "1.2.3.4, 10.0.0.66"}
    await staffed.http.post("/api/login", json={"login": "1207", "password": "wrong-guess"}, headers=spoofed)
    assert staffed.house.record.newest(1)[0].address == "10.0.0.66"


async def test_a_log_in_lives_over_midnight_and_its_pin_with_it(hall: HereHall, hand: HandClock) -> None:
    hand.move(hours=14, minutes=59, seconds=59)  # one second before the hall's midnight
    hall.house.people.add("1207", "王芳", "clerk", PASSWORD, "4071")
    body = {"login": "1207", "password": PASSWORD, "place": "1"}
    late = (await hall.http.post("/api/login", json=body)).json()
    hand.move(seconds=2)
    assert (await hall.http.get("/api/me", headers=bearer(late["token"]))).status_code == 200
    by_pin = await hall.http.post("/api/login", json={**body, "password": "4071"})
    assert (by_pin.status_code, by_pin.json()["ends_at"]) == (200, late["ends_at"])
    assert (await hall.post(late["token"], "open_counter", counter="1"))[0] == 200
    hand.move(hours=11, minutes=59, seconds=58)
    assert (await hall.http.get("/api/me", headers=bearer(late["token"]))).status_code == 401
