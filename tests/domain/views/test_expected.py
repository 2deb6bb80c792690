"""Every screen's waits: what is promised, else what is foreseen, counted down from when it was."""

from datetime import timedelta

import pytest

from server.domain.hall import Hall
from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Ahead, Foresight
from server.domain.views.expected import expected
from server.domain.views.parts import Until, wait_view
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
