"""Water in busy times, internal work while others wait, questions whose time is over."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.config.figures import Figures
from server.domain.hall import Ticket
from server.domain.opinion.commands import Rate, RateWait
from server.domain.opinion.events import EvaluationClosed
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import StorageFailed
from tests.builders import a_config
from tests.care_hall import HallOnDisk


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[HallOnDisk]:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as here:
        await here.do(ConfigureHall(config=a_config(figures=Figures(seats=5, wait_question_share=1.0))))
        for counter in "12":
            await here.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))
        yield here


def tasks(hall: HallOnDisk) -> set[str]:
    return set(hall.live.hall.care.tasks)


async def look(hall: HallOnDisk) -> set[str]:
    await hall.care_clock.look()
    return tasks(hall)


async def finish(hall: HallOnDisk, counter: str = "1") -> str:
    await hall.issue()
    for command in (c.CallNext, c.StartService, c.FinishTicket):
        await hall.do(command(counter=counter))
    return hall.live.hall.opinion.evaluations[counter].id


# water


async def test_an_idle_zone_is_not_busy(hall: HallOnDisk) -> None:
    for _ in range(5):
        await hall.issue()
    assert await look(hall) == set()


async def test_more_people_than_seats_are_busy_and_it_is_told_once(hall: HallOnDisk) -> None:
    for _ in range(6):
        await hall.issue()
    assert await look(hall) == {"water/east"}
    assert await look(hall) == {"water/east"}
    assert hall.live.hall.care.tasks["water/east"].detail == "6"
    raised = [e for e in await hall.events() if isinstance(e, ce.TaskRaised)]
    assert len(raised) == 1


async def test_a_slow_zone_is_busy_strictly_after_the_figure(hall: HallOnDisk) -> None:
    await hall.issue("install")
    hall.later(seconds=600)
    assert await look(hall) == set()
    hall.later(seconds=1)
    assert await look(hall) == {"water/west"}


async def test_water_ends_it_until_somebody_comes_who_had_none(hall: HallOnDisk) -> None:
    for _ in range(6):
        await hall.issue()
    await look(hall)
    await hall.do(cc.GiveWater(zone="east", by="person:li"))
    assert await look(hall) == set()
    await hall.issue()
    assert await look(hall) == {"water/east"}


async def test_a_zone_that_is_no_longer_busy_asks_for_nothing(hall: HallOnDisk) -> None:
    for _ in range(6):
        await hall.issue()
    await look(hall)
    await hall.do(c.CallNext(counter="1"))
    assert await look(hall) == set()


# internal work (Q28)


async def told_after(hall: HallOnDisk) -> int | None:
    """Seconds until the leader is told, looking every other second; None: not within ten minutes."""
    for second in range(0, 600, 2):
        if "internal_work/2" in await look(hall):
            return second
        hall.later(seconds=2)
    return None


@pytest.mark.row("Q28")
@pytest.mark.parametrize("reason", ["内部事务", "Internal work"])
async def test_internal_work_while_others_wait_over_the_goal_is_told_within_a_minute(
    hall: HallOnDisk, reason: str
) -> None:
    for _ in range(3):
        await hall.issue()
    hall.later(seconds=601)
    await hall.do(c.PauseCounter(counter="2", reason=reason))
    assert (seconds := await told_after(hall)) is not None
    assert 0 < seconds <= 60
    assert hall.live.hall.care.tasks["internal_work/2"].roles == ("team_leader", "hall_manager")
    await hall.do(c.ResumeCounter(counter="2"))
    assert "internal_work/2" not in await look(hall)


async def test_it_counts_from_the_moment_somebody_waits_too_long(hall: HallOnDisk) -> None:
    await hall.do(c.PauseCounter(counter="2", reason="内务"))
    hall.later(minutes=5)
    await hall.issue()
    hall.later(seconds=590)
    assert (seconds := await told_after(hall)) is not None
    assert 10 < seconds <= 10 + 60


async def test_a_restart_does_not_begin_the_patience_anew(hall: HallOnDisk) -> None:
    await hall.issue()
    hall.later(seconds=601)
    await hall.do(c.PauseCounter(counter="2", reason="内务"))
    await look(hall)
    hall.later(seconds=40)
    await hall.restart()
    assert "internal_work/2" in await look(hall)


async def test_a_meal_is_no_internal_work_and_nobody_hurries_where_nobody_waits(hall: HallOnDisk) -> None:
    await hall.do(c.PauseCounter(counter="1", reason="内务"))
    assert await told_after(hall) is None
    await hall.do(c.ResumeCounter(counter="1"))
    await hall.issue()
    await hall.do(c.PauseCounter(counter="2", reason="就餐"))
    hall.later(minutes=20)
    assert await told_after(hall) is None


@pytest.mark.row("Q28")
async def test_a_meal_while_three_wait_over_the_goal_is_told_until_one_of_them_is_called(
    hall: HallOnDisk,
) -> None:
    for _ in range(3):
        await hall.issue()
    hall.later(seconds=570)
    await hall.do(c.PauseCounter(counter="2", reason="就餐"))
    hall.later(seconds=31)
    assert "pause_in_need/2" not in await look(hall)
    hall.later(seconds=30)
    assert "pause_in_need/2" in await look(hall)
    assert hall.live.hall.care.tasks["pause_in_need/2"].roles == ("team_leader", "hall_manager")
    await hall.do(c.CallNext(counter="1"))
    assert "pause_in_need/2" not in await look(hall)


async def test_it_ends_with_the_wait(hall: HallOnDisk) -> None:
    await hall.issue()
    hall.later(seconds=601)
    await hall.do(c.PauseCounter(counter="2", reason="内务"))
    assert await told_after(hall) is not None
    await hall.do(c.CallNext(counter="1"))
    assert "internal_work/2" not in await look(hall)


# the evaluator


async def closings(hall: HallOnDisk) -> list[tuple[bool, bool]]:
    return [(e.rated, e.wait_rated) for e in await hall.events() if isinstance(e, EvaluationClosed)]


async def test_an_unanswered_question_stands_for_its_time_and_is_then_unrated(hall: HallOnDisk) -> None:
    await finish(hall)
    hall.later(seconds=30)
    await look(hall)
    assert await closings(hall) == []
    hall.later(seconds=6)
    await look(hall)
    assert await closings(hall) == [(False, False)]
    opinion = hall.live.hall.opinion
    assert (opinion.rated, opinion.satisfied, dict(opinion.evaluations)) == (0, 0, {})
    assert hall.live.hall.care.finished == 1


async def test_a_late_answer_to_the_first_leaves_time_for_the_second(hall: HallOnDisk) -> None:
    evaluation = await finish(hall)
    hall.later(seconds=29)
    await hall.do(Rate(counter="1", evaluation=evaluation, level=4))
    hall.later(seconds=25)  # over the reasons, say
    await look(hall)
    await hall.do(RateWait(counter="1", evaluation=evaluation, level=3))
    assert await closings(hall) == []
    hall.later(seconds=12)
    await look(hall)
    assert await closings(hall) == [(True, True)]


async def test_a_question_left_standing_by_a_crash_is_closed_after_the_start(hall: HallOnDisk) -> None:
    await finish(hall)
    await hall.restart()
    hall.later(minutes=5)
    await look(hall)
    assert await closings(hall) == [(False, False)]


# between two looks


def count_looks(hall: HallOnDisk) -> list[int]:
    """Grows with every look at the tickets; the hall is another one for the first of them."""
    looked: list[int] = []

    class Watched(dict[str, Ticket]):
        @override
        def values(self) -> Any:
            looked.append(1)
            return super().values()

    hall.live.hall = replace(hall.live.hall, tickets=Watched(hall.live.hall.tickets))
    return looked


async def test_nothing_is_looked_at_again_until_something_happens_or_its_moment_comes(
    hall: HallOnDisk,
) -> None:
    await hall.issue("install")
    looked = count_looks(hall)
    await look(hall)
    once = len(looked)
    assert once > 0
    for _ in range(60):
        hall.later(seconds=10)
        assert await look(hall) == set()
    assert len(looked) == once, "600 seconds are not too long"
    hall.later(seconds=1)
    assert await look(hall) == {"water/west"}
    await hall.do(cc.GiveWater(zone="west", by="person:li"))
    assert await look(hall) == set()
    looked = count_looks(hall)
    for _ in range(5):
        hall.later(minutes=1)
        await look(hall)
    assert 0 < len(looked) <= once + 1, "a slow zone that has had its water rests, too"
    await hall.issue("install")
    assert await look(hall) == {"water/west"}, "somebody came who had none"


async def test_what_a_full_disk_kept_from_being_written_is_asked_again(
    hall: HallOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(6):
        await hall.issue()
    with monkeypatch.context() as full:

        async def refuses(*_: object) -> None:
            raise StorageFailed("full")

        full.setattr(hall.live.journal, "append", refuses)
        assert await look(hall) == set()
    assert await look(hall) == {"water/east"}


async def test_a_hall_without_set_up_is_left_alone(tmp_path: Path) -> None:
    async with HallOnDisk(tmp_path / "new.sqlite3") as new:
        await new.look()
        assert new.live.hall.seq == 0
