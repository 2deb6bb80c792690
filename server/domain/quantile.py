"""What a share of figures is at most: P90 is `quantile(figures, 0.9)`, on all screens and reports."""

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
