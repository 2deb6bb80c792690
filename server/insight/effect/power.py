"""What so many answers can show, and whether a figure may be shown: by its precision, never by its size."""

from enum import StrEnum
from math import ceil, sqrt
from statistics import NormalDist

from server.insight.effect.intervals import Estimate, Sample

POWER = 0.80
REACH = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(POWER)  # 2.80 standard errors
# Points on 1–5. A study that would overlook this much prints no figure: the ones that get through are flukes.
WORTH_SEEING = 0.3
NO_SPREAD = 1e-6  # everybody said the same: not precision, but nothing to measure it by


class Verdict(StrEnum):
    NOT_ENOUGH = "not_enough"
    HIGHER = "higher"
    LOWER = "lower"
    NOTHING_SEEN = "nothing_seen"
    HURRIED = "hurried"
    DIFFERENCE_ONLY = "difference_only"
    INFORMATION = "information"


def detectable(se: float) -> float:
    """The least difference that 80 of 100 such studies would find."""
    return REACH * se


def detectable_between(a: Sample, b: Sample) -> float | None:
    """The same for two groups of answers; None where there is no spread to go by."""
    least = 2
    if min(a.n, b.n) < least or a.sd + b.sd == 0:
        return None
    return detectable(sqrt(a.sd**2 / a.n + b.sd**2 / b.n))


def needed(n: int, line: float) -> int:
    """About how many answers would bring the detectable difference down to what is worth seeing."""
    return ceil(n * (line / WORTH_SEEING) ** 2)


def judge(estimate: Estimate | None, least_n: int, minimum: int) -> Verdict:
    """`least_n` is the smaller side's. Precise enough first; only then which side of nothing it lies on."""
    if estimate is None or least_n < minimum or not NO_SPREAD < detectable(estimate.se) <= WORTH_SEEING:
        return Verdict.NOT_ENOUGH
    return direction(estimate)


def direction(estimate: Estimate) -> Verdict:
    if estimate.low > 0:
        return Verdict.HIGHER
    return Verdict.LOWER if estimate.high < 0 else Verdict.NOTHING_SEEN
