"""Five wrong tries in a row lock for five minutes."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.access.refusals import AccessRefused

WRONG_TRIES = 5
LOCKED_FOR = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Wrong tries since the last right one or lock-out, and when the last lock-out ends or ended."""

    failures: int = 0
    locked_until: datetime | None = None

    def after_failure(self, now: datetime) -> "Tally":
        failures = self.failures + 1
        if failures >= WRONG_TRIES:
            return Tally(failures=0, locked_until=now + LOCKED_FOR)
        return Tally(failures=failures, locked_until=self.locked_until)

    def require_unlocked(self, now: datetime) -> None:
        """Refuse with `locked_out` while the lock holds."""
        # A lock that lies further ahead was made by a clock that has been settled since.
        if self.locked_until is not None and now < self.locked_until <= now + LOCKED_FOR:
            minutes = -((now - self.locked_until) // timedelta(minutes=1))
            raise AccessRefused("locked_out", minutes=minutes)


class Tallies:
    """Tallies in memory for names without a row; the oldest are forgotten, so a flood costs no memory."""

    def __init__(self, at_most: int = 1000) -> None:
        self._at_most = at_most
        self._tallies: OrderedDict[str, Tally] = OrderedDict()

    def of(self, name: str) -> Tally:
        return self._tallies.get(name, Tally())

    def keep(self, name: str, tally: Tally) -> None:
        self._tallies[name] = tally
        self._tallies.move_to_end(name)
        if len(self._tallies) > self._at_most:
            self._tallies.popitem(last=False)

    def forget(self, name: str) -> None:
        self._tallies.pop(name, None)
