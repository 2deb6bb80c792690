"""Learning goes on beside a hall: over night, after a restart, and left at any moment."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.domain.queue.events import TicketFinished
from server.insight.forward.habits import POINTS, TRUSTED, WALK, usual_habits
from server.insight.forward.plan import usual_plan
from server.journal import Recorded
from server.watchers.foresight import learn_overnight
from server.watchers.foresight.learn_overnight import LearnOvernight
from server.watchers.keeping.keep_visits import visits_engine
from tests.hall_here import HandClock, HereHall, here_hall


async def a_day(hall: HereHall, hand: HandClock, customers: int = 12) -> None:
    await hall.sit_down("1", "1001")
    for _ in range(customers):
        await hall.called()
        await hall.do("start_service", counter="1")
        hand.move(seconds=500)
        await hall.do("finish_ticket", counter="1")
    await hall.do("close_day", reason="now")


async def test_a_hall_without_history_is_as_usual(hall: HereHall) -> None:
    learning = hall.house.learning
    await learning.learn()
    assert learning.days == 0
    now = hall.house.clock()
    assert learning.habits(hall.hall) == usual_habits(hall.hall)
    assert learning.plan(hall.hall, now) == usual_plan(hall.hall, now)


async def test_a_night_and_a_restart(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand) as hall:
        await a_day(hall, hand)
        await hall.house.learning.learn()
        assert hall.house.learning.days == 0  # it is not over
        hand.move(days=1)
        await hall.house.learning.learn()
        assert hall.house.learning.days == 1
        learned = hall.house.learning.habits(hall.hall)
        usual = hall.hall.setup.service["pay"].usual_seconds + WALK
        mean = (12 * 500 + TRUSTED * usual) / (12 + TRUSTED)
        assert sum(learned.takes("pay")) / POINTS == pytest.approx(mean)
    async with here_hall(data, hand) as hall:
        await hall.house.learning.learn()
        assert hall.house.learning.days == 1
        assert hall.house.learning.habits(hall.hall).takes("pay") == pytest.approx(learned.takes("pay"))


async def test_the_pace_of_today_follows_who_finishes(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand) as hall:
        await a_day(hall, hand)
        hand.move(days=1)
        learning = hall.house.learning
        await learning.learn()
        before = sum(learning.habits(hall.hall).takes("pay"))
        await hall.sit_down("1", "1001")
        for _ in range(10):
            await hall.called()
            await hall.do("start_service", counter="1")
            hand.move(seconds=1500)
            await hall.do("finish_ticket", counter="1")
        slow = sum(learning.habits(hall.hall).takes("pay"))
        assert slow > 1.2 * before
        learning._pace = None  # as after a restart: by what the hall has counted
        assert sum(learning.habits(hall.hall).takes("pay")) == pytest.approx(slow, rel=0.2)


async def test_left_at_any_moment_it_learns_again(
    data: Path, hand: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learn_overnight, "PAUSE", 0.0)
    async with here_hall(data, hand) as hall:
        await a_day(hall, hand, 4)
        hand.move(days=1)
        live, clock = hall.house.live, hall.house.clock
        for turns in range(4):
            learning = LearnOvernight(live, clock, visits_engine(hall.house.settings.database))
            task = asyncio.ensure_future(learning.learn())  # noqa: TID251  # it is cancelled
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await learning.learn()
            assert learning.days == 1
            await learning.close()


async def test_two_looks_on_one_day_are_one(hall: HereHall) -> None:
    learning = hall.house.learning
    await learning.learn()
    known = learning._learned
    await learning.learn()
    assert learning._learned is known


async def test_a_number_that_nobody_knows_any_more_teaches_nothing(hall: HereHall) -> None:
    now = hall.house.clock()
    gone = TicketFinished(
        at=now, ticket="gone", counter="1", outcome="done", services_done=(), handling_seconds=5
    )
    hall.house.learning.on_commit(hall.hall, (Recorded(epoch=1, seq=9, actor="", event=gone),))
    assert hall.house.learning.habits(hall.hall) == usual_habits(hall.hall)
    assert hall.house.learning.plan(replace(hall.hall), now + timedelta(minutes=1)).shifts == {}
