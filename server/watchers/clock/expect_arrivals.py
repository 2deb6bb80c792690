"""The clock -> numbers from home whose turn has come or whose time is over, and another code at the door."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from typing_extensions import override

from server.domain.hall import Hall
from server.domain.remote.commands import KeepRemote
from server.domain.remote.keeping import code_is_old, given_up, next_moment, turns_now
from server.live_hall import LiveHall
from server.watchers.until_due import UntilDue

SEEN = attrgetter("config", "day", "tickets", "remote")  # all that the next moment depends on


class ExpectArrivals(UntilDue):
    """Sleeps until the next number from home is given up or the code is old; in most halls for ever."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        super().__init__(live, clock, "remote", SEEN)

    @override
    def concerns(self, hall: Hall) -> bool:
        """It gives such numbers, or has some left."""
        gives = hall.config is not None and hall.config.figures.remote_numbers
        return gives or bool(hall.remote.taken)

    @override
    def next_moment(self, hall: Hall) -> datetime | None:
        return next_moment(hall)

    @override
    async def look(self) -> None:
        if self._is_due():
            await self._asking.ask(KeepRemote())

    def _is_due(self) -> bool:
        """By a clock that is not proven nobody is given up."""
        hall, now = self._live.hall, self._clock()
        if code_is_old(hall, now) or next(turns_now(hall), None) is not None:
            return True
        return self._live.sure() and next(given_up(hall, now), None) is not None
