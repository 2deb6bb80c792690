"""How much one device or person may ask in a minute: a stuck key or a stolen tablet floods nothing."""

from collections.abc import Callable
from datetime import datetime

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.config.figures import Figures
from server.domain.equipment.commands import RaiseAlert, ReprintSlip
from server.domain.queue.commands import IssueTicket

UNLIMITED = frozenset({"hall_manager", "admin"})  # and their scripts
ALERTS_A_MINUTE = 6
PAPER = (IssueTicket, ReprintSlip)
MOST_BUCKETS = 4096
MINUTE = 60.0  # s


class Rates:
    """A bucket for each actor and kind of ask: a minute's worth at once, then as much as flows in."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._buckets: dict[tuple[str, str], tuple[float, datetime]] = {}  # what is left, and since when

    def check(self, actor: Actor, command: Command, config: HallConfig | None) -> None:
        """Refuse with `too_much`."""
        if actor.role in UNLIMITED:
            return
        figures = config.figures if config else Figures()
        self._take(actor.id, "asks", figures.asks_a_minute)
        if isinstance(command, PAPER):
            self._take(actor.id, "numbers", figures.numbers_a_minute)
        if isinstance(command, RaiseAlert):
            self._take(actor.id, "alerts", ALERTS_A_MINUTE)

    def _take(self, actor: str, kind: str, a_minute: int) -> None:
        now, key = self._clock(), (actor, kind)
        left, since = self._buckets.get(key, (float(a_minute), now))
        left = min(left + (now - since).total_seconds() * a_minute / MINUTE, float(a_minute))
        if left < 1:
            raise AccessRefused("too_much", seconds=max(1, round((1 - left) * MINUTE / a_minute)))
        if key not in self._buckets and len(self._buckets) >= MOST_BUCKETS:
            self._buckets.clear()
        self._buckets[key] = (left - 1, now)
