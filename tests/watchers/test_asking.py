"""How a watcher asks."""

import asyncio

import pytest

from server.domain.equipment.commands import AcknowledgeAlert, RaiseAlert
from server.domain.refusals import Refused
from server.watchers.asking import Asking
from tests.hall_here import HereHall
from tests.patience import until
from tests.watchers.full_disk import full_disk


async def test_a_watcher_asks_under_its_own_name(hall: HereHall) -> None:
    assert await Asking(hall.house.live, "clock").ask(RaiseAlert(kind="guide_called", subject="1"))
    newest = (await hall.house.live.journal.since(hall.hall.seq - 1))[0]
    assert newest.actor == "system:clock"


async def test_a_refusal_is_no_disaster(hall: HereHall) -> None:
    asking = Asking(hall.house.live, "clock")
    assert not await asking.ask(AcknowledgeAlert(alert="ghost"))
    with pytest.raises(Refused):
        await asking.insist(AcknowledgeAlert(alert="ghost"))


async def test_who_insists_waits_until_the_disk_takes_it(hall: HereHall) -> None:
    asking = Asking(hall.house.live, "printing")
    async with full_disk(hall) as room, asyncio.TaskGroup() as tasks:
        said = tasks.create_task(asking.insist(RaiseAlert(kind="guide_called", subject="1" * 400)))
        await until(lambda: hall.house.live.storage_failed)
        assert not said.done()
        await room()
    assert "guide_called/" + "1" * 400 in hall.hall.alerts
