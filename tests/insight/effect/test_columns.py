"""Answers as columns."""

from random import Random

import numpy as np

from server.insight.effect.columns import columns
from tests.insight.known_truth import World, answered, as_answers

ANSWERS = as_answers(answered(World(visits=300, share=0.5), 1))


def test_the_order_of_answers_is_nothing() -> None:
    shuffled = Random(1).sample(ANSWERS, len(ANSWERS))
    for name in ("waited", "rating", "lot", "day", "weight"):
        assert np.array_equal(getattr(columns(ANSWERS), name), getattr(columns(shuffled), name))


def test_the_sampled_count_as_many_times_as_they_stand_for() -> None:
    rows = columns(ANSWERS)
    assert set(np.round(rows.weight[~rows.remedied], 2)) == {3.03}
    assert set(rows.weight[rows.remedied]) == {1.0}


def test_only_those_who_answered_are_rated() -> None:
    assert len(columns(ANSWERS).rated) == sum(a.wait_rating > 0 for a in ANSWERS)
    assert len(columns([])) == 0
