"""The life of a slip is a table."""

import pytest

from server.domain.equipment import commands as ec
from server.domain.equipment.lifecycle import SLIP
from server.domain.hall import SlipState
from tests.builders import Story

S = SlipState
WAY_TO = {
    S.QUEUED: (),
    S.HELD: (S.HELD,),
    S.SENDING: (S.SENDING,),
    S.PRINTED: (S.SENDING, S.PRINTED),
    S.SENT: (S.SENDING, S.SENT),
    S.UNKNOWN: (S.SENDING, S.UNKNOWN),
    S.DROPPED: (S.DROPPED,),
}


def test_every_state_has_a_row() -> None:
    assert SLIP.keys() == WAY_TO.keys() == set(SlipState)


def test_what_may_be_on_paper_is_the_end_of_the_job() -> None:
    assert {state for state, after in SLIP.items() if not after} == {
        S.PRINTED,
        S.SENT,
        S.UNKNOWN,
        S.DROPPED,
    }
    assert {state for state, after in SLIP.items() if S.SENDING in after} == {S.QUEUED, S.HELD}


@pytest.mark.parametrize("state", SlipState)
@pytest.mark.parametrize("news", SlipState)
def test_a_slip_moves_exactly_as_the_table_says(state: SlipState, news: SlipState) -> None:
    story = Story()
    ticket = story.issue(printer="k1")
    for step in WAY_TO[state]:
        story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=step))
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=news, detail="new"))
    slip = story.ticket(ticket).slip
    assert slip is not None
    assert slip.state is (news if news in SLIP[state] else state)
