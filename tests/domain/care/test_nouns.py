"""The nouns of care start empty and keep what no setting may raise."""

import pytest

from server.domain.care.nouns import HARD_CAP_FEN, Care
from server.domain.hall import Hall


def test_a_new_hall_owes_nothing_to_anybody() -> None:
    assert Hall().care == Care()
    assert not Care().cases
    assert not Care().tasks


def test_the_cap_on_a_gift_is_two_yuan() -> None:
    assert HARD_CAP_FEN == 200


def test_care_is_a_value() -> None:
    with pytest.raises(AttributeError):
        Care().leader = "somebody"  # type: ignore[misc]
