"""What the remedy did where it was given by lot, or launched in one hall before another."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, stdev

from server.insight.effect.columns import Columns, Floats
from server.insight.effect.intervals import Estimate, around, t_quantile
from server.insight.effect.threshold import Effect, effect
from server.later import np

LEAST_HALLS = 5  # launched halls with answers on both sides; the t interval is over halls


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


def launches(answers: Columns) -> Mapping[int, int]:
    """For each hall whose answers begin before its first remedy, the day of that first remedy."""
    first_days: dict[int, int] = {}
    for hall in np.unique(answers.hall):
        days, remedied = answers.day[answers.hall == hall], answers.remedied[answers.hall == hall]
        if remedied.any() and days.min() < days[remedied].min():
            first_days[int(hall)] = int(days[remedied].min())
    return first_days


def by_launch(answers: Columns, threshold: float, window: int = 28) -> Estimate | None:
    """Past the threshold: `window` days after a hall's launch less before, less the same in quiet halls."""
    rated = answers.rated
    late, started = rated.where(rated.waited > threshold), launches(answers)
    steps = [
        own - other
        for hall, day in started.items()
        if (own := _change(late, {hall}, day, window)) is not None
        and (other := _change(late, _quiet(late, started, day, window), day, window)) is not None
    ]
    if len(steps) < LEAST_HALLS:
        return None
    return around(fmean(steps), stdev(steps) / len(steps) ** 0.5, t_quantile(len(steps) - 1))


def _quiet(late: Columns, started: Mapping[int, int], day: int, window: int) -> set[int]:
    halls = {int(h) for h in np.unique(late.hall)}
    return {h for h in halls if h not in started or abs(started[h] - day) > window}


def _change(late: Columns, halls: set[int], day: int, window: int) -> float | None:
    of_these = np.isin(late.hall, sorted(halls))
    before = of_these & (late.day < day) & (late.day >= day - window)
    after = of_these & (late.day >= day) & (late.day < day + window)
    if not before.any() or not after.any():
        return None
    mean = (np.average(late.rating[rows], weights=late.weight[rows]) for rows in (after, before))
    return float(next(mean) - next(mean))
