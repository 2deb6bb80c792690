"""The clock -> who has not come to an appointment is expected no longer, and their time is free again."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from typing_extensions import override

from server.domain.appointments.commands import LapseAppointments
from server.domain.appointments.rules import lapsed, next_lapse
from server.domain.hall import Hall
from server.live_hall import LiveHall
from server.watchers.until_due import UntilDue

SEEN = attrgetter("config", "appointments")  # all that the next moment depends on


class ExpectAppointments(UntilDue):
    """Sleeps until the next appointment is over; while none is, until somebody books."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        super().__init__(live, clock, "appointments", SEEN)

    @override
    def next_moment(self, hall: Hall) -> datetime | None:
        return next_lapse(hall)

    @override
    async def look(self) -> None:
        """By a clock that is not proven nobody is given up."""
        if self._live.sure() and lapsed(self._live.hall, self._clock()):
            await self._asking.ask(LapseAppointments())
