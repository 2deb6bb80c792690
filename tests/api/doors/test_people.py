"""People over HTTP: who may change whom, and that whoever is shut out is out at once."""

import pytest

from tests.api.at_the_door import asked, log_in, noted
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD, bearer


@pytest.fixture
async def manager(hall: HereHall) -> str:
    """The token of hall manager 1001, in a hall with clerk 1207."""
    hall.house.people.add("1207", "王芳", "clerk", PASSWORD)
    return await log_in(hall, "1001", "hall_manager")


async def people(hall: HereHall, token: str) -> dict[str, dict[str, object]]:
    answer = await hall.http.get("/api/people", headers=bearer(token))
    assert answer.status_code == 200, answer.text
    return {person["login"]: person for person in answer.json()}


async def test_a_manager_adds_a_clerk_who_logs_in_with_the_password_shown(
    hall: HereHall, manager: str
) -> None:
    person = {"login": "１３００", "name": " 赵敏 ", "role": "clerk"}
    status, body = await asked(hall, manager, "/api/people", **person)
    assert status == 200
    await log_in(hall, "1300", password=body["password"])
    added = (await people(hall, manager))["1300"]
    assert added == {
        "login": "1300",
        "name": "赵敏",
        "role": "clerk",
        "active": True,
        "has_pin": False,
        "locked_until": None,
    }
    assert await noted(hall) == [("person:1001", "person_added", "1300", "clerk")]


async def test_a_password_of_ones_own_choice_must_be_strong_and_a_number_is_given_once(
    hall: HereHall, manager: str
) -> None:
    new = {"login": "1300", "name": "赵敏", "role": "clerk"}
    for change, code in (
        ({"password": "12345678"}, "weak_password"),
        ({"login": "1207"}, "login_taken"),
        ({"role": "kiosk"}, "unknown_role"),
        ({"name": "  "}, "invalid"),
    ):
        _, body = await asked(hall, manager, "/api/people", **{**new, **change})
        assert body["code"] == code, change
    assert await noted(hall) == []


async def test_only_managers_see_and_change_people(hall: HereHall, manager: str) -> None:
    for role in ("clerk", "guide", "team_leader", "region_office", "kiosk"):
        token = hall.token(role)
        assert (await hall.http.get("/api/people", headers=bearer(token))).status_code == 403
        assert (await asked(hall, token, "/api/people/1207/withdraw"))[0] == 403
    assert (await hall.http.get("/api/people")).status_code == 401


async def test_a_hall_manager_cannot_touch_an_administrator(hall: HereHall, manager: str) -> None:
    for path, body in (
        ("", {"name": "谁"}),
        ("", {"role": "clerk"}),
        ("/password", {}),
        ("/withdraw", {}),
        ("/put_out", {}),
    ):
        status, said = await asked(hall, manager, f"/api/people/admin{path}", **body)
        assert (status, said["code"]) == (403, "not_allowed"), path
    promoted = await asked(hall, manager, "/api/people/1207", role="admin")
    assert promoted[0] == 403
    assert (await people(hall, manager))["1207"]["role"] == "clerk"
    assert await noted(hall) == []


async def test_nobody_withdraws_or_promotes_themselves(hall: HereHall, manager: str) -> None:
    for path, body in (("/withdraw", {}), ("", {"role": "clerk"})):
        status, said = await asked(hall, manager, f"/api/people/1001{path}", **body)
        assert (status, said["code"]) == (409, "yourself")
    assert (await asked(hall, manager, "/api/people/1001", name="陈静"))[0] == 200
    assert (await people(hall, manager))["1001"]["name"] == "陈静"


async def test_the_last_administrator_stays(hall: HereHall) -> None:
    status, said = await asked(hall, hall.admin, "/api/people/admin/withdraw")
    assert (status, said["code"]) == (409, "last_admin")
    status, said = await asked(hall, hall.admin, "/api/people/admin", role="clerk")
    assert (status, said["code"]) == (409, "last_admin")


async def test_a_new_role_puts_the_person_out_at_once_and_waits_for_them(
    hall: HereHall, manager: str
) -> None:
    hall.house.screens.beat_every = 3600  # s: what comes is told at once, and not with a beat
    token = await log_in(hall, "1207")
    async with hall.screen("clerk", "counter", "1", token) as desk:
        await asked(hall, manager, "/api/people/1207", role="team_leader", name="王小芳")
        assert (await desk.next("bye"))["code"] == "wrong_token"
        await desk.closed()
    again = await log_in(hall, "1207")
    me = (await hall.http.get("/api/me", headers=bearer(again))).json()
    assert (me["role"], me["name"]) == ("team_leader", "王小芳")
    changes = "clerk → team_leader; 王芳 → 王小芳"
    assert await noted(hall) == [("person:1001", "person_changed", "1207", changes)]


async def test_nothing_changed_is_nothing_noted_and_nobody_put_out(hall: HereHall, manager: str) -> None:
    token = await log_in(hall, "1207")
    assert (await asked(hall, manager, "/api/people/1207", role="clerk", name="王芳"))[0] == 200
    assert (await hall.http.get("/api/me", headers=bearer(token))).status_code == 200
    assert await noted(hall) == []


async def test_who_leaves_is_out_at_once_and_comes_back_with_a_new_password(
    hall: HereHall, manager: str
) -> None:
    hall.house.screens.beat_every = 3600
    token = await log_in(hall, "1207")
    async with hall.screen("clerk", "counter", "1", token) as desk:
        assert (await asked(hall, manager, "/api/people/1207/withdraw"))[0] == 200
        assert (await desk.next("bye"))["code"] == "wrong_token"
    assert (await people(hall, manager))["1207"]["active"] is False
    _, said = await asked(hall, manager, "/api/people/1207/password")
    assert said["code"] == "person_left"
    await asked(hall, manager, "/api/people/1207/withdraw")
    _, body = await asked(hall, manager, "/api/people/1207/readmit")
    await log_in(hall, "1207", password=body["password"])
    assert (await asked(hall, manager, "/api/people/1207/readmit"))[1]["code"] == "person_here"
    assert [what for _, what, *_ in await noted(hall)] == ["person_withdrawn", "person_readmitted"]


async def test_a_forgotten_password_is_made_anew_and_the_lock_ends(hall: HereHall, manager: str) -> None:
    for n in range(5):
        await hall.http.post("/api/login", json={"login": "1207", "password": f"wrong-guess-{n}"})
    assert (await people(hall, manager))["1207"]["locked_until"]
    _, body = await asked(hall, manager, "/api/people/1207/password")
    await log_in(hall, "1207", password=body["password"])
    assert (await people(hall, manager))["1207"]["locked_until"] is None
    journal = await noted(hall)
    assert journal == [
        ("system:door", "locked_out", "1207", "127.0.0.1"),
        ("person:1001", "password_reset", "1207", ""),
    ]
    assert body["password"] not in str(journal)


async def test_a_lost_tablet_is_shut_out_in_one_tap(hall: HereHall, manager: str) -> None:
    """Everywhere the guide is logged in, at once; with the password they come back on another."""
    hall.house.people.add("1300", "赵敏", "guide", PASSWORD)
    hall.house.screens.beat_every = 3600  # s: what comes is told at once, and not with a beat
    lost, other = await log_in(hall, "1300"), await log_in(hall, "1300")
    async with hall.screen("guide", "guide", token=lost) as tablet:
        assert (await asked(hall, manager, "/api/people/1300/put_out"))[0] == 200
        assert (await tablet.next("bye"))["code"] == "wrong_token"
        await tablet.closed()
    assert (await hall.http.get("/api/me", headers=bearer(other))).status_code == 401
    await log_in(hall, "1300")
    assert (await noted(hall))[-1] == ("person:1001", "person_put_out", "1300", "")


async def test_who_is_not_here_cannot_be_changed(hall: HereHall, manager: str) -> None:
    for path in ("", "/password", "/withdraw", "/readmit", "/put_out"):
        status, said = await asked(hall, manager, f"/api/people/9999{path}")
        assert (status, said["code"]) == (404, "unknown_person"), path
