"""A hall's set-up as one value."""

from server.domain.config.config import Service
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from tests.builders import PROFILES, a_config

NAME = Text("名", "Name")


def test_the_acceptance_hall_has_no_problem() -> None:
    assert problems(a_config()) == []


def test_everything_is_found_by_its_id() -> None:
    config = a_config()
    assert config.zone["east"].name.en == "East"
    assert config.queue["B"].letter == "B"
    assert config.service["change"].queue == "C"
    assert config.profile["complex"].helps == ("B",)
    assert config.counter["6"].floating
    assert config.counter["5"].dedicated


def test_a_service_without_a_usual_time_takes_the_standard_one() -> None:
    assert Service(id="s", name=NAME, queue="A", standard_seconds=180).usual_seconds == 180
    assert (
        Service(id="s", name=NAME, queue="A", standard_seconds=1200, mean_seconds=1020).usual_seconds == 1020
    )


def test_queues_one_profile_calls_together_are_one_group() -> None:
    quick, _, business, _, bills = PROFILES
    groups = a_config(profiles=(quick, business, bills)).group_of
    assert groups["A"] == groups["D"] == {"A", "D"}
    assert groups["B"] == groups["C"] == {"B", "C"}
    assert groups["F"] == {"F"}


def test_a_profile_that_spans_two_groups_joins_them_whatever_came_first() -> None:
    for profiles in (PROFILES, PROFILES[::-1]):
        groups = a_config(profiles=profiles).group_of
        assert all(group == {"A", "B", "C", "D", "F"} for group in groups.values())
