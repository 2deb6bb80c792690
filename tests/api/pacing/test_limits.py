"""Knocking at the door."""

from datetime import timedelta

import pytest

from server.access.refusals import AccessRefused
from server.api.pacing import limits
from server.api.pacing.limits import Limit
from tests.hall_here import HandClock


def test_an_address_that_knocks_too_often_waits_a_minute() -> None:
    hand = HandClock()
    limit = Limit(lambda: hand.at, 3)
    for _ in range(3):
        limit.check("10.0.0.7")
    with pytest.raises(AccessRefused) as refused:
        limit.check("10.0.0.7")
    assert refused.value.code == "locked_out"
    hand.move(minutes=1)
    limit.check("10.0.0.7")


def test_others_are_not_kept_out() -> None:
    hand = HandClock()
    limit = Limit(lambda: hand.at, 1)
    limit.check("10.0.0.7")
    limit.check("10.0.0.8")


def test_memory_does_not_grow_with_the_addresses() -> None:
    hand = HandClock()
    limit = Limit(lambda: hand.at, 1)
    for n in range(limits.MOST_ADDRESSES + 10):
        limit.check(str(n))
    assert len(limit._knocks) <= limits.MOST_ADDRESSES


def test_a_limit_of_a_day_says_how_long_that_is() -> None:
    hand = HandClock()
    limit = Limit(lambda: hand.at, 1, timedelta(days=1))
    limit.check("10.0.0.7")
    hand.move(hours=23)
    with pytest.raises(AccessRefused) as refused:
        limit.check("10.0.0.7")
    assert refused.value.fields["minutes"] == "60"
    hand.move(hours=1)
    limit.check("10.0.0.7")
