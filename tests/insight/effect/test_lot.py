"""Remedies by lot, and launches hall by hall."""

from dataclasses import replace

import numpy as np
import pytest

from server.insight.effect.columns import Columns
from server.insight.effect.lot import by_launch, by_lot, launches
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, TRUTH, World, answered

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


def test_without_a_lot_there_is_nothing_to_compare() -> None:
    draw = by_lot(answered(World(visits=2000), 1), THRESHOLD)
    assert draw.effect is None
    assert (len(draw.won), len(draw.lost)) == (0, 0)


def test_winners_who_were_missed_do_not_hide_what_a_remedy_did() -> None:
    """With 60 of 100 handed over, winners less losers would say about .17."""
    found = [
        by_lot(answered(World(visits=HALL_YEAR, share=0.5, handed=0.6), s), THRESHOLD).effect
        for s in range(20)
    ]
    values = [f.per_remedy.value for f in found if f is not None]
    assert len(values) == 20
    assert np.mean(values) == pytest.approx(TRUTH, abs=0.06)


def test_halls_that_launch_are_held_against_those_that_do_not() -> None:
    halls = joined([one_hall(n, LAUNCH if n < 8 else None) for n in range(16)])
    found = by_launch(halls, THRESHOLD)
    assert found is not None
    assert found.low <= TRUTH <= found.high
    assert found.se < 0.15


def test_a_hall_that_always_remedied_has_no_launch() -> None:
    always = one_hall(1, LAUNCH - 28)
    assert launches(always) == {}
    assert set(launches(one_hall(2, LAUNCH))) == {2}


def test_four_halls_are_too_few() -> None:
    assert by_launch(joined([one_hall(n, LAUNCH if n < 4 else None) for n in range(8)]), THRESHOLD) is None
