"""How a house comes to life and ends: opened from its journal, its parts kept going, everything closed."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from server.api.health.safety import Safety
from server.clock import HallClock
from server.demo.past import is_demo
from server.domain.queue.commands import GoOnRestored
from server.house import House
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.plugins import policy
from server.safekeeping.going_on import ACTOR
from server.safekeeping.known import came_otherwise, hall_of, last_of, read_known
from server.safekeeping.texts import both
from server.settings import Settings
from server.supervisor import Part, Run
from server.watchers.clock.time_sources import boot_id, read_mark
from server.watchers.keeping.keep_known import KeepKnown

log = logging.getLogger(__name__)


async def open_house(settings: Settings, clock: HallClock | None = None) -> House:
    """Read the hall from its journal and make everything, start nothing."""
    journal = SqliteJournal(settings.database, settings.hall_id)
    opened = await journal.open_whole()
    hall = opened.hall
    clock = clock or HallClock(leap=timedelta(seconds=settings.clock_leap_seconds))
    clock.begin(hall.at if hall.seq else None, read_mark(settings.data), boot_id())
    demo = await is_demo(journal)
    if demo:
        clock.trust()
    pick = policy(hall.config.routing if hall.config else "fair_share")
    live = LiveHall(
        journal,
        hall,
        await journal.names(),
        clock=clock,
        pick=pick,
        sure=lambda: clock.sure,
        began=lambda: clock.began,
    )
    kept = await _kept(live, journal, settings)
    house = House(settings, live, clock, Safety(journal, settings.data), kept, is_demo=demo)
    if opened.lost:  # nobody knows which numbers were given in what cannot be read
        log.warning("the hall could not be told whole; it goes on as one that is back from a copy")
        await live.obey_first(GoOnRestored(epoch=live.hall.epoch + 1), actor=ACTOR)
        await house.snapshots.keep()
    if not demo:
        await asyncio.to_thread(house.devices.revoke_what_let_itself_in, clock())
    await house.keep_clock.leave_the_future()
    return house


async def _kept(live: LiveHall, journal: SqliteJournal, settings: Settings) -> KeepKnown:
    """An older or another file in the hall's place is noticed before anybody is let in."""
    hall_mark, known = await hall_of(journal), read_known(settings.data)
    if known and await came_otherwise(journal, live.hall, hall_mark, known):
        log.warning(both("came_otherwise", data=settings.data))
        await live.obey_first(GoOnRestored(epoch=known.epoch + 1), actor=ACTOR)
    return KeepKnown(live, settings.data, partial(hall_of, journal), partial(last_of, journal))


@asynccontextmanager
async def living(house: House, *more: tuple[str, Run]) -> AsyncIterator[None]:
    """Everything runs while inside."""
    async with asyncio.TaskGroup() as group:
        vital = group.create_task(_vital(house.live.run))
        for name, run in (*house.tasks(), *more):
            house.parts.start(Part(kind=name), run)
        try:
            yield
        finally:
            await house.parts.close()
            vital.cancel()
    await house.snapshots.keep()
    await house.sounds.close()
    await house.keep_visits.close()
    await house.learning.close()
    await house.live.journal.close()
    house.engine.dispose()


async def _vital(run: Run) -> None:
    """Without this one there is no hall: stop loudly."""
    try:
        await run()
    except Exception:
        log.critical("the hall itself failed; stopping", exc_info=True)
        signal.raise_signal(signal.SIGTERM)
