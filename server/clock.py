"""The hall's one clock: it follows the machine's, and never goes back."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

JUMP = timedelta(seconds=2)


def _wall() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # the one place


class HallClock:
    """Goes on at its own pace while the machine's clock is set back, until that has caught up.

    Waits stay right and no ticket is older than the one before it. `behind` tells how far the machine is off.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = _wall,
        steady: Callable[[], float] = time.monotonic,
        floor: datetime | None = None,
    ) -> None:
        self._wall, self._steady = wall, steady
        self._last, self._at = max(wall(), floor) if floor else wall(), steady()

    def __call__(self) -> datetime:
        steady, wall = self._steady(), self._wall()
        own = self._last + timedelta(seconds=max(steady - self._at, 0.0))
        self._last, self._at = (own if wall < own - JUMP else max(wall, self._last)), steady
        return self._last

    @property
    def behind(self) -> timedelta:
        """How far the machine's clock is behind the hall's; zero when they agree."""
        gap = self() - self._wall()
        return gap if gap > JUMP else timedelta(0)
