"""A disk that is full: everybody is told, nothing is half done, and it goes on when there is room."""

from tests.hall_here import HereHall
from tests.watchers.full_disk import full_disk


async def test_a_full_disk_is_told_to_who_asks_and_to_every_screen(hall: HereHall) -> None:
    async with hall.screen("kiosk", "kiosk") as kiosk:
        async with full_disk(hall) as room:
            before = hall.hall
            status, body = await hall.post(hall.admin, "issue_ticket", "tap", service="pay")
            assert (status, body["code"]) == (503, "storage_failed")
            assert (await kiosk.ask("issue_ticket", service="pay"))["code"] == "storage_failed"
            assert hall.hall == before
            beat = await kiosk.next("beat")
            while not beat["faults"]:
                beat = await kiosk.next("beat")
            assert beat["faults"][0]["code"] == "storage_failed"
            assert (await hall.http.get("/health")).json()["status"] == "trouble"
            await room()
            status, body = await hall.post(hall.admin, "issue_ticket", "tap", service="pay")
            assert (status, body["result"]["ticket"]["number"]) == (200, "A001")
        kiosk.inbox.clear()
        while beat["faults"]:
            beat = await kiosk.next("beat")
        assert (await hall.http.get("/health")).json()["status"] == "ok"
    journal = hall.house.live.journal
    assert await journal.load() == await journal.replay() == hall.hall
