"""The clock and the roster -> how many counters each half-hour of a planned day needs, reckoned off the loop.

A look at the board never waits for it: what is not reckoned yet says nothing. Only today is reckoned by
itself, where somebody has planned it; anew when another half-hour or another set-up begins.
"""

import asyncio
from collections.abc import Callable
from datetime import date, datetime

from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.live_hall import LiveHall
from server.reports.period import Period
from server.reports.through_the_day.needed import counters_by_load
from server.visits.past import Past

EVERY = 5.0  # s between two looks at what there is to reckon
HALF_HOUR = 1800  # s
MOST = 40  # days kept


class KeepNeeded:
    """`of` answers at once, `reckoned` with certainty."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._known: dict[date, tuple[tuple[int, HallConfig], tuple[int, ...]]] = {}

    def of(self, day: date) -> tuple[int, ...]:
        """The newest there is; none yet."""
        known = self._known.get(day)
        return known[1] if known else ()

    async def reckoned(self, day: date) -> tuple[int, ...]:
        made_of, known = self._made_of(), self._known.get(day)
        if known is not None and known[0][0] == made_of[0] and known[0][1] is made_of[1]:
            return known[1]
        period = Period(kind="day", first=day, last=day, timezone=made_of[1].timezone)
        hall_id = self._live.hall.id
        needed = await self._live.journal.past(
            period.start,
            period.read_until,
            lambda db: counters_by_load(Past(db, (hall_id,)), day, made_of[1]),
        )
        self._known[day] = (made_of, needed)
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return needed

    async def run(self) -> None:
        """Reckon until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Today, where it is planned; other days are reckoned when somebody looks at them."""
        hall = self._live.hall
        if hall.config is None:
            return
        today = local(hall.config, self._clock()).date()
        if today.isoformat() in hall.roster.days:
            await self.reckoned(today)

    def _made_of(self) -> tuple[int, HallConfig]:
        return int(self._clock().timestamp() // HALF_HOUR), self._live.hall.setup
