"""How fast today is, of what is over: forgotten by half in two hours, and drawn to the usual."""

from dataclasses import dataclass
from datetime import datetime

HALF_LIFE = 2 * 3600.0
USUAL = 25  # so many services of the usual pace are added


@dataclass(frozen=True, slots=True)
class Pace:
    """Decayed sums of what was needed, of what was expected, and of how many."""

    at: datetime | None = None
    actual: float = 0.0
    expected: float = 0.0
    many: float = 0.0

    def with_one(self, at: datetime, actual: float, expected: float, many: float = 1.0) -> "Pace":
        if expected <= 0 or actual < 0:
            return self
        then = self.faded(at)
        return Pace(at, then.actual + actual, then.expected + expected, then.many + many)

    def faded(self, at: datetime) -> "Pace":
        if self.at is None:
            return self
        by = 0.5 ** (max((at - self.at).total_seconds(), 0.0) / HALF_LIFE)
        return Pace(at, self.actual * by, self.expected * by, self.many * by)

    def factor(self, now: datetime) -> float:
        """As many times the usual as customers need today."""
        then = self.faded(now)
        if then.many <= 0:
            return 1.0
        usual = USUAL * then.expected / then.many
        return (then.actual + usual) / (then.expected + usual)
