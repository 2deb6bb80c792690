"""Asleep until something is due, awake when what it depends on changes, and patient with a clock in doubt."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from operator import attrgetter
from pathlib import Path

import pytest
from typing_extensions import override

from server.domain.hall import Hall
from server.domain.queue.commands import IssueTicket
from server.domain.setup.commands import ConfigureHall
from server.watchers.asking import AGAIN_AFTER
from server.watchers.until_due import LONGEST, UntilDue
from tests.builders import a_config
from tests.care_hall import HallOnDisk
from tests.patience import until


class Due(UntilDue):
    moment: datetime | None = None
    looks = 0

    @override
    def next_moment(self, hall: Hall) -> datetime | None:
        return self.moment

    @override
    async def look(self) -> None:
        self.looks += 1


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[HallOnDisk]:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as here:
        await here.do(ConfigureHall(config=a_config()))
        yield here


async def test_it_rests_until_just_behind_the_moment_and_never_too_long(hall: HallOnDisk) -> None:
    due = Due(hall.live, hall.clock, "due", attrgetter("config", "tickets"))
    assert due.rest() is None
    due.moment = hall.clock() + timedelta(seconds=5)
    assert due.rest() == 5.001
    due.moment = hall.clock() + timedelta(days=1)
    assert due.rest() == LONGEST
    due.moment = hall.clock() - timedelta(seconds=1)
    assert due.rest() == AGAIN_AFTER


async def test_it_is_woken_by_what_it_sees_and_by_nothing_else(hall: HallOnDisk) -> None:
    due = Due(hall.live, hall.clock, "due", attrgetter("config", "tickets"))
    hall.live.watch(due.on_commit)
    task = asyncio.get_running_loop().create_task(due.run())
    await until(lambda: due.looks == 1)
    due.on_commit(hall.live.hall, ())
    await asyncio.sleep(0)
    assert due.looks == 1
    await hall.do(IssueTicket(service="bill"))
    await until(lambda: due.looks == 2)
    task.cancel()
