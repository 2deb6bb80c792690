"""Halls whose truth is known: waiting lowers satisfaction smoothly, the remedy adds TRUTH to everybody."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from server.insight.effect.columns import Answer, Columns, Flags, Floats

TRUTH = 0.28
FIRST = date(2024, 7, 1)
THRESHOLD = 20.0
ASKED = 0.33
VOCAL = 0.3  # of customers: less content whatever the wait, and keener to say so
NETWORK_YEAR, HALL_YEAR = 162_000, 16_200  # visits; about 38,000 and 3,800 of them answer


@dataclass(frozen=True, kw_only=True)
class World:
    """What the halls are like; `handed` is how many of the due remedies are really given."""

    visits: int = NETWORK_YEAR
    hurry: bool = False  # staff call vocal customers just before 20 minutes
    share: float = 1.0  # below 1 a lot decides
    handed: float = 1.0


def answered(world: World, seed: int) -> Columns:
    """One year of such halls, everybody in it, asked or not."""
    rng = np.random.default_rng(seed)
    n = world.visits
    waited = rng.gamma(1.5, 10.0, n)
    vocal = rng.random(n) < VOCAL
    if world.hurry:
        hurried = vocal & (waited > THRESHOLD) & (waited < THRESHOLD + 3) & (rng.random(n) < 0.5)
        waited = np.where(hurried, THRESHOLD - rng.random(n), waited)
    lot = (rng.random(n) < world.share).astype(np.int64)
    remedied = (waited > THRESHOLD) & (lot == 1) & (rng.random(n) < world.handed)
    asked = remedied | (rng.random(n) < ASKED)
    answers = asked & (rng.random(n) < np.where(vocal, 0.7, 0.45) - 0.003 * np.minimum(waited, 60))
    return Columns(
        waited=waited,
        remedied=remedied,
        cared=np.zeros(n, dtype=np.bool_),
        asked=asked,
        weight=np.where(remedied, 1.0, 1 / ASKED),
        rating=np.where(answers, _ratings(rng, waited, vocal, remedied), 0.0),
        lot=lot if world.share < 1 else np.full(n, -1),
        hall=np.zeros(n, dtype=np.int64),
        day=np.full(n, 739_000),
    )


def _ratings(rng: np.random.Generator, waited: Floats, vocal: Flags, remedied: Flags) -> Floats:
    """Whole points whose expectation is exactly the mean: nothing is cut off at 1 or 5."""
    mean = 2.4 + 1.6 / (1 + np.exp((waited - 16) / 7)) - 0.3 * vocal + TRUTH * remedied
    room = np.minimum(mean - 1, 5 - mean)
    felt = mean + room * (2 * rng.random(len(waited)) - 1)
    return np.floor(felt + rng.random(len(waited)))


def as_answers(year: Columns, hall: str = "h") -> list[Answer]:
    """The same as records, four weeks of days in turn."""
    rows = zip(year.waited, year.remedied, year.asked, year.weight, year.rating, year.lot, strict=True)
    return [
        Answer(
            evaluation=f"{i:06}",
            hall_id=hall,
            day=FIRST + timedelta(days=i % 28),
            waited_seconds=float(waited) * 60,
            remedied=bool(remedied),
            cared=i % 7 == 0,
            asked=bool(asked),
            ask_share=1 / float(weight),
            wait_rating=int(rating),
            lot=None if lot < 0 else bool(lot),
        )
        for i, (waited, remedied, asked, weight, rating, lot) in enumerate(rows)
    ]
