"""The bounds between which four of five counts lie: negative binomial, for halls are moodier than chance."""

from dataclasses import dataclass
from math import ceil, log, log1p, sqrt

from server.insight.forecast.counts import Floats
from server.later import np

LOW, HIGH = 0.1, 0.9
FEW = 1e-9
GUESSED = 0.25  # mood of a hall without a history: half as many or half as many again
USUAL, DAYS_OF_USUAL = 0.03, 3.0  # what a hall's own mood is drawn towards, and as how many days


@dataclass(frozen=True, slots=True)
class Bounds:
    low: int
    high: int


def mood(expected: Floats, came: Floats) -> float:
    """By how much counts spread beyond chance: variance is mean + mood × mean². Rows are days."""
    if not len(expected):
        return GUESSED
    squares, days = float((expected**2).sum()), len(expected)
    if squares <= 0:
        return GUESSED
    own = max(0.0, float(((came - expected) ** 2 - expected).sum()) / squares)
    return (days * own + DAYS_OF_USUAL * USUAL) / (days + DAYS_OF_USUAL)


def bounds(expected: float, mood: float) -> Bounds:
    """The tenth and the ninth tenth."""
    if expected <= FEW:
        return Bounds(0, 0)
    spread = sqrt(expected + mood * expected**2)
    n = ceil(expected + 12 * spread) + 10
    k = np.arange(1, n)
    if mood > FEW:
        size = 1 / mood
        first = -size * log1p(mood * expected)
        steps = np.log((k - 1 + size) / k) + log(expected) - log(size + expected)
    else:
        first, steps = -expected, log(expected) - np.log(k)
    reached = np.cumsum(np.exp(np.concatenate([[first], first + np.cumsum(steps)])))
    low, high = np.searchsorted(reached, (LOW, HIGH))
    return Bounds(int(low), int(high))
