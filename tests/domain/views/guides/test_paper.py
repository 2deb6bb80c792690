"""What a code on a paper is of, on the day it was given and later (B09)."""

import pytest

from server.domain.appointments import commands as ac
from server.domain.guidance import commands as gc
from server.domain.views.guides.paper import PaperFound, paper_found
from tests.builders import Story
from tests.domain.equipment.test_papers import booked, story


def found(today: Story, code: str) -> PaperFound | None:
    return paper_found(today.hall, code, today.now)


@pytest.mark.row("B09")
def test_a_notice_and_a_pass_are_found_until_they_bring_nobody_any_more() -> None:
    today = story()
    ticket = today.issue("change")
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,)))
    (code,) = today.hall.guidance.notices
    today.later(days=1).issue("bill")
    paper = found(today, f"{code[:4]} {code[4:7].lower()}-{code[7:]}")
    assert paper is not None
    assert (paper.code, paper.kind, paper.called, paper.why_not) == (code, "missing", "C001", None)
    today.do(gc.GivePass(ticket=today.issue("change"), reason="停电"))
    other = found(today, next(reversed(today.hall.guidance.notices)))
    assert other is not None
    assert other.kind == "pass"
    today.later(days=40)
    late = found(today, code)
    assert late is not None
    assert late.why_not is not None


def test_an_appointment_is_found_by_its_time_and_a_number_is_no_paper() -> None:
    today = story()
    code = booked(today, printer="")
    paper = found(today, code)
    assert paper is not None
    assert (paper.kind, paper.called, paper.why_not) == ("appointment", "03-03 09:30", None)
    today.do(ac.CancelAppointment(code=code))
    gone = found(today, code)
    assert gone is not None
    assert gone.why_not is not None
    assert found(today, today.ticket(today.issue("change")).token) is None
    assert found(today, "nothing") is None
