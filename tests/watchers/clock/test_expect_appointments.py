"""Who does not come is given up in its time, after a restart too, and by no clock that may be wrong (Q22)."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.domain.appointments.commands import BookAppointment, CancelAppointment, CheckIn
from server.domain.appointments.nouns import Standing
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.setup.commands import ConfigureHall
from server.watchers.asking import AGAIN_AFTER
from server.watchers.clock.expect_appointments import ExpectAppointments
from server.watchers.until_due import LONGEST
from tests.builders import MORNING, a_config
from tests.care_hall import HallOnDisk
from tests.patience import until

SLOT = MORNING + timedelta(minutes=30)
OVER = "09:40:00"  # the last moment at which it is kept


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[HallOnDisk]:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as here:
        services = tuple(
            replace(s, entry=CatalogueEntry(booked=s.id == "change")) for s in a_config().services
        )
        await here.do(ConfigureHall(config=a_config(services=services)))
        yield here


async def booked(hall: HallOnDisk) -> str:
    await hall.do(BookAppointment(service="change", slot=SLOT, by="li"))
    return next(reversed(hall.live.hall.appointments.booked))


def standing(hall: HallOnDisk, code: str) -> Standing:
    return hall.live.hall.appointments.booked[code].standing


def watcher(hall: HallOnDisk) -> ExpectAppointments:
    return ExpectAppointments(hall.live, hall.clock)


@pytest.mark.row("Q22")
async def test_it_sleeps_until_an_appointment_is_over_and_looks_then(hall: HallOnDisk) -> None:
    expecting = watcher(hall)
    assert expecting.rest() is None  # nobody is expected: nothing to wait for
    code = await booked(hall)
    hall.at("09:39:50")
    assert expecting.rest() == pytest.approx(10, abs=0.01)
    hall.at(OVER)
    await expecting.look()
    assert standing(hall, code) is Standing.BOOKED
    hall.later(seconds=1)
    await expecting.look()
    assert standing(hall, code) is Standing.MISSED
    assert expecting.rest() is None


async def test_after_a_restart_it_is_the_same(hall: HallOnDisk) -> None:
    code = await booked(hall)
    await hall.restart()
    hall.at("11:00:00")
    assert watcher(hall).rest() == AGAIN_AFTER  # at once
    await watcher(hall).look()
    assert standing(hall, code) is Standing.MISSED


async def test_a_clock_that_is_not_proven_gives_nobody_up(hall: HallOnDisk) -> None:
    code = await booked(hall)
    hall.live.sure = lambda: False
    hall.at("11:00:00")
    expecting = watcher(hall)
    await expecting.look()
    assert standing(hall, code) is Standing.BOOKED
    assert expecting.rest() == LONGEST  # it may be proven meanwhile
    hall.live.sure = lambda: True
    await expecting.look()
    assert standing(hall, code) is Standing.MISSED


async def test_a_clock_set_back_waits_again_and_never_longer_than_it_is_looked_at(hall: HallOnDisk) -> None:
    await booked(hall)
    hall.at("09:39:59")
    assert watcher(hall).rest() == pytest.approx(1, abs=0.01)
    hall.at("08:00:00")
    assert watcher(hall).rest() == LONGEST


@pytest.mark.parametrize("how", [CancelAppointment, CheckIn])
async def test_who_cancels_or_comes_is_not_waited_for(
    hall: HallOnDisk, how: type[CancelAppointment] | type[CheckIn]
) -> None:
    code = await booked(hall)
    hall.at("09:24:00")
    await hall.do(how(code=code))
    assert watcher(hall).rest() is None


async def test_a_booking_wakes_it(hall: HallOnDisk) -> None:
    expecting = watcher(hall)
    hall.live.watch(expecting.on_commit)
    running = asyncio.get_running_loop().create_task(expecting.run())
    code = await booked(hall)
    hall.at("09:41:00")
    await hall.issue()  # nothing of it: it sleeps on
    await hall.do(BookAppointment(service="change", slot=SLOT + timedelta(hours=1), by="li"))
    await until(lambda: standing(hall, code) is Standing.MISSED)
    running.cancel()
