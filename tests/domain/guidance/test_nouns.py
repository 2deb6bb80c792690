"""The nouns of guidance start empty; whom a person met is one sum."""

from server.domain.guidance.nouns import Contacts, Guidance
from server.domain.hall import Hall


def test_nobody_has_been_met_in_a_new_hall() -> None:
    assert Hall().guidance == Guidance()
    assert Contacts(greeted=1, issued=2, diverted=3, prepared=4).all == 10
