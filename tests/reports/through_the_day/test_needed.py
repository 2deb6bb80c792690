"""Which counters a day needs, by what was typed in of a hall and what its counters did."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.reports.through_the_day.needed import counters_by_load, proposal
from server.visits.past import Past
from tests.builders import Story, a_config
from tests.reports.lived import HALL, kept
from tests.reports.test_forecast import MONDAY

HALL_SET_UP = a_config()
PAST = Past(kept(Story("1", "2")), [HALL])


def typed_in(customers: int) -> object:
    first, *others = HALL_SET_UP.services
    return replace(HALL_SET_UP, services=(replace(first, daily_customers=customers), *others))


@pytest.mark.row("Q08")
def test_a_day_that_is_too_much_for_the_hall_is_said_to_be() -> None:
    """Of the counters that the hall has and can open, never one more."""
    much = proposal(PAST, MONDAY, typed_in(600))  # type: ignore[arg-type]
    assert much is not None
    able = {c.id for c in HALL_SET_UP.counters}
    assert all(set(slot.counters) <= able for slot in much.slots)
    assert any(slot.short for slot in much.slots)
    little = proposal(PAST, MONDAY, typed_in(12))  # type: ignore[arg-type]
    assert little is not None
    assert all(slot.share >= 0.9 for slot in little.slots)
    assert little.counter_hours < much.counter_hours


def test_nobody_expected_needs_no_counter() -> None:
    assert proposal(PAST, MONDAY, HALL_SET_UP) is None


@pytest.mark.row("Q14")
def test_counters_that_usually_work_then_are_counted_and_what_lacks_is_said() -> None:
    story = Story("1", "2")
    for counter in ("1", "2"):
        story.issue()
        story.serve(counter, seconds=60)
    busy = proposal(Past(kept(story), [HALL]), MONDAY + timedelta(days=7), typed_in(20))  # type: ignore[arg-type]
    assert busy is not None
    at_nine = next(slot for slot in busy.slots if slot.clock == "09:00")
    assert at_nine.usual == 2
    assert at_nine.lacking == max(0, len(at_nine.counters) - 2)


@pytest.mark.row("Q14")
def test_the_load_alone_is_a_look_at_a_roster() -> None:
    needs = counters_by_load(PAST, MONDAY, typed_in(600))  # type: ignore[arg-type]
    assert len(needs) == 48
    assert needs[20] > needs[40] == 0
    assert set(counters_by_load(PAST, MONDAY, HALL_SET_UP)) == {0}
