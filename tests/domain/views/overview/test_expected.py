"""Every screen's waits: what is promised, else what is foreseen, counted down from when it was."""

from datetime import timedelta

import pytest

from server.domain.hall import Hall
from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Ahead, Foresight
from server.domain.views.overview.expected import expected
from server.domain.views.parts import (
    NOT_TODAY,
    TOO_LATE,
    Until,
    at_risk,
    seconds_at_most,
    until_closing,
    wait_view,
)
from tests.builders import MORNING, Story, with_figures
from tests.domain.promises.test_rules import foresees, looked


@pytest.mark.row("Q01")
def test_who_joins_is_foreseen_and_who_waits_is_promised() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    later = Foresight(
        at=today.now,
        seq=0,
        tickets={ticket: Ahead(low=1, high=2)},
        joins={("A", False): Ahead(low=600, high=960)},
    )
    waits = expected(today.hall, later, today.now + timedelta(minutes=1))
    assert waits == {
        "A": Until(540, 900),
        "B": None,
        "C": None,
        "D": None,
        "F": None,
        ticket: Until(480, 840),
    }
    view = wait_view(waits[ticket])
    assert (view.low, view.minutes) == (8, 15)


def test_what_has_not_been_promised_yet_is_foreseen_and_nothing_is_less_than_now() -> None:
    today = Story("1")
    ticket = today.issue()
    foresight = Foresight(at=MORNING, seq=0, tickets={ticket: Ahead(low=30, high=90)})
    assert expected(today.hall, foresight, MORNING + timedelta(minutes=1))[ticket] == Until(0, 30)
    assert expected(today.hall, foresight, MORNING + timedelta(minutes=2))[ticket] == Until(0, 0)


def test_a_change_says_why_for_a_while() -> None:
    today = Story("1", "2")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    looked(today, {ticket: (20, 30)}, unserved=0.5)
    foresight = today.foresee()
    assert foresight is not None
    assert expected(today.hall, foresight, today.now)[ticket] == Until(1200, 1800, "longer", True)
    assert expected(today.hall, foresight, today.now + timedelta(minutes=10))[ticket] == Until(
        600, 1200, "", True
    )


def test_a_hall_that_wants_one_figure_shows_the_later_end() -> None:
    today = Story("1", config=with_figures(wait_band=False))
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    today.do(LookAhead())
    foresight = today.foresee()
    assert foresight is not None
    waits = expected(today.hall, foresight, today.now)
    assert waits[ticket] == waits["A"] == Until(900, 900)


def test_a_hall_without_a_set_up_has_no_waits() -> None:
    assert expected(Hall(), Foresight(at=MORNING, seq=0), MORNING) == {}


@pytest.mark.parametrize(
    ("unserved", "said"),
    [(0.29, (False, 900)), (0.3, (True, 900)), (0.5, (True, NOT_TODAY))],
)
def test_who_joins_hears_of_the_closing_by_the_same_share_as_who_waits(
    unserved: float, said: tuple[bool, float]
) -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)}, unserved=unserved)
    foresight = today.foresee()
    assert foresight is not None
    wait = expected(today.hall, foresight, today.now)["A"]
    assert (wait_view(wait).doubtful, until_closing(wait)) == said


def test_whom_nobody_calls_before_closing_is_told_no_minutes_but_that_it_is_too_late() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    late = Foresight(at=today.now, seq=0, too_late=frozenset({"A", ticket}))
    waits = expected(today.hall, late, today.now)
    assert waits[ticket] == waits["A"] == TOO_LATE
    assert until_closing(waits["A"]) == NOT_TODAY
    assert seconds_at_most(waits["A"]) is None


def test_a_promise_whose_time_is_up_does_not_become_very_soon_where_nobody_calls() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    nobody = Foresight(at=today.now, seq=0)
    assert wait_view(expected(today.hall, nobody, today.now)[ticket]).minutes == 15
    over = expected(today.hall, nobody, today.now + timedelta(minutes=16))
    assert wait_view(over[ticket]).state == "unknown"


@pytest.mark.row("R12")
def test_who_will_probably_wait_too_long_is_known_by_what_is_foreseen_now() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    first, second = today.issue_many(2)
    looked(today, {first: (9, 15)}, over=0.59)
    foresees(today, {second: (10, 16)}, over=0.6)
    foresight = today.foresee()
    assert foresight is not None
    waits = expected(today.hall, foresight, today.now)
    assert (at_risk(waits[first]), at_risk(waits[second]), at_risk(None)) == (False, True, False)
