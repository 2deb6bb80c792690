"""Who is planned and here, where counters lack, which open late (Q14, O09)."""

import pytest

from server.domain.queue import commands as qc
from server.domain.roster.present import (
    Gap,
    at_counters,
    clock_of,
    gaps,
    lacking,
    not_opened,
    openings,
    planned_counters,
    roster_of,
)
from tests.builders import MORNING, Story
from tests.domain.roster.days import FIVE, NEEDED, TODAY, absent, planned, shift


def gaps_of(story: Story, since: str = "") -> tuple[Gap, ...]:
    return lacking(story.hall, roster_of(story.hall, TODAY), NEEDED, since=since)


@pytest.mark.row("Q14")
def test_two_absent_leave_a_counter_short_from_ten_to_eleven() -> None:
    today = planned()
    assert gaps_of(today) == ()
    absent(today, "1201", "1202")
    assert gaps_of(today) == (Gap(begins="10:00", ends="11:00", lacking=1),)
    assert gaps_of(today, since="10:31") == (Gap(begins="10:30", ends="11:00", lacking=1),)
    assert gaps_of(today, since="11:00") == ()


def test_of_a_day_that_nobody_has_planned_nothing_is_said() -> None:
    assert gaps_of(Story()) == ()
    assert gaps_of(planned(shift("1201"))) == ()  # a guide alone is no plan of counters


def test_a_half_hour_counts_a_counter_that_is_open_for_most_of_it() -> None:
    today = planned(
        shift("1201", "1", "09:15", "10:14"),
        shift("1202", "2", "09:16", "10:00"),
        shift("1203", "3", "09:00", "09:10"),
        shift("1204", "3", "09:10", "09:20"),
        shift("1205", "", "09:00", "10:00"),
    )
    slots = planned_counters(today.hall, roster_of(today.hall, TODAY))
    assert [slots[n] for n in (17, 18, 19, 20)] == [0, 2, 2, 0]
    assert [s.person for s in at_counters(today.hall, roster_of(today.hall, TODAY))][-1] == "1204"


@pytest.mark.row("Q14")
def test_half_hours_that_lack_as_many_stand_together() -> None:
    short = [("09:30", 0), ("10:00", 1), ("10:30", 1), ("11:00", 2), ("11:30", 0), ("23:30", 1)]
    assert gaps(short) == [("10:00", "11:00", 1), ("11:00", "11:30", 2), ("23:30", "24:00", 1)]
    assert (clock_of(0), clock_of(48)) == ("00:00", "24:00")


def test_a_counter_is_held_against_its_first_shift() -> None:
    today = absent(planned(*FIVE[:3], shift("1204", "4", "09:30")), "1203")
    today.do(qc.OpenCounter(counter="1", staff="1201"))
    today.later(minutes=10)
    known = {one.counter: one.opened for one in openings(today.hall, TODAY, today.now)}
    assert known == {"1": MORNING, "2": None}
    assert [one.counter for one in not_opened(today.hall, TODAY, today.now)] == ["2"]
    assert (today.now - not_opened(today.hall, TODAY, today.now)[0].due).seconds == 40 * 60
    assert not_opened(today.hall, TODAY, today.later(minutes=600).now) == ()
