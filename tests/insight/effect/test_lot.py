"""Remedies by lot."""

import numpy as np
import pytest

from server.insight.effect.lot import by_lot
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, TRUTH, World, answered


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
