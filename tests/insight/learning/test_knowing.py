"""What a forward run is given: the usual where there is no history, the truth where there is much."""

from dataclasses import replace
from datetime import timedelta
from math import inf, isfinite

import numpy as np
import pytest

from server.domain.config.config import Service
from server.insight.forward.habits import Habits, usual_habits
from server.insight.learning.knowing import FEW, Learned, quantiles
from server.insight.learning.lived import Comer, Lived
from server.insight.learning.pace import Pace
from server.insight.learning.sums import Key, Sum, with_day
from tests.builders import MORNING, Story, a_config, a_hall
from tests.insight.learning.made_days import FIRST, days, learned

HALL = a_hall("1")


def habits(sums: dict[Key, Sum], many: int = 40, pace: Pace | None = None) -> Habits:
    return Learned(sums, many).habits(HALL, MORNING, pace or Pace())


def mean(habits: Habits, service: str = "bill") -> float:
    return float(np.mean(habits.takes(service)))


def typed(service: str = "bill") -> Service:
    return next(s for s in a_config().services if s.id == service)


def test_a_hall_without_history_is_as_usual() -> None:
    assert Learned().habits(HALL, MORNING, Pace()) == usual_habits(HALL)


def test_a_hall_that_is_not_set_up_is_as_usual() -> None:
    assert Learned().habits(Story(empty=True).hall, MORNING, Pace()) == Habits()


def test_what_was_seen_wins_over_what_was_typed_in() -> None:
    known = habits(learned(days(40, mean=500), typed().usual_seconds))
    assert mean(known) == pytest.approx(500 * 3.05 / 3, rel=0.08)
    assert mean(known, "repair") == mean(usual_habits(HALL), "repair")  # of which nothing was seen


def test_the_spread_is_what_was_seen() -> None:
    table = np.array(habits(learned(days(40))).takes("bill"))
    assert table.std() / table.mean() == pytest.approx(0.5, abs=0.08)  # as made; 0.8 is the usual


def test_a_slow_day_makes_all_slower() -> None:
    sums, slow = learned(days(40)), Pace()
    for n in range(60):
        slow = slow.with_one(MORNING - timedelta(minutes=60 - n), 450, 300)
    assert mean(habits(sums, pace=slow)) == pytest.approx(mean(habits(sums)) * slow.factor(MORNING), rel=0.01)
    assert habits({}, 0, slow) == usual_habits(HALL)


def test_few_no_shows_are_drawn_to_the_usual_and_grow_with_the_wait() -> None:
    calls = [(700.0, n % 2 == 0) for n in range(400)]
    known = habits(with_day({}, Lived(day=FIRST, calls=calls), {}))
    assert known.no_show[2] == pytest.approx((200 + FEW * Habits().no_show[2]) / (400 + FEW))
    assert list(known.no_show) == sorted(known.no_show)
    assert known.no_show[0] == Habits().no_show[0]


def test_patience_is_what_was_seen() -> None:
    waits = [(700.0, n % 4 == 0) for n in range(400)] + [(2000.0, False)] * 400
    stays = habits(with_day({}, Lived(day=FIRST, calls=[(0, False)], waits=waits), {})).stays
    assert min(stays[:3]) > 0.999
    assert stays[3] == pytest.approx(1 - 100 / 650, abs=0.03)
    assert list(stays) == sorted(stays, reverse=True)


def test_pauses_parkings_and_who_never_returns() -> None:
    away = (
        [("paused", "tea", 240.0)] * 200
        + [("returns", "", inf)] * 200
        + [("parked", "customer_away", 99.0)] * 100
    )
    known = habits(with_day({}, Lived(day=FIRST, calls=[(0, False)], away=away), {}))
    assert np.median(known.pauses["tea"]) == pytest.approx(240)
    assert np.median(known.pauses[""]) == pytest.approx(240)
    assert sum(map(isfinite, known.returns)) / len(known.returns) < 0.1
    assert np.median(known.parked["customer_away"]) == pytest.approx(99)
    assert known.parked["documents_held"] == Habits().parked["documents_held"]
    assert known.forms == Habits().forms


def test_who_comes_at_this_half_hour() -> None:
    urgent = Comer("bill", "A", True, False)
    slot = 18  # Monday at nine
    sums: dict[Key, Sum] = {}
    for n in range(28):
        lived = Lived(day=FIRST + timedelta(days=n), calls=[(0, False)])
        lived.comers[urgent, (n % 7) * 48 + slot] = 6
        sums = with_day(sums, lived, {})
    [stream] = habits(sums).streams
    assert stream.priority
    assert stream.per_second * 1800 == pytest.approx(6, rel=0.05)


def test_a_business_that_was_taken_out_is_not_asked_about() -> None:
    hall = replace(HALL, config=a_config(services=a_config().services[1:]))
    known = Learned(learned(days(20)), 20).habits(hall, MORNING, Pace())
    assert "bill" not in known.occupancy


def test_nothing_seen_is_the_usual_itself() -> None:
    assert quantiles([], [], (1.0, inf)) == (1.0, inf)


def test_it_is_cheap_to_ask() -> None:
    """Once a second while a hall is busy: tables are made once."""
    known = Learned(learned(days(20)), 20)
    first = known.habits(HALL, MORNING, Pace())
    again = known.habits(HALL, MORNING, Pace())
    assert all(again.occupancy[s] is first.occupancy[s] for s in first.occupancy)
