"""The paper a customer at a counter waits for."""

import pytest

from server.domain.equipment.commands import RecordSlip, ReprintSlip
from server.domain.guidance import commands as gc
from server.domain.hall import SlipState
from server.domain.views.clerk.clerk_paper import clerk_paper
from tests.builders import Story
from tests.domain.views.clerk.test_counter import shown


@pytest.mark.row("B09")
def test_the_clerk_sees_a_notice_that_did_not_come_out_though_its_holder_s_number_has_ended() -> None:
    story = Story("4")
    ticket = story.issue("change")
    story.call_and_start("4")
    story.do(gc.GiveNotice(ticket=ticket, missing=(0,), printer="P1", by="s4", where="4"))
    paper = shown(story, "4").paper
    code = next(iter(story.hall.guidance.notices))
    assert paper is not None
    assert (paper.number, paper.state, paper.code.replace(" ", "")) == ("C001", "queued", code)
    job = f"{ticket}-paper1-1"
    for state in (SlipState.SENDING, SlipState.UNKNOWN):
        story.do(RecordSlip(ticket=ticket, job=job, state=state))
    lost = shown(story, "4").paper
    assert lost is not None
    assert lost.state == "unknown"
    story.do(ReprintSlip(ticket=ticket))
    for state in (SlipState.SENDING, SlipState.PRINTED):
        story.do(RecordSlip(ticket=ticket, job=f"{ticket}-paper2-2", state=state))
    assert shown(story, "4").paper is None


def test_a_number_s_slip_is_no_paper_to_wait_for() -> None:
    story = Story("4")
    assert clerk_paper(story.ticket(story.issue("change", printer="P1"))) is None
    assert clerk_paper(None) is None
