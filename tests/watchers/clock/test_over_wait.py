"""The ladder's watcher on a real journal: each rung once a visit, whatever happens in between."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.ladder import reached
from server.domain.config.config import USUAL_LADDER, HallConfig, Ladder
from server.domain.config.hours import local
from server.domain.hall import ParkKind, Ticket
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.watchers.clock.over_wait import SIDE_BY_SIDE, name_of
from tests.care_builders import acts, ladder
from tests.care_hall import HallOnDisk, a_care_config

ALL = ["explain", "pre_alert", "remedy", "call_manager"]


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[HallOnDisk]:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as here:
        await set_up(here, a_care_config())
        yield here


async def set_up(hall: HallOnDisk, config: HallConfig) -> None:
    await hall.do(ConfigureHall(config=config))


async def opened(hall: HallOnDisk) -> int:
    return sum(isinstance(e, ce.CaseOpened) for e in await hall.events())


async def assert_each_once(hall: HallOnDisk, number: str, *expected: str) -> None:
    events = await hall.events()
    assert [act for who, act in acts(events) if who == number] == list(expected)
    assert await opened(hall) == ("remedy" in expected)
    raised = Counter(e.kind for e in events if isinstance(e, ce.TaskRaised) and e.number == number)
    assert raised == Counter(expected)


async def test_each_rung_is_told_in_its_own_second(hall: HallOnDisk) -> None:
    await hall.issue()
    for minutes, act in zip((10, 15, 20, 30), ALL, strict=True):
        hall.now = hall.numbered("A001").issued_at
        hall.later(minutes=minutes)
        await hall.look()
        assert act not in dict(acts(await hall.events())).values()
        hall.later(seconds=1)
        await hall.look()
        assert acts(await hall.events())[-1] == ("A001", act)
    await assert_each_once(hall, "A001", *ALL)


async def test_it_rests_until_the_very_moment_of_the_next_rung(hall: HallOnDisk) -> None:
    await hall.issue()
    looked = count_looks(hall)
    for _ in range(10):
        hall.later(seconds=1)
        await hall.over_wait.attend()
    assert looked == [1, 1, 1]  # the first look; the second, by which nothing had happened, and its reckoning
    hall.now = hall.numbered("A001").issued_at
    hall.later(minutes=10)
    await hall.over_wait.attend()
    assert acts(await hall.events()) == []
    hall.later(microseconds=1)
    await hall.over_wait.attend()
    assert acts(await hall.events()) == [("A001", "explain")]


async def test_whoever_comes_ends_its_rest(hall: HallOnDisk) -> None:
    for _ in range(5):
        await hall.over_wait.attend()
    await hall.issue()
    looked = count_looks(hall)
    await hall.over_wait.attend()
    assert looked == [1]
    hall.later(minutes=10, seconds=1)
    await hall.over_wait.attend()
    assert acts(await hall.events()) == [("A001", "explain")]


async def test_another_day_ends_its_rest_for_it_may_have_another_ladder(hall: HallOnDisk) -> None:
    await hall.issue()
    tomorrow = local(hall.live.hall.setup, hall.now).date() + timedelta(days=1)
    others = replace(ladder(explain=60), services=("invoice",))
    quick = replace(ladder(explain=60), valid_from=tomorrow)
    await set_up(hall, a_care_config(ladders=(others, quick)))
    for _ in range(3):
        await hall.over_wait.attend()
    hall.later(days=1)
    await hall.over_wait.attend()
    assert acts(await hall.events()) == [("A001", "explain")]


def count_looks(hall: HallOnDisk) -> list[int]:
    """Grows with every look at the tickets."""
    looked: list[int] = []

    class Watched(dict[str, Ticket]):
        @override
        def values(self) -> Any:
            looked.append(1)
            return super().values()

    hall.live.hall = replace(hall.live.hall, tickets=Watched(hall.live.hall.tickets))
    return looked


async def test_a_crowd_that_has_waited_too_long_climbs_side_by_side(hall: HallOnDisk) -> None:
    """A server that comes back at noon to thousands once wrote, and told of, each step by itself."""
    numbers = [f"A{n + 1:03}" for n in range(2 * SIDE_BY_SIDE + 5)]
    for _ in numbers:
        await hall.issue()
    hall.later(minutes=31)
    commits = 0

    def count(*_: object) -> None:
        nonlocal commits
        commits += 1

    hall.live.watch(count)
    await hall.over_wait.attend()
    events = await hall.events()
    assert Counter(act for _, act in acts(events)) == dict.fromkeys(ALL, len(numbers))
    for number in numbers:
        assert [act for who, act in acts(events) if who == number] == ALL
    each = 9  # steps: four rungs, their four tasks, a case
    assert commits <= 3 * (each + 1)


async def test_a_wait_that_counts_for_nothing_yet_is_not_looked_at_over_and_over(hall: HallOnDisk) -> None:
    sure = False
    await hall.issue()
    hall.later(minutes=31)
    began = hall.now
    hall.live.sure, hall.live._began = lambda: sure, lambda: began
    looked = count_looks(hall)
    for _ in range(5):
        await hall.over_wait.attend()
    assert looked == [1, 1, 1]
    sure = True
    await hall.over_wait.attend()
    assert [act for _, act in acts(await hall.events())] == ALL


async def test_looking_often_does_nothing_more(hall: HallOnDisk) -> None:
    await hall.issue()
    hall.later(minutes=31)
    for _ in range(5):
        await hall.look()
    await assert_each_once(hall, "A001", *ALL)


@pytest.mark.parametrize("commits", range(1, 10))
async def test_a_crash_between_any_two_of_its_commands_is_taken_up_again(
    hall: HallOnDisk, commits: int
) -> None:
    await hall.issue()
    hall.later(minutes=31)
    await hall.look_killed_after(commits)
    await hall.look()
    await assert_each_once(hall, "A001", *ALL)


@pytest.mark.parametrize("commits", range(1, 10))
async def test_a_crash_and_another_ladder_before_the_start_still_open_one_case(
    hall: HallOnDisk, commits: int
) -> None:
    await hall.issue()
    hall.later(minutes=31)
    await hall.look_killed_after(commits)
    await set_up(hall, a_care_config(ladders=(ladder(explain=60, pre_alert=70, remedy=80, call_manager=90),)))
    await hall.look()
    assert sorted(act for _, act in acts(await hall.events())) == sorted(ALL)
    assert await opened(hall) == 1


async def test_transfer_miss_requeue_and_park_reach_nobody_twice(hall: HallOnDisk) -> None:
    for counter in "13":
        await hall.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))
    ticket = await hall.issue()
    hall.later(seconds=1201)
    await hall.look()
    await hall.do(c.CallNext(counter="1"))
    await hall.do(c.MarkNoShow(counter="1"))
    await hall.do(c.RequeueTicket(ticket=ticket))
    await hall.look()
    await hall.do(c.CallNext(counter="1"))
    await hall.do(c.StartService(counter="1"))
    await hall.do(c.TransferTicket(counter="1", to_queue="B"))
    await hall.restart()
    await hall.look()
    await hall.do(c.CallNext(counter="3"))
    await hall.do(c.StartService(counter="3"))
    await hall.do(c.ParkTicket(counter="3", kind=ParkKind.CUSTOMER_AWAY))
    hall.later(minutes=40)
    await hall.look()
    await hall.do(c.ResumeTicket(ticket=ticket))
    hall.later(seconds=599)
    await hall.look()
    await assert_each_once(hall, "A001", *ALL[:3])
    hall.later(seconds=1)
    await hall.look()
    await assert_each_once(hall, "A001", *ALL)


async def test_who_was_called_just_then_and_given_back_still_has_his_rung(hall: HallOnDisk) -> None:
    """An ask that came too late is answered with nothing; that answer must not be the last one."""
    await hall.do(c.OpenCounter(counter="1", staff="s1"))
    await hall.issue()
    hall.later(seconds=1201)
    late = list(reached(hall.live.hall, hall.now))
    await hall.do(c.CallNext(counter="1"))
    for found in late:
        await hall.over_wait._do(found)
    assert await opened(hall) == 0
    await hall.do(c.ReturnToQueue(counter="1"))
    await hall.look()
    await assert_each_once(hall, "A001", *ALL[:3])


async def test_a_threshold_raised_just_then_is_reached_when_its_time_comes(hall: HallOnDisk) -> None:
    await hall.issue()
    hall.later(seconds=1201)
    late = list(reached(hall.live.hall, hall.now))
    await set_up(hall, a_care_config(ladders=(ladder(explain=600, pre_alert=900, remedy=1500),)))
    for found in late:
        await hall.over_wait._do(found)
    assert await opened(hall) == 0
    hall.later(seconds=299)
    await hall.look()
    assert await opened(hall) == 0
    hall.later(seconds=1)
    await hall.look()
    assert await opened(hall) == 1


async def test_a_change_of_threshold_during_the_wait(hall: HallOnDisk) -> None:
    await hall.issue()
    hall.later(minutes=19)
    await hall.look()
    await set_up(hall, a_care_config(ladders=(ladder(explain=600, pre_alert=900, remedy=1080),)))
    await hall.look()
    await set_up(hall, a_care_config())
    hall.later(minutes=5)
    await hall.look()
    await assert_each_once(hall, "A001", *ALL[:3])


async def test_a_ladder_of_its_own_and_a_dated_one_count_for_their_service_and_day(hall: HallOnDisk) -> None:
    own = Ladder(rungs=ladder(remedy=60).rungs, services=("install",))
    tomorrow = replace(ladder(explain=30), valid_from=date(2026, 3, 3))
    await set_up(hall, a_care_config(ladders=(USUAL_LADDER, own, tomorrow)))
    await hall.issue("install")
    await hall.issue("bill")
    hall.later(seconds=61)
    await hall.look()
    assert acts(await hall.events()) == [("B001", "remedy")]
    hall.later(days=1)
    await hall.issue("bill")
    hall.later(seconds=31)
    await hall.look()
    assert acts(await hall.events())[1:] == [("A001", "explain")]


async def test_where_remedies_are_off_the_rung_is_on_record_without_a_case(hall: HallOnDisk) -> None:
    await set_up(hall, a_care_config(remedies=False))
    await hall.issue()
    hall.later(minutes=21)
    await hall.look()
    assert ("A001", "remedy") in acts(await hall.events())
    await set_up(hall, a_care_config())
    await hall.look()
    assert await opened(hall) == 0, "a rung is reached once; who waits anew is remedied"


async def test_an_act_that_no_file_knows_is_on_record_and_stops_nobody(hall: HallOnDisk) -> None:
    await set_up(hall, a_care_config(ladders=(ladder(sing=60, explain=120),)))
    await hall.issue()
    hall.later(minutes=3)
    await hall.look()
    assert acts(await hall.events()) == [("A001", "sing"), ("A001", "explain")]


async def test_a_name_is_the_same_for_the_same_step_and_another_after_a_call(hall: HallOnDisk) -> None:
    await hall.do(c.OpenCounter(counter="1", staff="s1"))
    ticket = await hall.issue()
    hall.later(minutes=21)
    step = cc.OpenCase(ticket=ticket)
    before, again = (name_of(next(reached(hall.live.hall, hall.now)), step) for _ in range(2))
    assert before == again
    await hall.do(c.CallNext(counter="1"))
    await hall.do(c.ReturnToQueue(counter="1"))
    assert name_of(next(reached(hall.live.hall, hall.now)), step) != before
