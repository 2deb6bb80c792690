"""Somebody is here with a code: one ask, whatever it is of; near closing it gives no more than any other."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.appointments import commands as ac
from server.domain.areas import RULES
from server.domain.codes import code_of, grouped
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.coming import opened_by, service_wanted
from server.domain.queue import commands as c
from server.domain.queue.asked import WithCode
from server.domain.queue.events import TicketIssued
from tests.builders import MORNING, Story, a_config, names, with_figures

HOUR = 3600.0


def story(**figures: object) -> Story:
    services = tuple(replace(s, entry=CatalogueEntry(booked=s.id == "change")) for s in a_config().services)
    return Story("4", config=replace(with_figures(**figures), services=services))


def a_notice(today: Story, *, gives_pass: bool = False) -> str:
    ticket = today.issue("change")
    today.call_and_start("4")
    asked: gc.GiveNotice | gc.GivePass = gc.GiveNotice(ticket=ticket, missing=(0,), by="s4")
    today.do(gc.GivePass(ticket=ticket, reason="停电", by="s4") if gives_pass else asked)
    return next(reversed(today.hall.guidance.notices))


def an_appointment(today: Story, slot_in: float = 1800) -> str:
    today.do(ac.BookAppointment(service="change", slot=MORNING + timedelta(seconds=slot_in), by="s4"))
    return next(reversed(today.hall.appointments.booked))


@pytest.mark.row("B09")
@pytest.mark.row("Q22")
def test_the_hall_knows_what_a_code_is_of_and_gives_the_number_it_brings() -> None:
    today = story()
    for code, last, came in (
        (a_notice(today), "NoticeUsed", "return"),
        (a_notice(today, gives_pass=True), "NoticeUsed", "return"),
        (an_appointment(today), "AppointmentKept", "appointment"),
    ):
        events = today.do(gc.ComeWithCode(code=f"http://hall/x/#code={grouped(code).lower()}", by="k1"))
        assert names(events)[-1] == last
        issued = next(e for e in events if isinstance(e, TicketIssued))
        assert (issued.came_with, today.ticket(issued.ticket).came) == (came, came)
        assert service_wanted(today.hall, code) == "change"


def test_who_has_a_number_already_is_told_how_it_stands_and_gets_no_other() -> None:
    today = story()
    ticket = today.ticket(today.issue("bill"))
    for typed in (f"http://hall/ticket/#{ticket.token}", ticket.token, code_of(ticket.token).lower()):
        assert opened_by(today.hall, typed) == ticket
        assert today.do(gc.ComeWithCode(code=typed)) == ()
        assert service_wanted(today.hall, typed) == ""


def test_a_code_that_is_of_nothing_is_refused_once_and_in_its_own_words() -> None:
    today = story()
    for typed in ("", "#", "NONESUCH99", "http://hall/ticket/#", "=" * 60):
        assert today.refused(gc.ComeWithCode(code=typed)) == "unknown_code"


def test_what_is_wrong_with_a_known_code_is_said_of_it() -> None:
    today = story()
    code = a_notice(today)
    today.do(gc.ComeWithCode(code=code))
    assert today.refused(gc.ComeWithCode(code=code)) == "notice_used"
    assert today.refused(gc.ComeWithCode(code=an_appointment(today, 2 * HOUR))) == "too_early"


TOO_LATE = 8 * HOUR + 600.5  # from 09:00: past closing, its grace and a return's head start
WAYS = sorted((kind for kind in RULES if issubclass(kind, WithCode)), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", WAYS)
def test_near_closing_no_way_to_a_number_is_left_open(kind: type[WithCode]) -> None:
    """A hall that gives no more numbers gives none for a code either, whichever command brings it."""
    today = story(near_close_rule="stop", return_head_start_seconds=600)
    code = an_appointment(today) if kind is ac.CheckIn else a_notice(today)
    today.at("09:00")
    for wait, refused in ((TOO_LATE - 1, ""), (TOO_LATE, "too_late_today")):
        asked = kind(code=code, expected_wait_seconds=wait - (600 if kind is ac.CheckIn else 0))
        if refused:
            assert today.refused(asked) == refused
            assert "TicketIssued" in names(today.do(replace(asked, channel="guide_tablet")))  # staff may
        else:
            before = today.hall
            assert "TicketIssued" in names(today.do(asked))
            today.hall = before


def test_a_number_without_a_code_is_held_to_the_very_same_end() -> None:
    today = story(near_close_rule="stop").at("09:00")
    late = 8 * HOUR + 1
    assert today.refused(c.IssueTicket(service="bill", expected_wait_seconds=late)) == "too_late_today"
    today.do(c.IssueTicket(service="bill", expected_wait_seconds=late - 1))
