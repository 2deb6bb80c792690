"""That an exercise was held comes into the journal, by whoever may set the hall up."""

from server.domain.equipment.events import AccessNoted
from tests.hall_here import HereHall
from tests.hall_made import bearer


async def test_an_exercise_is_put_on_record_by_an_administrator_only(hall: HereHall) -> None:
    body = {"passed": 6, "held": 7, "by": "张伟"}
    refused = await hall.http.post("/api/drill", json=body, headers=bearer(hall.token("clerk", "1")))
    assert refused.status_code == 403
    done = await hall.http.post("/api/drill", json=body, headers=bearer(hall.admin))
    assert done.status_code == 200
    notes = [r.event for r in await hall.house.live.journal.since(0) if isinstance(r.event, AccessNoted)]
    assert [(n.what, n.subject, n.detail) for n in notes] == [("drill_held", "6/7", "张伟")]
