"""What the manager's board proposes, and what became of what was taken."""

from datetime import timedelta

import pytest

from server.domain.proposals.commands import UndoProposal
from server.domain.proposals.nouns import ProposedStep
from server.domain.text import Text
from server.domain.views.overview.proposals import proposal_rows, taken_rows
from tests.builders import Story
from tests.domain.proposals.story import proposal, proposed, took


@pytest.mark.row("Q12")
def test_a_row_says_what_it_would_do_in_the_hall_s_own_names() -> None:
    today = Story("1")
    proposed(today, proposal(people=15, without=5.0, after=12.0, mean_wait=-180.0, newcomer=-240.0))
    (row,) = proposal_rows(today.hall)
    assert (row.step, row.counter_name.zh, row.profile_name.zh) == ("open", "2 号窗口", "一柜通")
    assert (row.people, row.without, row.after, row.mean_wait, row.newcomer) == (15, 5.0, 12.0, -180, -240)


def test_what_was_taken_stands_newest_first_with_who_took_it_and_how_it_goes() -> None:
    today = Story("1")
    today.issue()
    switch = proposal(step=ProposedStep.SWITCH, counter="1", profile="all", people=1)
    proposed(today, proposal(), switch)
    took(today, proposal())
    took(today, switch)
    today.serve("1")
    rows = taken_rows(today.hall, {"wang": "王芳"}.__getitem__)
    assert [(r.of.step, r.by, r.in_time, r.judged) for r in rows] == [
        ("switch", "王芳", 1, False),
        ("open", "王芳", 1, False),
    ]


def test_what_was_taken_can_be_taken_back_for_as_long_as_the_hall_says() -> None:
    today = Story("1")
    switch = proposal(step=ProposedStep.SWITCH, counter="1", profile="all")
    proposed(today, switch)
    took(today, switch)
    (row,) = taken_rows(today.hall)
    assert row.undo_until == today.now + timedelta(seconds=today.hall.setup.figures.proposal_undo_seconds)
    today.do(UndoProposal(proposal=row.id, by="wang"))
    (row,) = taken_rows(today.hall)
    assert (row.undone, row.undo_until) == (True, None)


def test_whom_a_proposal_is_about_stands_by_the_number() -> None:
    today = Story("1")
    today.issue()
    number = today.call_and_start("1")
    ticket = today.at_counter("1").id
    slow = proposal(step=ProposedStep.ASSIST, counter="1", profile="quick", ticket=ticket, minutes=3)
    proposed(today, slow)
    (row,) = proposal_rows(today.hall)
    assert (row.number, row.minutes) == (number, 3)


def test_a_place_that_the_set_up_has_lost_still_has_a_word() -> None:
    today = Story("1")
    proposed(today, proposal())
    took(today, proposal())
    made = today.hall.proposals.taken
    assert all(t.proposal.counter == "2" for t in made.values())
    assert taken_rows(today.hall)[0].of.counter_name != Text("", "")
