"""C43: log-ins, refusals, lock-outs and reads of people are on record, with address and time."""

import re

import pytest

from server.api.doors.access_record import in_words
from server.domain.hall import Hall
from tests.api.at_the_door import log_in, noted
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD, Message, bearer


async def record(hall: HereHall, token: str) -> list[Message]:
    answer = await hall.http.get("/api/access_record", headers=bearer(token))
    assert answer.status_code == 200, answer.text
    found: list[Message] = answer.json()
    return found


def said(entries: list[Message]) -> list[tuple[str, str, int]]:
    return [(e["what"], e["who"], e["times"]) for e in entries]


async def test_five_log_ins_refused_and_one_lock_out_are_on_record(hall: HereHall) -> None:
    """C43."""
    manager = await log_in(hall, "1001", "hall_manager")
    for n in range(5):
        await hall.http.post(
            "/api/login",
            json={"login": "1001", "password": f"wrong-guess-{n}"},
            headers={"x-forwarded-for": "10.0.0.66"},
        )
    entries = await record(hall, manager)
    assert said(entries) == [
        ("locked_out", "1001", 1),
        ("log_in_refused", "1001", 5),
        ("logged_in", "1001", 1),
    ]
    assert {e["address"] for e in entries[:2]} == {"10.0.0.66"}
    assert entries[1]["at"].startswith("2026-03-02T01:00:00")
    assert await noted(hall) == [("system:door", "locked_out", "1001", "10.0.0.66")]


async def test_a_name_nobody_has_is_not_kept_for_it_may_be_a_password(hall: HereHall) -> None:
    manager = await log_in(hall, "1001", "hall_manager")
    await hall.http.post("/api/login", json={"login": "my-secret-word", "password": "x"})
    entries = await record(hall, manager)
    assert said(entries)[0] == ("log_in_refused", "", 1)
    assert "my-secret-word" not in str(entries)


async def test_who_reads_about_people_or_takes_a_report_away_is_on_record(hall: HereHall) -> None:
    manager = await log_in(hall, "1001", "hall_manager")
    headers = bearer(manager)
    for path in (
        "/api/people",
        "/api/people",
        "/api/devices",
        "/api/events?staff=1207",
        "/api/reports/waits",
        "/api/reports/waits?format=csv",
        "/api/setup/file",
    ):
        assert (await hall.http.get(path, headers=headers)).status_code == 200, path
    entries = await record(hall, manager)
    assert [(e["what"], e["detail"]) for e in reversed(entries)] == [
        ("logged_in", ""),
        ("people_read", ""),
        ("devices_read", ""),
        ("events_read", "1207"),
        ("report_read", "waits"),
        ("report_saved", "waits 2026-03-02–2026-03-02 csv"),
        ("set_up_saved", ""),
    ]
    assert {e["who"] for e in entries} == {"1001"}


@pytest.mark.parametrize("role", ["clerk", "team_leader", "kiosk", "region_office"])
async def test_the_record_is_for_who_runs_the_hall(hall: HereHall, role: str) -> None:
    assert (await hall.http.get("/api/access_record", headers=bearer(hall.token(role)))).status_code == 403
    assert (await hall.http.get("/api/access_record")).status_code == 401


async def test_a_change_of_the_own_password_is_on_record(hall: HereHall) -> None:
    token = await log_in(hall, "1001", "hall_manager")
    body = {"password": PASSWORD, "new": "loud-bamboo-08"}
    answer = await hall.http.post("/api/me/password", json=body, headers=bearer(token))
    assert "own_password_changed" in {e["what"] for e in await record(hall, answer.json()["token"])}


async def test_no_code_stands_in_the_record_but_what_it_means(hall: HereHall) -> None:
    """It said "out_of_order" and "3" to whoever looked."""
    manager = await log_in(hall, "1001", "hall_manager")
    headers = bearer(manager)
    titles = {
        r["name"]: r["title"]
        for r in (await hall.http.get("/api/reports", headers=headers)).json()["reports"]
    }
    for name in titles:
        assert (await hall.http.get(f"/api/reports/{name}", headers=headers)).status_code == 200
    await hall.http.get("/api/reports/out_of_order?format=xlsx", headers=headers)
    await log_in(hall, "1202", "clerk")
    await hall.http.post("/api/login", json={"login": "1202", "password": PASSWORD, "place": "1"})
    entries = await record(hall, manager)
    read = [e["said"] for e in entries if e["what"] == "report_read"]
    assert sorted(t["zh"] for t in read) == sorted(t["zh"] for t in titles.values())
    (saved,) = (e["said"] for e in entries if e["what"] == "report_saved")
    assert saved["zh"] == f"{titles['out_of_order']['zh']} 2026-03-02–2026-03-02 XLSX"
    assert hall.hall.setup.counter["1"].name.zh in [e["said"]["zh"] for e in entries if e["who"] == "1202"]
    codes = [e for e in entries if re.search(r"[a-z]+_[a-z]+", e["said"]["zh"])]
    assert not codes


def test_a_report_that_is_gone_is_still_one() -> None:
    assert in_words("report_read", "shoe_sizes", Hall(), {}).zh == "一份报表"
