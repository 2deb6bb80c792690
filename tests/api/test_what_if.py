"""What if …, over HTTP: two futures beside each other, refusals in words, and a hall that stays as it is."""

import os
import signal
from typing import Any

import pytest

from tests.hall_here import HereHall
from tests.hall_made import bearer
from tests.patience import PATIENCE, patience, until
from tests.watchers.foresight.test_run_forward import SILENT, looking


async def asked(hall: HereHall, *supposed: dict[str, Any], role: str = "team_leader") -> tuple[int, Any]:
    answer = await hall.http.post(
        "/api/what-if", json={"supposed": list(supposed)}, headers=bearer(hall.token(role))
    )
    return answer.status_code, answer.json()


async def a_line(hall: HereHall, n: int = 8) -> None:
    await hall.called("1")
    for _ in range(n):
        await hall.issue()
        hall.clock.move(seconds=30)


@pytest.mark.row("Q12")
async def test_both_futures_come_back_and_nothing_of_the_hall_is_another(hall: HereHall) -> None:
    await a_line(hall)
    supposals = hall.house.run_forward.supposals
    supposals.within = PATIENCE
    async with patience(), looking(hall.house.run_forward):
        await until(lambda: supposals._is_answered)
        before = hall.hall.counters, hall.hall.tickets.keys()
        status, body = await asked(
            hall,
            {"type": "counter_opens", "counter": "2"},
            {"type": "people_come", "queue": hall.hall.setup.services[0].queue, "people": 5},
        )
        assert status == 200, body
        assert [span["minutes"] for span in body["spans"]] == [30, 60]
        waiting = body["spans"][0]["all"]["waiting"]
        assert waiting.keys() == {"now", "then", "low", "high"}
        assert (hall.hall.counters, hall.hall.tickets.keys()) == before  # promises go on by themselves
    assert await hall.tells_the_same()


async def test_what_cannot_be_supposed_is_refused_in_words(hall: HereHall) -> None:
    await a_line(hall, 1)
    for supposed, code, said in (
        ([], "nothing_supposed", 409),
        ([{"type": "counter_opens", "counter": "1"}], "counter_open", 409),
        ([{"type": "counter_closes", "counter": "77"}], "unknown_counter", 404),
        ([{"type": "people_come", "queue": "?", "people": 3}], "unknown_queue", 404),
        ([{"type": "counter_pauses", "counter": "1", "minutes": 10**9}], "supposed_too_far", 409),
        ([{"type": "roof_falls"}], "invalid", 422),
        ([{"type": "counter_closes"}], "invalid", 422),
        ([{"type": "counter_closes", "counter": "1"}] * 21, "invalid", 422),
    ):
        status, body = await asked(hall, *supposed)
        assert (status, body["code"]) == (said, code), body
        assert body["text"]["zh"]


async def test_who_does_not_lead_may_not_look(hall: HereHall) -> None:
    status, body = await asked(hall, {"type": "counter_closes", "counter": "1"}, role="clerk")
    assert (status, body["code"]) == (403, "not_allowed")


async def test_before_the_day_is_open_it_cannot_be_known(hall: HereHall) -> None:
    if hall.hall.day is not None:
        await hall.do("close_day", force=True)
    status, body = await asked(hall, {"type": "issuing_stops", "queue": hall.hall.setup.queues[0].id})
    assert (status, body["code"]) == (409, "not_known_enough")


@pytest.mark.parametrize("trouble", ["never began", "killed", "hung", "silent"])
async def test_without_the_process_beside_a_sentence_comes_at_once_or_in_time(
    hall: HereHall, trouble: str
) -> None:
    await a_line(hall, 2)
    forward = hall.house.run_forward
    forward.supposals.within = 0.3
    one = {"type": "counter_closes", "counter": "1"}
    async with patience():
        if trouble == "never began":
            assert (await asked(hall, one))[1]["code"] == "not_reckoned_now"
            return
        if trouble == "silent":
            forward._program = SILENT
        async with looking(forward):
            await until(lambda: forward.supposals._is_answered and forward.pid)
            if trouble != "silent":
                await until(lambda: not hall.house.looking_ahead.foresee().simple)
                assert forward.pid is not None
                os.kill(forward.pid, signal.SIGKILL if trouble == "killed" else signal.SIGSTOP)
            status, body = await asked(hall, one)
            assert (status, body["code"]) == (409, "not_reckoned_now"), body
