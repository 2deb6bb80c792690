"""Between which futures a call is said to lie: four of five by the model, corrected by what came of it.

Adaptive conformal inference (Gibbs and Candès 2021), for each end by itself and each band of waits: an end
that was passed moves out, one that held moves in by a ninth of that, so that both are even where one call in
ten passes it. Whatever the hall does, the share beyond an end comes to a tenth, or the end to its bound.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from server.domain.values import quick

BEYOND = 0.1  # of calls may lie before the earlier end, and as many behind the later one
STEP = 0.01
ENOUGH = 60  # calls before what they taught is gone by
LOWS, HIGHS = (0.01, 0.15), (0.85, 0.99)  # bounds: of a hundred futures the first and the last say little
ENDS = (120.0, 300.0, 600.0, 900.0, 1800.0)  # s: the bands, by the middle of the futures
Ends = tuple[float, float]  # shares of the futures that call before the earlier and the later end
USUAL: Ends = (BEYOND, 1 - BEYOND)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Of one band; `scored`: calls that it has learned from."""

    low: float = BEYOND
    high: float = 1 - BEYOND
    scored: int = 0


LEVELS = (Level(),) * (len(ENDS) + 1)


def band_of(middle: float) -> int:
    return bisect_right(ENDS, middle)


def learned(level: Level, *, before: bool, behind: bool) -> Level:
    """From one call: whether it came before the earlier end, or behind the later one."""
    low, high = level.low + STEP * (BEYOND - before), level.high - STEP * (BEYOND - behind)
    return Level(
        low=min(max(low, LOWS[0]), LOWS[1]),
        high=min(max(high, HIGHS[0]), HIGHS[1]),
        scored=level.scored + 1,
    )


def ends_of(levels: Sequence[Level]) -> tuple[Ends, ...]:
    """What is gone by now, for each band."""
    return tuple((one.low, one.high) if one.scored >= ENOUGH else USUAL for one in levels)
