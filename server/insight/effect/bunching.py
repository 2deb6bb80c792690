"""Whether waits pile up at the threshold.

Just short of it: somebody hurries, a finding, and the ruin of the comparison there. Just past it: our own
calling rule, by which whoever is past the threshold comes first; that is said and spoils nothing.
"""

from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist

from server.insight.effect.columns import Floats
from server.later import np

REACH = 6  # one-minute bins fitted on each side
LEAST_EXPECTED = 10.0
STEPS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """`p` is one-sided: how often chance alone piles up at least this much."""

    observed: int  # waits in the minute
    expected: float
    z: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bunching:
    short: Pile  # the last minute up to the threshold
    past: Pile  # the first minute after it


def bunching(waited: Floats, threshold: float) -> Bunching | None:
    """Everybody served counts, asked or not. None where too few waits lie near the threshold to tell.

    The expectation is log-linear across the minutes around, without the two that touch the threshold.
    """
    bins = np.array([b for b in range(-1 - REACH, REACH + 1) if b not in (-1, 0)], dtype=np.float64)
    counts = np.array([_count(waited, threshold + b) for b in bins])
    if counts.sum() < LEAST_EXPECTED * len(bins):
        return None
    beta, covariance = _poisson(bins + 0.5, counts)
    short, past = (
        _pile(_count(waited, threshold + b), np.array([1.0, b + 0.5]), beta, covariance) for b in (-1, 0)
    )
    return Bunching(short=short, past=past)


def _pile(observed: int, at: Floats, beta: Floats, covariance: Floats) -> Pile:
    expected = exp(float(at @ beta))
    z = (observed - expected) / sqrt(expected + expected**2 * float(at @ covariance @ at))
    return Pile(observed=observed, expected=expected, z=z, p=NormalDist().cdf(-z))


def _count(waited: Floats, start: float) -> int:
    """Waits in (start, start + 1]: exactly the threshold is still short of it (R05)."""
    return int(((waited > start) & (waited <= start + 1)).sum())


def _poisson(at: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """A log-linear fit and its covariance, widened where counts spread more than chance."""
    x = np.column_stack([np.ones_like(at), at])
    beta = np.array([np.log(counts.mean()), 0.0])
    for _ in range(STEPS):
        mean = np.exp(x @ beta)
        information = x.T @ (x * mean[:, None])
        beta = beta + np.linalg.solve(information, x.T @ (counts - mean))
    mean = np.exp(x @ beta)
    over = float(((counts - mean) ** 2 / mean).sum()) / (len(at) - 2)
    return beta, np.linalg.inv(x.T @ (x * mean[:, None])) * max(1.0, over)
