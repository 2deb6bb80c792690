"""Halls that launch the remedy on a day, and quiet ones, in a world whose truth is known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from server.insight.effect.columns import Columns
from server.insight.effect.intervals import Estimate
from server.insight.effect.launch import by_launch
from tests.insight.known_truth import THRESHOLD, TRUTH, World, answered

LAUNCH = 739_100


def one_hall(n: int, launch: int | None) -> Columns:
    """Eight weeks around LAUNCH; without a launch nobody is remedied."""
    found = answered(World(visits=8000, handed=0.0), n)
    rng = np.random.default_rng(n)
    day = LAUNCH - 28 + rng.integers(0, 56, len(found))
    remedied = (found.waited > THRESHOLD) & (day >= launch) if launch else np.zeros(len(found), np.bool_)
    rating = np.where(found.rating > 0, found.rating + TRUTH * remedied, 0.0)
    return replace(found, day=day, remedied=remedied, rating=rating, hall=np.full(len(found), n))


def joined(parts: list[Columns]) -> Columns:
    fields = Columns.__dataclass_fields__
    return Columns(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in fields})


@dataclass(frozen=True, kw_only=True)
class Region:
    """Halls of a region: a stagger of 0 launches all on one day, else each so many days after the one before.

    Whatever else happens in a hall in a week moves everybody there by a draw of `shocks`.
    """

    launched: int
    quiet: int
    shocks: float = 0.0
    stagger: int = 0
    truth: float = TRUTH
    answers: int = 240  # past the threshold, a hall, in sixteen weeks


def region(of: Region, seed: int) -> Columns:
    """Only those past the threshold: they are who the comparison goes by."""
    rng = np.random.default_rng(seed)
    halls = of.launched + of.quiet
    n = of.answers * halls
    hall, day = np.repeat(np.arange(halls), of.answers), rng.integers(0, 112, n)
    starts = np.where(np.arange(halls) < of.launched, 28 + of.stagger * np.arange(halls), 10**6)
    remedied = day >= starts[hall]
    weekly = rng.normal(0, of.shocks, (halls, 16)) if of.shocks else np.zeros((halls, 16))
    rating = 3 + rng.normal(0, 1, n) + weekly[hall, day // 7] + of.truth * remedied
    ones = np.ones(n, dtype=np.bool_)
    return Columns(
        waited=np.full(n, THRESHOLD + 2),
        remedied=remedied,
        cared=~ones,
        asked=ones,
        weight=np.ones(n),
        rating=rating,
        lot=np.full(n, -1),
        hall=hall,
        day=day + 739_000,
    )


def said(of: Region, seeds: Sequence[int]) -> list[Estimate]:
    """What the sheet says of each such region; none of them may be too small for it."""
    found = [by_launch(region(of, seed), THRESHOLD).estimate for seed in seeds]
    return [estimate for estimate in found if estimate is not None]


def wrongly_sure(estimates: Sequence[Estimate], truth: float) -> float:
    """The share whose 95 % interval leaves the truth out."""
    return float(np.mean([not e.low <= truth <= e.high for e in estimates]))
