"""Who works in the demo hall."""

from server.access.roles import PEOPLE_ROLES
from server.access.strength import require_strong_password
from server.demo.people import CLERKS, DEMO_PASSWORD, DEMO_PEOPLE, GUIDE_NUMBER, LEADER_NUMBER


def test_everybody_has_a_number_of_their_own_and_a_role_there_is() -> None:
    assert len({p.login for p in DEMO_PEOPLE}) == len(DEMO_PEOPLE)
    assert {p.role for p in DEMO_PEOPLE} <= PEOPLE_ROLES.keys()


def test_whoever_tries_the_demo_can_be_clerk_manager_and_guide() -> None:
    assert {"clerk", "hall_manager", "guide"} <= {p.role for p in DEMO_PEOPLE}


def test_the_password_is_good_enough_to_be_taken() -> None:
    for person in DEMO_PEOPLE:
        require_strong_password(DEMO_PASSWORD, person.login)


def test_everybody_who_served_in_the_invented_past_has_a_name() -> None:
    """C15: a manager reads names, not numbers that nobody has."""
    assert {*CLERKS, GUIDE_NUMBER, LEADER_NUMBER} <= {p.login for p in DEMO_PEOPLE}
    assert len(CLERKS) == 5
