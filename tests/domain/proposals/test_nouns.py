"""What is kept of a proposal."""

from server.domain.hall import Hall
from server.domain.proposals.nouns import Proposals
from tests.domain.proposals.story import proposal


def test_a_hall_begins_without_proposals_and_one_says_how_many_more() -> None:
    assert Hall().proposals == Proposals()
    assert proposal(without=5.0, after=12.0).kept == 7.0
