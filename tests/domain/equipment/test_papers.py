"""What is owed on paper, and under which job: no job says the code that its paper bears."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.domain.appointments import commands as ac
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.equipment import commands as ec
from server.domain.equipment import events as e
from server.domain.equipment import papers
from server.domain.equipment.papers import called
from server.domain.guidance import commands as gc
from server.domain.hall import SlipState
from tests.builders import MORNING, Story, a_config, names

SLOT = MORNING + timedelta(days=1, minutes=30)


def story() -> Story:
    services = tuple(replace(s, entry=CatalogueEntry(booked=s.id == "change")) for s in a_config().services)
    return Story("4", config=a_config(services=services))


def booked(today: Story, printer: str = "k1") -> str:
    today.do(ac.BookAppointment(service="change", slot=SLOT, printer=printer))
    return next(reversed(today.hall.appointments.booked))


def out(today: Story, *states: SlipState) -> None:
    (paper,) = today.hall.papers.values()
    for state in states:
        today.do(ec.RecordSlip(ticket=paper.id, job=paper.slip.job, state=state))


def queued(today: Story) -> list[e.SlipQueued]:
    return [event for event in today.log if isinstance(event, e.SlipQueued)]


def test_a_paper_without_a_number_has_a_life_of_its_own() -> None:
    today = story()
    code = booked(today)
    (paper,) = today.hall.papers.values()
    assert (paper.number, paper.slip.notice, paper.slip.reprints) == ("03-03 09:30", code, 0)
    assert called(today.hall, code) == paper.number
    assert today.refused(gc.PrintPaper(code=code, printer="k1")) == "slip_coming"
    assert names(today.do(gc.PrintPaper(code=code, printer="k2"))) == ["SlipRerouted"]
    out(today, SlipState.SENDING, SlipState.UNKNOWN)
    assert "notice_failed/03-03 09:30" in today.hall.alerts
    assert names(today.do(gc.PrintPaper(code=code))) == ["SlipQueued", "AlertCleared"]
    (paper,) = today.hall.papers.values()
    assert (paper.slip.printer, paper.slip.reprints) == ("k2", 1)


def test_a_paper_that_is_still_to_come_outlives_the_night_and_others_do_not() -> None:
    today = story()
    booked(today)
    today.later(days=1).issue("bill")
    assert len(today.hall.papers) == 1
    out(today, SlipState.SENDING, SlipState.PRINTED)
    today.later(days=1).issue("bill")
    assert today.hall.papers == {}


def test_what_brings_nobody_any_more_is_not_printed() -> None:
    today = story()
    code = booked(today, printer="")
    assert queued(today) == []
    assert today.refused(gc.PrintPaper(code=code)) == "no_printer"
    today.do(ac.CancelAppointment(code=code))
    assert today.refused(gc.PrintPaper(code=code, printer="k1")) == "not_booked"
    ticket = today.ticket(today.issue("change"))
    assert today.refused(gc.PrintPaper(code=ticket.token, printer="k1")) == "unknown_code"
    today.do(gc.GivePass(ticket=ticket.id, reason="停电"))
    (code,) = today.hall.guidance.notices
    today.later(days=40)
    assert today.refused(gc.PrintPaper(code=code, printer="k1")) == "notice_over"


@pytest.mark.row("B11")
def test_no_job_says_the_code_of_its_paper() -> None:
    """`SlipQueued.job` was made of the notice's code, and stood in logs and exports while it was good."""
    today = story()
    codes = [booked(today)]
    for give in (
        lambda t: gc.GiveNotice(ticket=t, missing=(0,), printer="k1"),
        lambda t: gc.GivePass(ticket=t, reason="停电", printer="k1"),
    ):
        ticket = today.issue("change", printer="k1")
        today.do(give(ticket))
        codes.append(next(reversed(today.hall.guidance.notices)))
        (job,) = [s.job for s in queued(today) if s.notice == codes[-1]]
        for state in (SlipState.SENDING, SlipState.PRINTED):
            today.do(ec.RecordSlip(ticket=ticket, job=job, state=state))
        today.do(ec.ReprintSlip(ticket=ticket))
    jobs = [s.job for s in queued(today)]
    assert len(jobs) == len(set(jobs)) == 7
    tokens = [t.token for t in today.hall.ended.values()]
    assert not [job for job in jobs for secret in (*codes, *tokens) if secret in job]


def test_papers_are_queued_in_one_place() -> None:
    """Which is the next one was written out three times over, and a fourth was on its way."""
    root = Path(papers.__file__).parents[2]
    made = re.compile(r"(?<!class )SlipQueued\(")
    assert {p.name for p in root.rglob("*.py") if made.search(p.read_text("utf-8"))} == {"papers.py"}
