"""Reports over HTTP: who may read, what comes, what is locked."""

import asyncio
import csv
import json
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from server.domain.queue.commands import CallSpecific
from tests.hall_here import HandClock, HereHall
from tests.hall_made import bearer

PATHS = (
    "/api/reports",
    "/api/reports/waits",
    "/api/reports/waits/series",
    "/api/reports/forecast/today",
    "/api/events?ticket=x",
)
NAMES = {"waits", "counters", "remedies", "satisfaction", "care", "out_of_order", "monthly"}


async def got(hall: HereHall, path: str, role: str = "hall_manager", status: int = 200) -> Any:
    answer = await hall.http.get(path, headers=bearer(hall.token(role)))
    assert answer.status_code == status, answer.text
    return answer.json()


async def served(hall: HereHall, hand: HandClock, minutes: float = 21) -> str:
    """A customer with priority who waits, is called out of turn and served in two minutes."""
    await hall.sit_down("1", "1207")
    ticket = await hall.issue(priority="priority", priority_reason="pregnant")
    hand.move(minutes=minutes)
    await hall.do("call_specific", counter="1", ticket=ticket["ticket"], reason="=老人不适")
    await hall.do("start_service", counter="1")
    hand.move(minutes=2)
    await hall.do("finish_ticket", counter="1")
    return str(ticket["ticket"])


@pytest.mark.parametrize("role", ["team_leader", "hall_manager", "admin", "region_office"])
async def test_those_who_answer_for_the_hall_may_read(hall: HereHall, role: str) -> None:
    for path in PATHS:
        await got(hall, path, role)


@pytest.mark.parametrize("role", ["clerk", "guide", "kiosk", "lobby_board", "evaluator", "keypad"])
async def test_nobody_else_may(hall: HereHall, role: str) -> None:
    for path in PATHS:
        assert (await got(hall, path, role, 403))["code"] == "not_allowed"
    assert (await hall.http.get("/api/reports")).status_code == 401


async def test_reports_are_listed_with_titles(hall: HereHall) -> None:
    listed = await got(hall, "/api/reports")
    assert {r["name"] for r in listed["reports"]} >= NAMES
    assert all(r["title"]["zh"] and r["title"]["en"] for r in listed["reports"])
    assert listed["periods"] == ["day", "week", "month", "year"]


async def test_a_hall_with_no_data_gives_empty_tables(hall: HereHall) -> None:
    for name in NAMES:
        found = await got(hall, f"/api/reports/{name}?period=month")
        assert [table["rows"] for table in found["tables"]] == [[]] * len(found["tables"])
    assert (await got(hall, "/api/reports/waits/series"))["points"] == []
    assert (await got(hall, "/api/reports/forecast/today"))["half_hours"] == []


async def test_a_wait_is_in_the_report_and_opens_its_events(hall: HereHall, hand: HandClock) -> None:
    ticket = await served(hall, hand)
    found = await got(hall, "/api/reports/out_of_order?period=week&date=2026-03-04")
    assert found["period"] == {"kind": "week", "first": "2026-03-02", "last": "2026-03-08"}
    (row,) = next(t for t in found["tables"] if t["id"] == "specific")["rows"]
    assert row["cells"]["waited"] == 21 * 60
    events = (await got(hall, row["events"]))["events"]
    assert events[0]["kind"] == "TicketIssued"
    assert {e["fields"]["ticket"] for e in events if "ticket" in e["fields"]} == {ticket}


async def test_every_link_of_a_report_opens(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    for name in NAMES:
        for table in (await got(hall, f"/api/reports/{name}"))["tables"]:
            for row in table["rows"]:
                if row["events"]:
                    await got(hall, row["events"])


async def test_a_private_reason_is_for_the_hall_manager_only(hall: HereHall, hand: HandClock) -> None:
    ticket = await served(hall, hand)
    for role, reason in (
        ("hall_manager", "pregnant"),
        ("admin", ""),
        ("region_office", ""),
        ("team_leader", ""),
    ):
        told = await got(hall, f"/api/events?ticket={ticket}", role)
        assert told["events"][0]["fields"]["priority_reason"] == reason
        assert "token" not in told["events"][0]["fields"]


async def test_a_case_and_a_counter_open_their_events(hall: HereHall, hand: HandClock) -> None:
    await hall.issue()
    hand.move(minutes=21)
    ticket = next(iter(hall.hall.tickets))
    await hall.house.over_wait.attend()
    for case in (ticket, f"{ticket}-remedy"):
        told = await got(hall, f"/api/events?case={case}")
        assert [e["kind"] for e in told["events"]] == ["CaseOpened"]
    await hall.do("open_counter", counter="1")
    opened = await got(hall, "/api/events?counter=1&limit=1")
    assert opened["events"][0]["kind"] == "CounterOpened"
    assert opened["people"]["admin"] == "管理员"  # the page calls people by their names


async def test_points_over_the_day_come_with_their_lines(hall: HereHall, hand: HandClock) -> None:
    ticket = await served(hall, hand)
    found = await got(hall, "/api/reports/waits/series?date=2026-03-02")
    assert [line["seconds"] for line in found["lines"]] == [600, 1200]
    (point,) = found["points"]
    assert (point["clock"], point["waited_seconds"], point["ticket"]) == ("09:21:00", 1260, ticket)
    assert found["services"][point["service"]]["zh"]


async def test_a_report_comes_as_a_file(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    head = bearer(hall.token("hall_manager"))
    text = await hall.http.get("/api/reports/out_of_order?format=csv", headers=head)
    assert text.headers["content-type"] == "application/zip"
    assert "attachment" in text.headers["content-disposition"]
    with ZipFile(BytesIO(text.content)) as pack:
        assert len(pack.namelist()) == 3
        texts = [pack.read(name).decode("utf-8-sig") for name in pack.namelist()]
    lines = [line for one in texts for line in csv.reader(StringIO(one))]
    assert any("老人不适" in cell for line in lines for cell in line)
    assert not any(cell.startswith("=") for line in lines for cell in line)
    book = await hall.http.get("/api/reports/out_of_order?format=xlsx", headers=head)
    assert [page.max_row for page in load_workbook(BytesIO(book.content)).worksheets] == [5, 5, 5]


async def test_the_whole_month_is_one_workbook(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    head = bearer(hall.token("team_leader"))
    answer = await hall.http.get("/api/reports/workbook?date=2026-03-15", headers=head)
    assert "2026-03-01-2026-03-31.xlsx" in answer.headers["content-disposition"]
    book = load_workbook(BytesIO(answer.content))
    tables = [
        (await got(hall, f"/api/reports/{name}?period=month&date=2026-03-15"))["tables"] for name in NAMES
    ]
    assert len(book.sheetnames) > 1 + sum(map(len, tables))  # and the effect's
    assert len(set(book.sheetnames)) == len(book.sheetnames)
    hall_name = hall.hall.setup.name.zh
    for page in book.worksheets[1:]:
        assert hall_name in page["A2"].value
        assert "2026-03-01 – 2026-03-31" in page["A2"].value


async def test_a_report_opens_with_a_sentence(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    found = await got(hall, "/api/reports/waits")
    assert found["opening"]["zh"] == "叫到 1 人，0 人在 10 分钟目标内；样本不足，不算占比"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/reports/ghost", 404, "not_found"),
        ("/api/reports/visits", 404, "not_found"),
        ("/api/reports/waits?period=decade", 422, "invalid"),
        ("/api/reports/waits?date=yesterday", 422, "invalid"),
        ("/api/reports/waits?date=9999-12-31", 422, "invalid"),
        ("/api/reports/waits?format=pdf", 422, "invalid"),
        ("/api/events?limit=0", 422, "invalid"),
        ("/api/events?limit=1000000", 422, "invalid"),
        ("/api/events?nobody=1", 422, "invalid"),
    ],
)
async def test_what_is_asked_wrongly_is_refused(hall: HereHall, path: str, status: int, code: str) -> None:
    assert (await got(hall, path, status=status))["code"] == code


async def test_no_letter_can_stop_an_export(hall: HereHall, hand: HandClock) -> None:
    """C11: what comes in is clean, and what the journal has from before is cleaned on its way out."""
    await hall.sit_down("1", "1207")
    for reason, through_the_door in (("老人先办\u000b腿脚不便", True), ("以前\u000b的\ufffe", False)):
        ticket = (await hall.issue())["ticket"]
        if through_the_door:
            await hall.do("call_specific", counter="1", ticket=ticket, reason=reason)
        else:
            command = CallSpecific(counter="1", ticket=ticket, reason=reason)
            await hall.house.live.apply(command, actor="person:1207", request=f"old/{ticket}")
        await hall.do("start_service", counter="1")
        hand.move(minutes=2)
        await hall.do("finish_ticket", counter="1")
    reader = bearer(hall.token("hall_manager"))
    for kind in ("csv", "xlsx"):
        answer = await hall.http.get(f"/api/reports/out_of_order?format={kind}", headers=reader)
        assert answer.status_code == 200
    pages = load_workbook(BytesIO(answer.content)).worksheets
    cells = " ".join(str(cell.value) for page in pages for row in page for cell in row)
    assert "老人先办 腿脚不便" in cells
    assert "以前 的" in cells


async def locked(hall: HereHall, month: str, role: str = "hall_manager") -> tuple[int, Any]:
    answer = await hall.http.post(
        "/api/reports/monthly/lock", json={"month": month}, headers=bearer(hall.token(role))
    )
    return answer.status_code, answer.json()


async def test_a_month_is_locked_once_when_it_is_over(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    assert (await locked(hall, "2026-03"))[1]["code"] == "month_not_over"
    hand.move(days=40)
    assert (await locked(hall, "2026-03", "team_leader"))[0] == 403
    status, first = await locked(hall, "2026-03")
    assert (status, first["new"], first["intact"], first["differences"]) == (200, True, True, [])
    hand.move(days=1)
    _, again = await locked(hall, "2026-03", "region_office")
    assert again == {**first, "new": False}
    shown = await got(hall, "/api/reports/monthly?date=2026-03-15")
    assert shown["period"]["kind"] == "month"
    assert shown["snapshot"]["sha256"] == first["sha256"]
    assert shown["snapshot"]["tables"] == shown["tables"]


async def test_a_changed_recomputation_is_shown_and_never_written(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    hand.move(days=40)
    await locked(hall, "2026-03")
    path = hall.house.settings.snapshots / "monthly-2026-03.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["tables"][0]["rows"][0]["cells"]["rated"] = 99
    path.write_text(json.dumps(kept), encoding="utf-8")
    written = path.read_bytes()
    _, again = await locked(hall, "2026-03")
    assert not again["intact"]
    assert [(d["column"], d["locked"], d["now"]) for d in again["differences"]] == [("rated", 99, 0)]
    assert path.read_bytes() == written


@pytest.mark.parametrize("month", ["2026-13", "9999-12", "../../x", "", "2026-3"])
async def test_a_month_is_a_month(hall: HereHall, month: str) -> None:
    assert (await locked(hall, month))[0] == 422


async def test_the_hall_goes_on_while_a_report_is_read(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    async with asyncio.TaskGroup() as readers:
        read = [readers.create_task(got(hall, "/api/reports/waits?period=month")) for _ in range(4)]
        assert (await hall.issue())["number"]
    assert all(task.result()["name"] == "waits" for task in read)
