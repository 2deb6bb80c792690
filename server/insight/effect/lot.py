"""What the remedy did where it was given by lot."""

from dataclasses import dataclass

from server.insight.effect.columns import Columns, Floats
from server.insight.effect.threshold import Effect, effect
from server.later import np


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    effect: Effect | None
    lost: Floats  # ratings
    won: Floats


def by_lot(answers: Columns, threshold: float) -> Draw:
    """Among those past the threshold, lot won against lot lost; each counts by how likely it was asked."""
    rated = answers.rated
    drawn = rated.where((rated.waited > threshold) & (rated.lot >= 0))
    won = drawn.lot == 1
    estimate = None
    if won.any() and (~won).any():
        x = np.column_stack([np.ones(len(drawn)), won.astype(np.float64)])
        estimate = effect(drawn.rating, drawn.remedied.astype(np.float64), x, drawn.weight)
    return Draw(effect=estimate, lost=drawn.rating[~won], won=drawn.rating[won])
