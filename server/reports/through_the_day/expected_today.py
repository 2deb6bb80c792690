"""Today's forecast beside what has come so far, by half-hours, for the manager's board (Q06)."""

from dataclasses import dataclass
from datetime import date

from server.domain.config.config import HallConfig
from server.domain.config.hours import is_peak_day
from server.domain.text import Text
from server.insight.forecast.counts import SLOTS, Counts
from server.insight.forecast.outlook import moods_of
from server.later import np
from server.reports import opening_texts as t
from server.reports.forecast import Day, day_cells, known, sentence
from server.reports.period import Period
from server.visits.past import Past

LIKE_DAYS = 4  # whose customers are called usual


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedHalfHour:
    """`came`: None while it is still to come; of the one that runs, so far. Four of five lie between."""

    clock: str
    expected: float
    came: int | None
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedToday:
    """`opening` is what the morning's meeting hears; where nothing is `expected` it says why."""

    date: date
    opening: Text
    half_hours: tuple[ExpectedHalfHour, ...]
    expected: int
    low: int
    high: int
    came: int
    updated: int | None  # at today's pace
    over: int  # of the half-hours, those that are over
    kind: Text = Text("", "")  # its weekday, and what the calendar calls it: a day worked in lieu, a holiday
    peak_day: bool = False
    usual: int | None = None  # customers on the last like days; None: there are none


def expected_today(past: Past, period: Period, config: HallConfig) -> ExpectedToday:
    """Of the period's one day."""
    learned = known(past, period, config)
    made = learned.day(period.first, moods_of(learned.counts, period.first, learned.guessed))
    forecast, running = made.forecast.all_together, made.updated
    over = running.over if running else 0
    counted = sum(made.came.values(), np.zeros(SLOTS)) if made.came else None
    slots = [n for n in range(SLOTS) if forecast[n] or (counted is not None and counted[n])]
    bounds = made.forecast.day_bounds()
    nothing = not forecast.sum()
    named = day_cells(made, config)
    return ExpectedToday(
        date=period.first,
        opening=t.FORECAST["none"] if nothing else sentence(named),
        half_hours=tuple(
            ExpectedHalfHour(
                clock=f"{n // 2:02}:{n % 2 * 30:02}",
                expected=round(float(forecast[n]), 1),
                came=None if counted is None or (running and n > over) else int(counted[n]),
                low=made.forecast.slot_bounds(n).low,
                high=made.forecast.slot_bounds(n).high,
            )
            for n in slots
        ),
        expected=round(float(forecast.sum())),
        low=bounds.low,
        high=bounds.high,
        came=0 if counted is None else int(counted.sum()),
        updated=round(float(running.all_together.sum())) if running and not nothing else None,
        over=sum(n < over for n in slots),
        kind=made.kind_text,
        peak_day=is_peak_day(config, period.first),
        usual=_usual(learned.counts, made),
    )


def _usual(counts: Counts, made: Day) -> int | None:
    """The middle of the last days of its kind: one odd day is not what is usual."""
    like = [n for n, kind in enumerate(counts.kinds) if kind == made.kind.kind][-LIKE_DAYS:]
    if not like:
        return None
    totals = sum((rows.sum(axis=1) for rows in counts.arrivals.values()), np.zeros(len(counts.days)))
    return round(float(np.median(totals[like])))
