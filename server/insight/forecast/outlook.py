"""A day's forecast: per business and half-hour, with bounds that are as wide as the hall has been moody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from server.insight.forecast.bounds import GUESSED, Bounds, bounds, mood
from server.insight.forecast.counts import SLOTS, Counts, Floats
from server.insight.forecast.profile import Guess, profile
from server.later import np

LOOKED_BACK = 28  # days whose own forecasts are held against what came
ENOUGH = 14  # days before a forecast is one of the hall's own and no guess
CUSTOMERS_OF_THE_PLAN = 100.0  # what the rest of a day is drawn towards the morning's forecast by


@dataclass(frozen=True, slots=True, kw_only=True)
class Moods:
    """Of a half-hour and of a whole day, of one business and of all together."""

    slot: float
    day: float
    slot_of_all: float
    day_of_all: float


GUESSED_MOODS = Moods(slot=GUESSED, day=GUESSED, slot_of_all=GUESSED, day_of_all=GUESSED)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlook:
    """`known_days` is how much it rests on; under `ENOUGH` it says so."""

    expected: Mapping[str, Floats]  # by business, by half-hour
    moods: Moods
    known_days: int
    over: int = 0  # half-hours of which it holds what came

    @property
    def all_together(self) -> Floats:
        return sum(self.expected.values(), np.zeros(SLOTS))

    def slot_bounds(self, slot: int) -> Bounds:
        return bounds(float(self.all_together[slot]), self.moods.slot_of_all)

    def day_bounds(self, service: str = "") -> Bounds:
        """Of a business, or of all; what came is certain."""
        slots = self.expected[service] if service else self.all_together
        came = round(float(slots[: self.over].sum()))
        rest = bounds(float(slots[self.over :].sum()), self.moods.day if service else self.moods.day_of_all)
        return Bounds(came + rest.low, came + rest.high)


def outlook(counts: Counts, day: date, kind: int, guesses: Mapping[str, Guess], moods: Moods) -> Outlook:
    """What the days before teach of this one."""
    known = counts.before(day)
    return Outlook(
        expected={
            service: profile(
                known.arrivals[service], known.days, known.kinds, day, guesses.get(service)
            ).expected(kind)
            for service in counts.arrivals
        },
        moods=moods,
        known_days=len(known.days),
    )


def within(forecast: Outlook, slots: Floats) -> Outlook:
    """Nobody comes while the doors are shut."""
    return replace(forecast, expected={name: rows * slots for name, rows in forecast.expected.items()})


def moods_of(counts: Counts, day: date, guesses: Mapping[str, Guess]) -> Moods:
    """How far the forecasts of the last four weeks were off, each made of the days before it alone.

    Of businesses together: a hall that has few of one has the mood of all.
    """
    known = counts.before(day)
    looked_back = range(max(ENOUGH // 2, len(known.days) - LOOKED_BACK), len(known.days))
    if not looked_back:
        return GUESSED_MOODS
    expected = np.array(
        [
            list(outlook(known, known.days[n], known.kinds[n], guesses, GUESSED_MOODS).expected.values())
            for n in looked_back
        ]
    )  # days, businesses, half-hours
    came = np.stack([rows[looked_back.start :] for rows in known.arrivals.values()], axis=1)
    return Moods(
        slot=mood(expected, came),
        day=mood(expected.sum(axis=2), came.sum(axis=2)),
        slot_of_all=mood(expected.sum(axis=1), came.sum(axis=1)),
        day_of_all=mood(expected.sum(axis=(1, 2)), came.sum(axis=(1, 2))),
    )


def so_far(forecast: Outlook, came: Mapping[str, Floats], over: int) -> Outlook:
    """The same day once the half-hours before `over` are over: they are known, the rest goes by them."""
    counted = {name: came.get(name, np.zeros(SLOTS)) for name in forecast.expected}
    arrived = sum(float(rows[:over].sum()) for rows in counted.values())
    planned = float(forecast.all_together[:over].sum())
    factor = (arrived + CUSTOMERS_OF_THE_PLAN) / (planned + CUSTOMERS_OF_THE_PLAN)
    rest = np.arange(SLOTS) >= over
    expected = {
        name: np.where(rest, rows * factor, counted[name]) for name, rows in forecast.expected.items()
    }
    return replace(forecast, expected=expected, over=over)
