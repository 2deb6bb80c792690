"""What is kept of a promise."""

from server.domain.hall import Hall
from server.domain.promises.nouns import Ahead, Promises


def test_a_hall_begins_without_promises_and_a_look_without_doubt() -> None:
    assert Hall().promises == Promises()
    assert (Promises().scored, Promises().kept) == (0, 0)
    assert Ahead(low=60, high=120) == Ahead(low=60, high=120, over=0.0, unserved=0.0)
