"""One's own password and PIN."""

import pytest

from tests.api.at_the_door import asked, log_in
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD, bearer

NEW = "loud-bamboo-08"


@pytest.fixture
async def clerk(hall: HereHall) -> str:
    return await log_in(hall, "1207", "clerk")


async def test_a_clerk_changes_the_password_and_goes_on_with_a_new_log_in(hall: HereHall, clerk: str) -> None:
    status, body = await asked(hall, clerk, "/api/me/password", password=PASSWORD, new=NEW)
    assert (status, body["actor"]["id"]) == (200, "person:1207")
    assert (await hall.http.get("/api/me", headers=bearer(clerk))).status_code == 401
    assert (await hall.http.get("/api/me", headers=bearer(body["token"]))).status_code == 200
    await log_in(hall, "1207", password=NEW)


async def test_the_old_password_is_asked_for_and_wrong_ones_are_counted(hall: HereHall, clerk: str) -> None:
    codes = [
        (await asked(hall, clerk, "/api/me/password", password="wrong-guess", new=NEW))[1]["code"]
        for _ in range(5)
    ]
    assert codes == ["wrong_login"] * 4 + ["locked_out"]
    assert (await hall.http.get("/api/me", headers=bearer(clerk))).status_code == 200


async def test_an_easy_password_is_refused_in_words(hall: HereHall, clerk: str) -> None:
    status, body = await asked(hall, clerk, "/api/me/password", password=PASSWORD, new="12345678")
    assert (status, body["code"]) == (409, "weak_password")


async def test_a_pin_is_set_used_and_taken_away(hall: HereHall) -> None:
    hall.house.people.add("1207", "王芳", "clerk", PASSWORD)
    at_3 = {"login": "1207", "password": PASSWORD, "place": "3"}
    token = (await hall.http.post("/api/login", json=at_3)).json()["token"]
    assert (await hall.http.get("/api/me/pin", headers=bearer(token))).json() == {"has_pin": False}
    assert (await asked(hall, token, "/api/me/pin", password=PASSWORD, pin="4071"))[0] == 200
    assert (await hall.http.get("/api/me/pin", headers=bearer(token))).json() == {"has_pin": True}
    assert (await hall.http.post("/api/login", json={**at_3, "password": "4071"})).status_code == 200
    assert (await asked(hall, token, "/api/me/pin", password=PASSWORD, pin=""))[0] == 200
    assert (await hall.http.post("/api/login", json={**at_3, "password": "4071"})).status_code == 401


@pytest.mark.parametrize("path", ["/api/me/password", "/api/me/pin"])
async def test_a_machine_has_no_password(hall: HereHall, path: str) -> None:
    body = (
        {"password": PASSWORD, "new": NEW} if path.endswith("password") else {"password": PASSWORD, "pin": ""}
    )
    for role in ("kiosk", "hall_manager"):  # a script's token with a person's role is no person either
        assert (await asked(hall, hall.token(role), path, **body))[0] == 403
    assert (await hall.http.post(path, json=body)).status_code == 401


async def test_a_person_chooses_a_language_and_finds_it_at_the_next_log_in(
    hall: HereHall, clerk: str
) -> None:
    assert (await hall.http.get("/api/me", headers=bearer(clerk))).json()["language"] == ""
    assert (await asked(hall, clerk, "/api/me/language", language="en"))[0] == 200
    assert (await hall.http.get("/api/me", headers=bearer(clerk))).json()["language"] == "en"
    body = {"login": "1207", "password": PASSWORD, "place": "3"}
    assert (await hall.http.post("/api/login", json=body)).json()["actor"]["language"] == "en"
    newest = hall.house.door.record.newest(2)
    assert ("own_language_chosen", "1207", "en") in [(n.what, n.who, n.detail) for n in newest]


@pytest.mark.parametrize("language", ["", "fr", None])
async def test_a_language_the_screens_do_not_speak_is_refused(
    hall: HereHall, clerk: str, language: str | None
) -> None:
    status, body = await asked(hall, clerk, "/api/me/language", language=language)
    assert (status, body["code"]) == (422, "invalid")
    assert (await hall.http.get("/api/me", headers=bearer(clerk))).json()["language"] == ""


async def test_nobody_but_a_person_has_a_language_to_choose(hall: HereHall) -> None:
    for role in ("kiosk", "hall_manager"):
        assert (await asked(hall, hall.token(role), "/api/me/language", language="en"))[0] == 403
    assert (await hall.http.post("/api/me/language", json={"language": "en"})).status_code == 401
