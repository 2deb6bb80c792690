"""What one remedy did, by weighted least squares (HC2): waits just past the threshold and just short."""

from dataclasses import dataclass

from server.insight.effect.columns import Columns, Flags, Floats
from server.insight.effect.intervals import Estimate, around
from server.later import np


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    value: float
    se: float


def coefficient(y: Floats, x: Floats, weight: Floats) -> Coefficient | None:
    """The second column's coefficient; None where the rows cannot tell it."""
    root = np.sqrt(weight)[:, None]
    wx, wy = x * root, y * root[:, 0]
    gram = wx.T @ wx
    if len(y) <= x.shape[1] or np.linalg.matrix_rank(gram) < x.shape[1]:
        return None
    inverse = np.linalg.inv(gram)
    beta = inverse @ (wx.T @ wy)
    leverage = np.einsum("ij,jk,ik->i", wx, inverse, wx)
    spread = (wy - wx @ beta) ** 2 / np.maximum(1 - leverage, 1e-9)
    row = wx @ inverse[1]
    return Coefficient(value=float(beta[1]), se=float(np.sqrt(spread @ row**2)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """`per_remedy` is what one gift did; `reached` is the step in the share of customers who got one."""

    per_remedy: Estimate
    reached: float


def effect(y: Floats, remedied: Floats, x: Floats, weight: Floats) -> Effect | None:
    """The step in ratings divided by the step in remedies: cases missed or declined do not thin it out."""
    in_ratings, in_remedies = coefficient(y, x, weight), coefficient(remedied, x, weight)
    if in_ratings is None or in_remedies is None or in_remedies.value <= 0:
        return None
    value = in_ratings.value / in_remedies.value
    rest = coefficient(y - value * remedied, x, weight)
    assert rest is not None
    return Effect(per_remedy=around(value, rest.se / in_remedies.value), reached=in_remedies.value)


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
    estimate = _effect(close, past, bandwidth) if above.any() and (~above).any() else None
    return Step(effect=estimate, below=close.rating[~above], above=close.rating[above])


def near(answers: Columns, threshold: float, bandwidth: float) -> Flags:
    rows: Flags = np.abs(answers.waited - threshold) < bandwidth
    return rows


def _effect(close: Columns, past: Floats, bandwidth: float) -> Effect | None:
    above = (past > 0).astype(np.float64)
    kernel = 1 - np.abs(past) / bandwidth
    x = np.column_stack([np.ones_like(past), above, past, above * past])
    return effect(close.rating, close.remedied.astype(np.float64), x, kernel * close.weight)
