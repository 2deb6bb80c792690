"""Sums of all days -> what a forward run asks for at a moment, drawn to the usual where little was seen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from math import inf
from types import MappingProxyType

from server.domain.config.hours import local
from server.domain.hall import Hall, ParkKind
from server.insight.forward.habits import (
    TRUSTED,
    WALK,
    Habits,
    Stream,
    Table,
    learned_table,
    spread_table,
    usual_habits,
)
from server.insight.handling import expected_seconds
from server.insight.learning.desks import PAUSED
from server.insight.learning.lived import SLOTS, Comer, slot_of
from server.insight.learning.pace import Pace
from server.insight.learning.sums import (
    BEHIND,
    CALLED,
    COMES,
    DAYS,
    HANDLED,
    HOLD,
    NOTHING,
    OCCUPIED,
    RESTED,
    STAYED,
    Key,
    Sums,
    comer_of,
    paces_of,
    season,
    spread_of,
    subjects_of,
)
from server.insight.learning.watching import ARRIVES, FORMS, PARKED, RETURNS

FEW = 20  # how many of anything the usual is worth
FEW_HOLDS = 5
FEW_DAYS = 2.0  # how many days of one weekday all days together are worth
POINTS = 60
MOST_TABLES = 256  # held at once: the mean of a business that nobody knows yet moves all day
USUAL = Habits()


class Learned:
    """Of one hall; made anew after each night. `days`: how many were learned from, the forgotten ones too."""

    def __init__(self, sums: Sums = MappingProxyType({}), days: int = 0) -> None:
        self.days, self._sums = days, sums
        self._people = _people(sums)
        self._spreads = {s: spread_of(sums, OCCUPIED, s) for s in subjects_of(sums, OCCUPIED)}
        self._paces = {s: round(pace, 3) for s, pace in paces_of(sums).items()}
        self._tables: dict[tuple[str, int], Table] = {}
        self._streams: dict[int, tuple[Stream, ...]] = {}

    def habits(self, hall: Hall, now: datetime, pace: Pace) -> Habits:
        """What is known of this moment; the usual in a hall that has no history."""
        if hall.config is None or not self.days:
            return usual_habits(hall)
        slot, today = slot_of(local(hall.config, now)), expected_seconds(hall)
        factor = pace.factor(now)
        return replace(
            self._people,
            occupancy={
                s.id: self._takes(s.id, s.usual_seconds, today[s.id], season(self._sums, s.id, slot), factor)
                for s in hall.config.services
            },
            paces=self._paces,
            streams=self._comes(slot),
        )

    def handled(self, service: str) -> float | None:
        """How long this one usually takes; None while too few have been seen for today to be held against."""
        weight, total = self._sums.get(Key(HANDLED, service), NOTHING)
        return total / weight if weight >= TRUSTED else None

    def pace(self, staff: str) -> float:
        return self._paces.get(staff, 1.0)

    def _takes(self, service: str, typed: float, today: float, season: float, factor: float) -> Table:
        """A business that today's pace knows nothing of goes by its own mean of today."""
        spread = self._spreads.get(service)
        if spread is None:
            return spread_table(today + WALK)
        trusted = self.handled(service) is not None
        usual = typed if trusted else today
        key = service, round(usual)
        if key not in self._tables:
            if len(self._tables) >= MOST_TABLES:
                self._tables.clear()
            self._tables[key] = learned_table(spread[0], usual, spread[1])
        return _scaled(self._tables[key], round(season * (factor if trusted else 1.0), 2))

    def _comes(self, slot: int) -> tuple[Stream, ...]:
        if slot not in self._streams:
            self._streams[slot] = tuple(_streams(self._sums, slot))
        return self._streams[slot]


@lru_cache(maxsize=256)
def _scaled(table: Table, by: float) -> Table:
    return table if by == 1 else tuple(x * by for x in table)


def _people(sums: Sums) -> Habits:
    holds, rested = sums.get(Key(HOLD), NOTHING), sums.get(Key(RESTED), NOTHING)
    reasons = {reason: _drawn(sums, PAUSED, reason, USUAL.pauses[""]) for reason in subjects_of(sums, PAUSED)}
    return replace(
        USUAL,
        no_show=tuple(_no_shows(sums)),
        hold=(holds.total + FEW_HOLDS * USUAL.hold) / (holds.weight + FEW_HOLDS),
        stays=tuple(_stays(sums)),
        returns=_drawn(sums, RETURNS, "", USUAL.returns),
        arrives=_drawn(sums, ARRIVES, "", USUAL.arrives),
        forms=_drawn(sums, FORMS, "", USUAL.forms),
        parked={kind: _drawn(sums, PARKED, kind, USUAL.parked[kind]) for kind in ParkKind},
        pauses={**reasons, "": _all_pauses(sums, list(reasons))},
        rest_share=(rested.total + FEW * USUAL.rest_share) / (rested.weight + FEW),
    )


def _no_shows(sums: Sums) -> Iterator[float]:
    """The longer the wait the more."""
    most = 0.0
    for slot, usual in enumerate(USUAL.no_show):
        seen = sums.get(Key(CALLED, "", slot), NOTHING)
        most = max((seen.total + FEW * usual) / (seen.weight + FEW), most)
        yield most


def _stays(sums: Sums) -> Iterator[float]:
    """The share that has not left by each edge."""
    stay = 1.0
    yield stay
    for slot, (before, after) in enumerate(pairwise(USUAL.stays)):
        seen, usual = sums.get(Key(STAYED, "", slot), NOTHING), 1 - after / before
        stay *= 1 - (seen.total + FEW * usual) / (seen.weight + FEW)
        yield stay


def _all_pauses(sums: Sums, reasons: Sequence[str]) -> Table:
    every = [spread_of(sums, PAUSED, reason) for reason in reasons]
    values, weights = [v for s, _ in every for v in s], [w for _, ws in every for w in ws]
    return quantiles(values, weights, USUAL.pauses[""])


def _drawn(sums: Sums, kind: str, subject: str, usual: Table) -> Table:
    return quantiles(*spread_of(sums, kind, subject), usual)


def quantiles(values: Sequence[float], weights: Sequence[float], usual: Table) -> Table:
    """Of what was seen and, as if `FEW` more had been, of the usual; nothing seen is the usual itself."""
    if not values:
        return usual
    every = sorted([*zip(values, weights, strict=True), *((u, FEW / len(usual)) for u in usual)])
    whole = sum(weight for _, weight in every)
    table, reached, n = list[float](), 0.0, 0
    for value, weight in every:
        reached += weight / whole
        while n < POINTS and (n + 0.5) / POINTS <= reached:
            table.append(value)
            n += 1
    return (*table, *(every[-1][0],) * (POINTS - n))


def _streams(sums: Sums, slot: int) -> Iterator[Stream]:
    """Who comes at this half-hour of the week; a weekday that was seen seldom is as all are."""
    days = [sums.get(Key(DAYS, "", day), NOTHING).weight for day in range(7)]
    weekday, half = divmod(slot, SLOTS)
    of_all = sum(days)
    for subject in subjects_of(sums, COMES):
        came = [sums.get(Key(COMES, subject, day * SLOTS + half), NOTHING).total for day in range(7)]
        a_day = sum(came) / of_all if of_all else 0.0
        rate = (came[weekday] + FEW_DAYS * a_day) / (days[weekday] + FEW_DAYS) / SECONDS
        comer: Comer = comer_of(subject)
        older = sums.get(Key(BEHIND, subject), NOTHING)
        if 0 < rate < inf:
            yield Stream(
                service=comer.service,
                queue=comer.queue,
                priority=comer.priority,
                per_second=rate,
                behind=older.total / older.weight if older.weight else 0.0,
            )


SECONDS = timedelta(minutes=30).total_seconds()
