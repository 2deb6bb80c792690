"""Everybody in the order of coming goes to the skilled counter that is free first: all days at once.

Exact where nobody overtakes; priority and no-shows are left out, which the margin of the goal is for.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.insight.forecast.counts import HALF_HOUR, SLOTS, Flags, Floats
from server.insight.staffing.days import NEVER, Days
from server.later import np

GOAL_MINUTES = 10.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Served:
    """By half-hour of coming: customers of each day, and those of them who waited within the goal."""

    came: Floats  # a row a day
    in_time: Floats

    @property
    def share(self) -> Floats:
        """Of a half-hour in which nobody comes all are in time."""
        came, in_time = self.came.sum(axis=0), self.in_time.sum(axis=0)
        share: Floats = np.where(came > 0, in_time / np.maximum(came, 1), 1.0)
        return share

    @property
    def error(self) -> Floats:
        """Of the share: customers of one day are not independent, days are."""
        apart = self.in_time - self.share * self.came
        error: Floats = np.sqrt((apart**2).sum(axis=0)) / np.maximum(self.came.sum(axis=0), 1)
        return error


def served(days: Days, skills: Flags, opened: Flags, goal: float = GOAL_MINUTES) -> Served:
    """`skills`: a row a counter, a column a business; `opened`: a row a counter, a column a half-hour.

    Of counters that are free at once the least skilled takes the customer.
    """
    order = np.argsort(skills.sum(axis=1), kind="stable")
    can = np.where(skills[order], 0.0, NEVER).T  # by business
    starts = _starts(opened[order])
    rows, counters = np.arange(len(days.came)), np.arange(len(order))
    free = np.zeros((len(days.came), len(order)))
    waited = np.zeros(days.came.shape)
    for n in range(days.came.shape[1]):
        came = days.came[:, n]
        ready = np.maximum(free, came[:, None])
        slot = np.minimum(ready // HALF_HOUR, SLOTS).astype(np.int64)
        ready = np.maximum(ready, starts[counters, slot]) + can[days.service[:, n]]
        taken = ready.argmin(axis=1)
        begins = ready[rows, taken]
        waited[:, n] = begins - came
        free[rows, taken] = begins + days.needs[:, n]
    return _by_slot(days, waited <= goal)


def _starts(opened: Flags) -> Floats:
    """From each half-hour on, when the counter is open next: at its beginning where it is open then."""
    starts = np.full((len(opened), SLOTS + 1), NEVER)
    for slot in range(SLOTS - 1, -1, -1):
        starts[:, slot] = np.where(opened[:, slot], slot * HALF_HOUR, starts[:, slot + 1])
    return starts


def _by_slot(days: Days, in_time: Flags) -> Served:
    n = len(days.came)
    place = days.slot + np.arange(n)[:, None] * (SLOTS + 1)
    shape = (n, SLOTS + 1)
    came = np.bincount(place.ravel(), minlength=n * (SLOTS + 1)).reshape(shape)[:, :SLOTS]
    kept = np.bincount(place[in_time], minlength=n * (SLOTS + 1)).reshape(shape)[:, :SLOTS]
    return Served(came=came.astype(np.float64), in_time=kept.astype(np.float64))
