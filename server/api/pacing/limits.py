"""How often one address may knock: log-ins cost 64 MiB of memory each, and tokens are not for guessing."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from fastapi import Request

from server.access.refusals import AccessCode, AccessRefused

WITHIN = timedelta(minutes=1)
MOST_ADDRESSES = 4096


class Limit:
    """At most `most` within a time from one address, a minute unless told otherwise.

    Refuses with `locked_out`, or in the words of what it bounds where that is no guessing.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        most: int,
        within: timedelta = WITHIN,
        refuses_with: AccessCode = "locked_out",
    ) -> None:
        self._clock, self._most, self._within, self._code = clock, most, within, refuses_with
        self._knocks: dict[str, deque[datetime]] = {}

    def check(self, address: str) -> None:
        now = self._clock()
        if address not in self._knocks and len(self._knocks) >= MOST_ADDRESSES:
            self._knocks.clear()
        knocks = self._knocks.setdefault(address, deque())
        while knocks and not timedelta(0) <= now - knocks[0] < self._within:  # the clock may be settled back
            knocks.popleft()
        if len(knocks) >= self._most:
            left = self._within - (now - knocks[0])
            raise AccessRefused(self._code, minutes=ceil(left / timedelta(minutes=1)))
        knocks.append(now)


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""
