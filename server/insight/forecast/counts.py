"""Arrivals as numbers: a row a day, a column a half-hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from server.later import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float64]"
Flags: TypeAlias = "NDArray[np.bool_]"
Ints: TypeAlias = "NDArray[np.int64]"
HALF_HOUR = 30  # minutes
SLOTS = 48


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """Days on which nobody came at all are not here: shut, or not on record, they teach nothing."""

    days: Sequence[date]
    kinds: Sequence[int]  # of these days, see `days.py`
    arrivals: Mapping[str, Floats]  # by business, a row a day, a column a half-hour

    @property
    def all_together(self) -> Floats:
        return sum(self.arrivals.values(), np.zeros((len(self.days), SLOTS)))

    def before(self, day: date) -> Counts:
        n = sum(1 for one in self.days if one < day)
        arrivals = {service: rows[:n] for service, rows in self.arrivals.items()}
        return Counts(days=self.days[:n], kinds=self.kinds[:n], arrivals=arrivals)
