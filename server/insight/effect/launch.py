"""What the remedy did where it was launched in one hall before another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.insight.effect.columns import Columns, Flags, Floats, Ints
from server.insight.effect.intervals import Estimate, around, t_quantile
from server.later import np

LEAST_HALLS = 5  # launched halls with answers on both sides
LEAST_QUIET = 3  # of them hang all the steps: what one of two did alone would pass for the remedy's doing


def launches(answers: Columns) -> Mapping[int, int]:
    """For each hall whose answers begin before its first remedy, the day of that first remedy."""
    first_days: dict[int, int] = {}
    for hall in np.unique(answers.hall):
        days, remedied = answers.day[answers.hall == hall], answers.remedied[answers.hall == hall]
        if remedied.any() and days.min() < days[remedied].min():
            first_days[int(hall)] = int(days[remedied].min())
    return first_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Launched:
    """`estimate` is None with too few halls; `quiet` is how many the weakest step is measured against."""

    estimate: Estimate | None
    launched: int
    quiet: int


def by_launch(answers: Columns, threshold: float, window: int = 28) -> Launched:
    """Past the threshold: `window` days after a hall's launch less before, less the same in quiet halls.

    All steps are measured against the same few quiet halls. So the interval is a jackknife over all halls,
    launched and quiet: what the whole answer would be without each of them.
    """
    rated = answers.rated
    late, started = rated.where(rated.waited > threshold), launches(answers)
    halls = np.unique(late.hall)
    all_steps = []
    for own, hall in enumerate(halls.tolist()):
        if hall in started:
            sides = _around(late, halls, started[hall], window)
            all_steps += _step(sides, own, _quiet(halls, started, started[hall], window))
    steps = [step for step in all_steps if step.quiet >= LEAST_QUIET]
    enough = len(steps) >= LEAST_HALLS
    counted = steps if enough else all_steps
    launched, quiet = len(counted), min((step.quiet for step in counted), default=0)
    estimate = None
    if enough:
        value, se = _jackknife(np.array([s.without for s in steps]), np.array([s.own for s in steps]))
        estimate = around(value, se, t_quantile(min(launched, quiet)))
    return Launched(estimate=estimate, launched=launched, quiet=quiet)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    own: int  # the hall's place among all
    quiet: int  # halls it is measured against
    without: Floats  # the step without each hall in turn, last with all; nothing where too few are quiet


def _step(sides: tuple[_Sums, _Sums], own: int, is_quiet: Flags) -> list[_Step]:
    """None where the hall itself has no answers on one side; a quiet hall needs them on both, too."""
    before, after = sides
    answered = (after.weight > 0) & (before.weight > 0)
    if not answered[own]:
        return []
    quiet, without = is_quiet & answered, np.array([])
    if quiet.sum() >= LEAST_QUIET:
        change = after.points[own] / after.weight[own] - before.points[own] / before.weight[own]
        without = change - (after.without(quiet) - before.without(quiet))
    return [_Step(own=own, quiet=int(quiet.sum()), without=without)]


def _around(late: Columns, halls: Ints, day: int, window: int) -> tuple[_Sums, _Sums]:
    before = (late.day < day) & (late.day >= day - window)
    after = (late.day >= day) & (late.day < day + window)
    return _Sums.of(late, halls, before), _Sums.of(late, halls, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """Of ratings by hall, each answer counted by its weight."""

    points: Floats
    weight: Floats

    @classmethod
    def of(cls, late: Columns, halls: Ints, rows: Flags) -> _Sums:
        at, weight = np.searchsorted(halls, late.hall[rows]), late.weight[rows]
        return cls(
            points=np.bincount(at, weight * late.rating[rows], len(halls)).astype(np.float64),
            weight=np.bincount(at, weight, len(halls)).astype(np.float64),
        )

    def without(self, halls: Flags) -> Floats:
        """The mean of these halls without each hall in turn, last with all; no other hall changes it."""
        points, weight = np.where(halls, self.points, 0.0), np.where(halls, self.weight, 0.0)
        left_points, left_weight = np.append(points.sum() - points, points.sum()), weight.sum() - weight
        mean: Floats = left_points / np.append(left_weight, weight.sum())
        return mean


def _jackknife(steps: Floats, own: Ints) -> tuple[float, float]:
    """Mean of the steps, and its standard error: row i is launched hall own[i]'s step without each hall."""
    kept = np.ones_like(steps, dtype=np.bool_)
    kept[np.arange(len(own)), own] = False
    means = (steps * kept).sum(axis=0) / kept.sum(axis=0)
    replicates, n = means[:-1], steps.shape[1] - 1
    return float(means[-1]), float(np.sqrt((n - 1) / n * ((replicates - replicates.mean()) ** 2).sum()))


def _quiet(halls: Ints, started: Mapping[int, int], day: int, window: int) -> Flags:
    quiet: Flags = np.array(
        [h not in started or abs(started[h] - day) > window for h in halls.tolist()], dtype=np.bool_
    )
    return quiet
