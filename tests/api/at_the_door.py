"""Managers who log in, and what the journal kept of those they let in."""

from datetime import timedelta
from typing import Any

from server.domain.equipment.events import AccessNoted
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD, bearer


async def log_in(hall: HereHall, login: str, role: str = "", password: str = PASSWORD) -> str:
    """A token; with a role the person is added first."""
    if role:
        hall.house.people.add(login, f"员工{login}", role, password)
    answer = await hall.http.post("/api/login", json={"login": login, "password": password})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["token"])


async def noted(hall: HereHall) -> list[tuple[str, str, str, str]]:
    """Who did what to whom, and how, oldest first."""
    now = hall.clock.at
    return await hall.house.live.journal.read(
        now - timedelta(days=1),
        now + timedelta(days=1),
        lambda events: [
            (r.actor, r.event.what, r.event.subject, r.event.detail)
            for r in events
            if isinstance(r.event, AccessNoted)
        ],
    )


async def asked(hall: HereHall, token: str, path: str, **body: object) -> tuple[int, Any]:
    answer = await hall.http.post(path, json=body, headers=bearer(token))
    return answer.status_code, answer.json()
