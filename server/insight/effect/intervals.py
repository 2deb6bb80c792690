"""Differences with 95 % intervals (Welch, Wilson, Newcombe), and what so many answers can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, sqrt
from statistics import NormalDist

from server.insight.effect.columns import Floats
from server.later import np

LEVEL = 0.95
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure never goes without its 95 % interval; `se` is 0 where the interval is not built from one."""

    value: float
    low: float
    high: float
    se: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """`n` and `satisfied` are people; `mean`, `sd` and `share` count each by how likely it was asked."""

    n: int
    mean: float = 0.0
    sd: float = 0.0
    satisfied: int = 0
    share: float = 0.0  # satisfied
    worth: float = 0.0  # as many answers of equal weight would tell as much; 0: n

    @property
    def size(self) -> float:
        return self.worth or self.n


def sample(ratings: Floats, satisfied_from: int = 4, weight: Floats | None = None) -> Sample:
    n = len(ratings)
    if n == 0:
        return Sample(n=0)
    counted = np.ones(n) if weight is None else weight
    total, content = float(counted.sum()), ratings >= satisfied_from
    mean, worth = float(counted @ ratings) / total, total**2 / float(counted @ counted)
    spread = float(counted @ (ratings - mean) ** 2) / total
    return Sample(
        n=n,
        mean=mean,
        sd=sqrt(spread * worth / (worth - 1)) if n > 1 else 0.0,
        satisfied=int(content.sum()),
        share=float(counted @ content) / total,
        worth=worth,
    )


def around(value: float, se: float, quantile: float = Z) -> Estimate:
    return Estimate(value=value, low=value - quantile * se, high=value + quantile * se, se=se)


def welch(a: Sample, b: Sample) -> Estimate:
    """Mean of `a` minus mean of `b`, spreads not taken as equal; both need two answers."""
    va, vb = a.sd**2 / a.size, b.sd**2 / b.size
    if va + vb == 0:
        return around(a.mean - b.mean, 0.0)
    freedom = (va + vb) ** 2 / (va**2 / (a.size - 1) + vb**2 / (b.size - 1))
    return around(a.mean - b.mean, sqrt(va + vb), t_quantile(freedom))


def t_quantile(freedom: float) -> float:
    """Student's 97.5 % point by the Cornish–Fisher series; within 0.2 % from 4 degrees of freedom up."""
    z = Z
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4)
    )


def wilson(k: float, n: float) -> Estimate:
    """A share and its score interval, which never leaves 0 … 1."""
    p, z2 = k / n, Z**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * sqrt(p * (1 - p) / n + z2 / (4 * n**2)) / (1 + z2 / n)
    return Estimate(value=p, low=max(0.0, middle - half), high=min(1.0, middle + half))


def newcombe(k: float, n: float, other_k: float, other_n: float) -> Estimate:
    """Share k/n minus share other_k/other_n, from the two Wilson intervals."""
    a, b = wilson(k, n), wilson(other_k, other_n)
    value = a.value - b.value
    return Estimate(
        value=value,
        low=value - sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2),
        high=value + sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2),
    )


def pooled(strata: Sequence[tuple[float, Estimate]]) -> Estimate:
    """One difference of several independent ones, each by its weight; its interval from theirs (MOVER)."""
    total = sum(weight for weight, _ in strata)
    parts = [(weight / total, estimate) for weight, estimate in strata]
    value = sum(w * e.value for w, e in parts)
    return Estimate(
        value=value,
        low=value - sqrt(sum((w * (e.value - e.low)) ** 2 for w, e in parts)),
        high=value + sqrt(sum((w * (e.high - e.value)) ** 2 for w, e in parts)),
        se=sqrt(sum((w * e.se) ** 2 for w, e in parts)),
    )


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
    return detectable(sqrt(a.sd**2 / a.size + b.sd**2 / b.size))


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
