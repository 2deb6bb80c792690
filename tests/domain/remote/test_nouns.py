"""Nobody is known by a number from home."""

from dataclasses import fields

from server.domain.hall import Hall
from server.domain.remote.nouns import Remote, Taken


def test_two_hashes_and_three_moments_are_all_there_is() -> None:
    assert Hall().remote == Remote()
    assert {f.name for f in fields(Taken)} == {"at", "phone", "network", "turn_at", "passed"}
