"""What is kept of the roster."""

from server.domain.hall import Hall
from server.domain.roster.nouns import NO_ROSTER, Post, Roster, Shift


def test_a_hall_begins_without_a_roster_and_a_shift_is_at_a_counter() -> None:
    assert Hall().roster == Roster()
    assert (NO_ROSTER.shifts, NO_ROSTER.absent) == ((), ())
    assert Shift(person="1201", counter="1", begins="08:30", ends="12:00").post is Post.COUNTER
