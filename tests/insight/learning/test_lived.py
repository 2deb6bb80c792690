"""From a call until the counter could call again: walk, handling, and the gap where somebody waited."""

from datetime import datetime, timedelta

from server.insight.learning.lived import LONGEST, Turn, occupied, slot_of
from tests.builders import ZONE

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)  # a Monday


def turn(
    at: float, ends: float | None, *, waited: float | None = 0.0, counter: str = "1", rested: bool = False
) -> Turn:
    return Turn(
        counter=counter,
        service="bill",
        staff="s1",
        at=NINE + timedelta(seconds=at),
        waited=waited,
        ends=None if ends is None else NINE + timedelta(seconds=ends),
        measured=ends is not None,
        rested=rested,
    )


def seconds(*turns: Turn) -> list[float]:
    return [one.seconds for one in occupied(turns)]


def test_the_gap_counts_where_somebody_waited() -> None:
    assert seconds(turn(0, 100), turn(120, 200, waited=60)) == [120, 100]  # the last one's is as the others'


def test_nobody_there_is_no_gap() -> None:
    assert seconds(turn(0, 100), turn(120, 200, waited=5)) == [100, 80]


def test_a_rest_and_a_long_silence_are_no_gap() -> None:
    assert seconds(turn(0, 100, rested=True), turn(120, 200, waited=60)) == [100, 80]
    assert seconds(turn(0, 100), turn(1000, 1100, waited=950)) == [100, 100]


def test_counters_are_held_apart() -> None:
    assert seconds(turn(0, 100), turn(110, 200, waited=60, counter="2")) == [100, 90]


def test_what_never_ended_or_ended_before_it_began_teaches_nothing() -> None:
    assert seconds(turn(0, None), turn(50, 40), turn(100, 100 + LONGEST + 1)) == []


def test_half_hours_of_the_week() -> None:
    assert slot_of(NINE) == 18
    assert slot_of(NINE + timedelta(days=6, minutes=31)) == 6 * 48 + 19
