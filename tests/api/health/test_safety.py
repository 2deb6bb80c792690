"""What is wrong with the hall's data reaches people: health, heartbeats, reports, the customer's phone."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.domain.queue.commands import GoOnRestored
from server.settings import Settings
from tests.hall_here import HereHall, here_hall
from tests.hall_made import bearer


async def with_tickets(data: Path) -> str:
    """A hall that has given two numbers and stopped; the first one's token."""
    async with here_hall(data) as hall:
        token = (await hall.issue())["token"]
        await hall.issue()
    return str(token)


def damage(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(Settings(data=data).database, isolation_level=None)) as db:
        assert db.execute(statement).rowcount > 0


async def test_a_gap_is_told_in_health_with_every_beat_and_instead_of_a_wrong_report(data: Path) -> None:
    """C44."""
    await with_tickets(data)
    damage(data, "DELETE FROM event WHERE seq = (SELECT max(seq) - 1 FROM event)")
    async with here_hall(data) as hall:
        health = (await hall.http.get("/health")).json()
        assert health["status"] == "trouble"
        (told,) = health["problems"]
        assert (told["code"], "备份" in told["text"]["zh"]) == ("journal_damaged", True)
        assert "/" not in told["text"]["zh"], "anybody may read it: no paths"
        async with hall.screen("hall_manager", "manager") as manager:
            assert (await manager.next("beat"))["faults"][0]["code"] == "journal_damaged"
        answer = await hall.http.get("/api/reports/waits?date=2026-03-02", headers=bearer(hall.admin))
        assert (answer.status_code, answer.json()["code"]) == (503, "journal_damaged")
        assert (await hall.issue())["number"] == "A003", "the hall goes on"


async def test_a_hall_whose_very_first_entry_is_torn_opens_and_is_told(data: Path) -> None:
    """Found by the damage drill: the look for a demo's beginning kept it shut."""
    await with_tickets(data)
    damage(data, "UPDATE event SET body = substr(body, 1, 30) WHERE seq = 1")
    async with here_hall(data) as hall:
        assert (await hall.http.get("/health")).json()["status"] == "trouble"
        assert (await hall.issue())["number"]


async def test_a_snapshot_that_healed_is_told_once_and_troubles_nobody(data: Path) -> None:
    await with_tickets(data)
    damage(data, "UPDATE snapshot SET body = x'00'")
    async with here_hall(data) as hall:
        assert (await hall.http.get("/health")).json()["status"] == "ok"
        assert next(t.zh for t in hall.house.safety.healed()).startswith("为快速启动保存的快照与流水不一致")
        assert [t.number for t in hall.hall.tickets.values()] == ["A001", "A002"]


async def test_a_folder_that_vanishes_is_noticed_at_the_next_command(data: Path) -> None:
    async with here_hall(data) as hall:
        await hall.issue()
        data.rename(data.with_name("aside"))
        status, body = await hall.post(hall.admin, "issue_ticket", "again", service="pay")
        assert (status, body["code"]) == (503, "data_gone")
        health = (await hall.http.get("/health")).json()
        assert (health["status"], health["problems"][0]["code"]) == ("trouble", "data_gone")
        assert "data_gone" in [f.code for f in hall.house.faults.beside_the_journal()]
        assert (await hall.http.get("/metrics", headers=bearer(hall.admin))).status_code in (200, 503)
        assert not data.exists(), "and no empty hall is made in its place"
        data.with_name("aside").rename(data)
        assert (await hall.post(hall.admin, "issue_ticket", "again", service="pay"))[0] == 200
        assert (await hall.http.get("/health")).json()["status"] == "ok"


async def restored(hall: HereHall) -> None:
    """As the restore asks it."""
    live = hall.house.live
    command = GoOnRestored(epoch=live.hall.epoch + 1)
    await live.apply(command, actor="system:restore", request="system:restore/1")


async def test_a_paper_the_restored_hall_does_not_know_says_what_to_do(hall: HereHall) -> None:
    """C02: the old paper's page."""
    answer = await hall.http.get("/api/ticket/of-a-paper-nobody-knows")
    assert answer.json()["code"] == "not_found"
    known = (await hall.issue())["token"]
    await restored(hall)
    answer = await hall.http.get("/api/ticket/of-a-paper-nobody-knows")
    assert (answer.status_code, answer.json()["code"]) == (404, "number_lost")
    assert "引导员" in answer.json()["text"]["zh"]
    assert (await hall.http.get(f"/api/ticket/{known}")).json()["number"] == "A001"
    hall.clock.move(days=1)
    answer = await hall.http.get("/api/ticket/of-a-paper-nobody-knows")
    assert answer.json()["code"] == "not_found", "tomorrow it is an old paper like any"
