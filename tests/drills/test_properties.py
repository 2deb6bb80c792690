"""Drill: what the plain run tries with a few examples, with many."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from server.domain.config.config import HallConfig
from tests.domain.config.soundness.test_soundness import said
from tests.drills.conftest import Tell
from tests.insight.effect.test_page import threshold_finds_the_truth
from tests.insight.known_truth import NETWORK_YEAR
from tests.routing.test_fair_share import (
    A_RUN,
    where_all_counters_call_alike,
    where_counters_call_different_queues,
)
from tests.test_care_drill import climbs_as_reckoned
from tests.test_hall_machine import HallMachine
from tests.test_views_as_fresh import Screens

MANY = 500


@settings(max_examples=MANY)
@given(hall=st.from_type(HallConfig))
def judged(hall: HallConfig) -> None:
    said(hall)


def test_no_set_up_is_too_wrong_to_be_judged(tell: Tell) -> None:
    judged()
    tell(f"{MANY} set-ups")


def test_nobody_is_passed_by_more_often_than_the_fair_share_allows(tell: Tell) -> None:
    for bounded in (where_all_counters_call_alike, where_counters_call_different_queues):
        settings(max_examples=MANY)(A_RUN(bounded))()
    tell(f"{2 * MANY} mornings")


def test_whatever_people_do_the_hall_keeps_its_promises(tell: Tell) -> None:
    run_state_machine_as_test(HallMachine, settings=settings(max_examples=MANY, stateful_step_count=60))
    tell(f"{MANY} days")


def test_what_is_shown_is_what_would_be_made_from_nothing(tell: Tell) -> None:
    run_state_machine_as_test(Screens, settings=settings(max_examples=50, stateful_step_count=40))
    tell("50 days")


def test_a_networks_year_finds_the_truth(tell: Tell) -> None:
    threshold_finds_the_truth(NETWORK_YEAR)
    tell("40 years")


def test_ten_thousand_visits_climb_the_ladder_as_reckoned(tell: Tell) -> None:
    climbs_as_reckoned(days=40)
    tell("10000 visits")
