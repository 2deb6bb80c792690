"""Profile × level: how many come on a day, by how it has been lately, what day it is, and how days run.

The recipe and its figures are those measured against ETS, Theta and gradient boosting (DECISIONS.md): a level
that forgets by half in 14 days, a factor for the kind of day and a course over the day that forget in 42.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from server.insight.forecast.counts import Floats, Ints
from server.insight.forecast.kinds import HOLIDAY, KINDS, MAKE_UP, SUNDAY, WORKDAYS
from server.later import np

LEVEL_HALF_LIFE, SHAPE_HALF_LIFE = 14.0, 42.0  # days
ROUNDS = 3
DAYS_OF_NONE = 2.0  # like days that a kind's factor is drawn towards the others by
CUSTOMERS_OF_ALL = 300.0  # of all days, added to each kind's own course
CUSTOMERS_OF_A_GUESS = 100.0  # of the pack's course, before a hall has its own
DAYS_OF_A_GUESS = 2.0  # of what was typed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What is known before anything is counted: customers a day, and how a day of this trade runs."""

    a_day: float
    course: Floats  # shares of the half-hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    level: float  # customers of an ordinary day
    factors: Floats  # by kind of day
    courses: Floats  # a row a kind of day, shares of the half-hours

    def expected(self, kind: int) -> Floats:
        course: Floats = self.level * self.factors[kind] * self.courses[kind]
        return course


def profile(
    arrivals: Floats, days: Sequence[date], kinds: Sequence[int], day: date, guess: Guess | None = None
) -> Profile:
    """What the days before `day` teach of it; none at all leave the guess, or nobody."""
    ages = np.array([(day - one).days - 1 for one in days], dtype=np.float64)
    totals, of_kind = arrivals.sum(axis=1), np.array(kinds, dtype=np.int64)
    lately, shaping = 0.5 ** (ages / LEVEL_HALF_LIFE), 0.5 ** (ages / SHAPE_HALF_LIFE)
    weight, customers = (DAYS_OF_A_GUESS, DAYS_OF_A_GUESS * guess.a_day) if guess else (0.0, 0.0)
    of_all = float(lately.sum()) + weight
    factors = np.ones(KINDS)

    def level_by(factors: Floats) -> float:
        customers_lately = float((lately * totals / factors[of_kind]).sum()) + customers
        return customers_lately / of_all if of_all else 0.0

    kind_days = np.bincount(of_kind, shaping, KINDS)
    kind_customers = np.bincount(of_kind, shaping * totals, KINDS)
    for _ in range(ROUNDS if level_by(factors) > 0 else 0):
        level = level_by(factors)
        factors = (kind_customers + DAYS_OF_NONE * level * _usual(factors)) / (
            level * (kind_days + DAYS_OF_NONE)
        )
    # The level last, so that it is of lately and not of as long as the factors remember.
    return Profile(
        level=level_by(factors), factors=factors, courses=_courses(arrivals, of_kind, shaping, guess)
    )


def _usual(factors: Floats) -> Floats:
    """What a kind that was never seen is like: worked in lieu as workdays are, a holiday as Sundays."""
    usual = np.ones(KINDS)
    usual[MAKE_UP] = factors[WORKDAYS].mean()
    usual[HOLIDAY] = factors[SUNDAY]
    return usual


def _courses(arrivals: Floats, kinds: Ints, shaping: Floats, guess: Guess | None) -> Floats:
    """A half-hour that no like day has on record had nobody."""
    every = (shaping[:, None] * arrivals).sum(axis=0)
    if guess is not None:
        every = every + CUSTOMERS_OF_A_GUESS * guess.course
    if every.sum() <= 0:
        return np.zeros((KINDS, arrivals.shape[1]))
    every = every / every.sum()
    own = np.zeros((KINDS, arrivals.shape[1]))
    np.add.at(own, kinds, shaping[:, None] * arrivals)
    courses: Floats = (own + CUSTOMERS_OF_ALL * every) / (own.sum(axis=1, keepdims=True) + CUSTOMERS_OF_ALL)
    return courses
