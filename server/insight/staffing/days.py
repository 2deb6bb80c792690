"""Days that may come: moody as the forecast says, each customer with a moment, a business and a need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.insight.forecast.counts import HALF_HOUR, SLOTS, Floats, Ints
from server.later import np

if TYPE_CHECKING:
    from numpy.random import Generator

SPREAD = 0.8  # coefficient of variation of a service, as in halls that were measured
BETWEEN = 0.5  # minutes from one customer to the next
NEVER = 1e9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Demand:
    """`expected`: a row a business, a column a half-hour; `minutes` a customer of each needs."""

    expected: Floats
    minutes: Floats
    day_mood: float
    slot_mood: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Days:
    """A row a day, a column a customer in the order of coming; who does not exist comes `NEVER`."""

    came: Floats
    service: Ints
    needs: Floats

    @property
    def slot(self) -> Ints:
        """The half-hour each came in; of nobody the one after the last."""
        slots: Ints = np.minimum(self.came // HALF_HOUR, SLOTS).astype(np.int64)
        return slots


def days(demand: Demand, n: int, chance: Generator) -> Days:
    moods = _moods(demand.day_mood, (n, 1), chance) * _moods(
        max(0.0, demand.slot_mood - demand.day_mood), (n, SLOTS), chance
    )
    counts = chance.poisson(moods[:, None, :] * demand.expected[None, :, :])  # days, businesses, half-hours
    longest = int(counts.sum(axis=(1, 2)).max(initial=0))
    came, service = np.full((n, longest), NEVER), np.zeros((n, longest), dtype=np.int64)
    for row in range(n):
        which, slot = np.divmod(np.repeat(np.arange(counts[row].size), counts[row].ravel()), SLOTS)
        at = (slot + chance.random(len(slot))) * HALF_HOUR
        order = np.argsort(at)
        came[row, : len(at)], service[row, : len(at)] = at[order], which[order]
    sigma = np.sqrt(np.log(1 + SPREAD**2))
    drawn = np.exp(sigma * chance.standard_normal(came.shape) - sigma**2 / 2)
    return Days(came=came, service=service, needs=drawn * demand.minutes[service] + BETWEEN)


def _moods(mood: float, shape: tuple[int, int], chance: Generator) -> Floats:
    return chance.gamma(1 / mood, mood, shape) if mood > 0 else np.ones(shape)
