from datetime import timedelta

import pytest

from server.access.lockout import LOCKED_FOR, WRONG_TRIES, Tallies, Tally
from server.access.refusals import AccessRefused

from .conftest import NOW


def after(failures: int) -> Tally:
    tally = Tally()
    for _ in range(failures):
        tally = tally.after_failure(NOW)
    return tally


def test_four_wrong_tries_do_not_lock() -> None:
    after(WRONG_TRIES - 1).require_unlocked(NOW)


def test_the_fifth_locks_for_five_minutes_and_says_how_many_are_left() -> None:
    tally = after(WRONG_TRIES)
    for passed, minutes in ((0, "5"), (1, "5"), (61, "4"), (299, "1")):
        with pytest.raises(AccessRefused) as refused:
            tally.require_unlocked(NOW + timedelta(seconds=passed))
        assert (refused.value.code, refused.value.fields["minutes"]) == ("locked_out", minutes)
    tally.require_unlocked(NOW + LOCKED_FOR)


def test_after_a_lock_out_there_are_five_tries_again() -> None:
    tally = after(2 * WRONG_TRIES - 1)
    tally.require_unlocked(NOW + LOCKED_FOR)
    assert tally.failures == WRONG_TRIES - 1


def test_a_lock_out_of_a_clock_that_was_ahead_does_not_wait_for_that_time() -> None:
    after(WRONG_TRIES).require_unlocked(NOW - timedelta(days=1800))


def test_a_flood_of_names_costs_no_memory_and_forgets_the_oldest() -> None:
    tallies = Tallies(at_most=3)
    for name in "abcd":
        tallies.keep(name, after(1))
    assert [tallies.of(name).failures for name in "abcd"] == [0, 1, 1, 1]
    tallies.forget("d")
    assert tallies.of("d") == Tally()
