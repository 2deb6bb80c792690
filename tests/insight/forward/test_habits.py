"""What a hall usually does, and what is known of it on day one."""

import numpy as np
import pytest

from server.domain.hall import Hall, Tally
from server.insight.forward.habits import (
    BINS,
    POINTS,
    WALK,
    Habits,
    learned_table,
    spread_table,
    usual_habits,
)
from tests.insight.waiting_halls import hall


def test_day_one_takes_the_typed_in_time_and_the_walk_with_the_usual_spread() -> None:
    table = usual_habits(hall({"1": "A"})).occupancy["A"]
    assert len(table) == POINTS
    assert np.mean(table) == pytest.approx(180 + WALK, rel=0.02)
    assert np.std(table) / np.mean(table) == pytest.approx(0.8, abs=0.05)


def test_a_slow_day_is_known_on_the_day() -> None:
    slow = hall({"1": "A"}, tallies={"A": Tally(finished=20, handled_seconds=20 * 540)})
    assert np.mean(usual_habits(slow).occupancy["A"]) > 450


def test_a_hall_that_is_not_set_up_has_habits_all_the_same() -> None:
    assert usual_habits(Hall()) == Habits()
    assert len(Habits().no_show) == len(BINS) == len(Habits().stays) - 1


def test_of_few_customers_seen_little_is_learned() -> None:
    table = learned_table([1000.0], usual=270)  # with the walk 300
    assert np.mean(table) == pytest.approx((1000 + 10 * 300) / 11)
    assert np.std(table) / np.mean(table) == pytest.approx(0.8, abs=0.15)


def test_of_many_their_own_spread_is() -> None:
    seen = list(np.linspace(280, 320, 2000))
    table = learned_table(seen, usual=600)
    assert np.mean(table) == pytest.approx(300, rel=0.02)
    assert np.quantile(table, 0.9) < 330


def test_what_is_long_ago_weighs_less() -> None:
    recent = learned_table([100.0] * 100 + [900.0] * 100, 300, [1.0] * 100 + [0.01] * 100)
    assert np.mean(recent) < 150


def test_a_business_that_is_not_in_the_set_up_any_more_takes_some_time_all_the_same() -> None:
    assert np.mean(Habits().takes("gone")) == pytest.approx(300, rel=0.02)


def test_a_table_s_mean_is_what_was_asked_for() -> None:
    assert np.mean(spread_table(300)) == pytest.approx(300, rel=0.02)
