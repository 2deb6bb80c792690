"""Regression discontinuity: customers just past the remedy threshold against those just short of it."""

from dataclasses import dataclass

from server.insight.effect.columns import Columns, Flags, Floats
from server.insight.effect.regression import Effect, effect
from server.later import np

BANDWIDTHS = (5.0, 2.5)  # min
DONUT = 1.0  # min left out on both sides, where staff may have hurried


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`effect` is None where the rows near the threshold cannot tell it."""

    effect: Effect | None
    below: Floats  # ratings within the bandwidth
    above: Floats


def step(answers: Columns, threshold: float, bandwidth: float, donut: float = 0.0) -> Step:
    """Local linear on both sides, triangular kernel; strictly more than `threshold` min is above (R05)."""
    rated = answers.rated
    hole = np.abs(rated.waited - threshold) < donut
    # Where a lot decides, its losers get nothing on either side: the rest meets the threshold undiluted.
    close = rated.where(near(rated, threshold, bandwidth) & ~hole & (rated.lot != 0))
    past = close.waited - threshold
    above = past > 0
    found = _effect(close, past, bandwidth) if above.any() and (~above).any() else None
    return Step(effect=found, below=close.rating[~above], above=close.rating[above])


def near(answers: Columns, threshold: float, bandwidth: float) -> Flags:
    rows: Flags = np.abs(answers.waited - threshold) < bandwidth
    return rows


def _effect(close: Columns, past: Floats, bandwidth: float) -> Effect | None:
    above = (past > 0).astype(np.float64)
    kernel = 1 - np.abs(past) / bandwidth
    x = np.column_stack([np.ones_like(past), above, past, above * past])
    return effect(close.rating, close.remedied.astype(np.float64), x, kernel * close.weight)
