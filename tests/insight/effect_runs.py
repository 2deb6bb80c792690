"""Many years of a world whose truth is known: what each estimator says, and how often it covers the truth."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from server.insight.effect.bunching import bunching
from server.insight.effect.columns import Columns
from server.insight.effect.intervals import Estimate, sample, welch
from server.insight.effect.lot import by_lot
from server.insight.effect.threshold import Effect, step
from tests.insight.known_truth import THRESHOLD, TRUTH, World, answered


@dataclass(frozen=True, kw_only=True)
class Runs:
    """One estimator in one world; `se` is what it says of itself, `sd` what it does."""

    mean: float
    sd: float
    se: float
    coverage: float


def runs(world: World, n: int) -> tuple[dict[str, Runs], float, float]:
    """By estimator; then the mean number of answers, and how often the bunching test rang (p < .01)."""
    found: dict[str, list[Estimate]] = {}
    answers, rings = 0, 0
    for seed in range(n):
        year = answered(world, seed)
        answers += len(year.rated)
        piled = bunching(year.waited, THRESHOLD)
        rings += piled is not None and piled.short.p < 0.01
        for name, estimate in _estimates(year):
            found.setdefault(name, []).append(estimate)
    return {name: _summary(all_of) for name, all_of in found.items()}, answers / n, rings / n


def _estimates(year: Columns) -> Iterator[tuple[str, Estimate]]:
    rated = year.rated
    yield (
        "remedied - ordinary",
        welch(sample(rated.rating[rated.remedied]), sample(rated.rating[~rated.remedied])),
    )
    yield "RD, 5 min", _told(step(year, THRESHOLD, 5.0).effect)
    yield "RD, 2.5 min", _told(step(year, THRESHOLD, 2.5).effect)
    yield "RD, 5 min, donut 1 min", _told(step(year, THRESHOLD, 5.0, 1.0).effect)
    if (year.lot >= 0).any():
        yield "by lot", _told(by_lot(year, THRESHOLD).effect)


def _told(effect: Effect | None) -> Estimate:
    assert effect is not None
    return effect.per_remedy


def _summary(estimates: list[Estimate]) -> Runs:
    values = np.array([e.value for e in estimates])
    return Runs(
        mean=float(values.mean()),
        sd=float(values.std(ddof=1)),
        se=float(np.mean([e.se for e in estimates])),
        coverage=float(np.mean([e.low <= TRUTH <= e.high for e in estimates])),
    )
