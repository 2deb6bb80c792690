"""What a hall knows on its first day."""

from dataclasses import replace

import numpy as np
import pytest

from server.domain.config.pieces.calendar import Hours
from server.insight.forecast.guesses import guesses, open_slots
from server.packs.courses import COURSES
from server.packs.hall_file import pack
from tests.builders import a_config

HALL = a_config()
TOLD = replace(HALL, services=(replace(HALL.services[0], daily_customers=120), *HALL.services[1:]))


def test_only_businesses_with_a_number_are_guessed() -> None:
    assert guesses(HALL) == {}
    ((name, guess),) = guesses(TOLD).items()
    assert (name, guess.a_day) == (HALL.services[0].id, 120)
    assert guess.course.sum() == pytest.approx(1)


@pytest.mark.parametrize("industry", [*COURSES, "bakery"])
def test_a_day_runs_within_the_halls_own_hours(industry: str) -> None:
    [guess] = guesses(replace(TOLD, industry=industry)).values()
    busy = np.flatnonzero(guess.course)
    assert (busy.min(), busy.max()) == (16, 32)  # 08:30-16:30, and the half-hour before
    assert guess.course[18:23].sum() > guess.course[24:26].sum()
    [at_night] = guesses(replace(TOLD, hours=Hours(opens="20:00", closes="23:00"))).values()
    assert at_night.course.sum() == pytest.approx(1)


def test_every_pack_has_a_course() -> None:
    assert all(pack(name).industry in COURSES for name in ("power", "gas", "water", "telecom"))


def test_a_hall_that_never_shuts_is_always_open() -> None:
    assert open_slots(None).all()
