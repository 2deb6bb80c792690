"""Anybody may look at the hall from outside; however many do, it is made once."""

import pytest

from server.api.answering.errors import NotGiven, problem
from server.api.public.hall_now import AGAIN, GOOD_FOR, LOOKED_AT, UNKNOWN, quiet_routes
from server.reports.through_the_day.quiet import QuietWeek
from tests.hall_here import HandClock, HereHall


async def waiting(hall: HereHall) -> int:
    businesses = (await hall.http.get("/api/hall/now")).json()["businesses"]
    return next(b["waiting"] for b in businesses if b["id"] == "pay")


@pytest.mark.row("Q42")
async def test_who_waits_is_counted_and_nobody_is_told(hall: HereHall) -> None:
    ticket = await hall.issue("pay")
    shown = await hall.http.get("/api/hall/now")
    assert (shown.status_code, await waiting(hall)) == (200, 1)
    personal = (ticket["token"], ticket["ticket"], ticket["number"], "token")
    assert not any(word in shown.text for word in personal)


async def test_one_answer_serves_all_who_ask_within_two_seconds(hall: HereHall) -> None:
    assert await waiting(hall) == 0
    await hall.issue("pay")
    assert await waiting(hall) == 0
    hall.clock.move(seconds=GOOD_FOR.total_seconds())
    assert await waiting(hall) == 1


async def test_a_hall_without_visits_tells_of_no_quiet_hours(hall: HereHall) -> None:
    assert (await hall.http.get("/api/quiet")).json() == {"weeks": 4, "days": []}


async def test_the_page_is_there(hall: HereHall) -> None:
    assert (await hall.http.get("/hall/")).status_code == 200


async def test_the_past_is_read_once_an_hour_and_not_by_everybody_while_it_is_made_anew() -> None:
    clock, reads = HandClock(), []
    week, behind = QuietWeek(weeks=4, days=()), True

    async def read() -> QuietWeek:
        reads.append(clock.at)
        if behind:
            raise NotGiven(problem("visits_behind", done="3%"))
        return week

    (route,) = quiet_routes(read, lambda: clock.at).routes
    ask = route.endpoint  # type: ignore[attr-defined]  # a route of FastAPI's own
    assert [await ask(), await ask()] == [UNKNOWN, UNKNOWN]
    behind = False
    clock.move(seconds=AGAIN.total_seconds())
    assert [await ask() for _ in range(3)] == [week] * 3
    clock.move(seconds=LOOKED_AT.total_seconds() - 1)
    assert await ask() == week
    assert len(reads) == 2
    clock.move(seconds=1)
    await ask()
    clock.set_back(days=1)  # whoever corrects the clock does not stop it
    await ask()
    assert len(reads) == 4
