"""Quantiles of a handful of seconds, the same way everywhere: linear between neighbours."""

from collections.abc import Sequence
from math import floor


def quantile(values: Sequence[float], share: float) -> float | None:
    """None of nothing; `share` 0.5 is the median."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values: Sequence[float]) -> float | None:
    return quantile(values, 0.5)


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
