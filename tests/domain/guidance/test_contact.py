"""E11: who met a visit first answers for it, through every transfer."""

import pytest

from server.domain.guidance import commands as gc
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Way
from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from tests.builders import Story


@pytest.mark.row("E11")
def test_a_guide_s_number_stays_the_guide_s_after_two_transfers() -> None:
    today = Story("3", "4")
    ticket = today.issue("change", channel="guide_tablet", by="li")
    today.call_and_start("3")
    today.do(c.TransferTicket(counter="3", to_queue="B"))
    today.call_and_start("4")
    today.do(c.TransferTicket(counter="4", to_counter="3"))
    assert first_contact(today.hall, today.ticket(ticket)) == "li"


def test_a_kiosk_s_number_is_of_whoever_meets_its_holder_first() -> None:
    today = Story("3", "4")
    prepared, served, nobody = today.issue("change"), today.issue("change"), today.issue("change")
    today.do(gc.Divert(way=Way.FORM_DESK, ticket=prepared, by="zhao"))
    today.call_and_start("3")
    today.do(c.TransferTicket(counter="3", to_queue="B"))
    today.call_and_start("4")
    assert first_contact(today.hall, today.ticket(prepared)) == "zhao"
    assert first_contact(today.hall, today.ticket(served)) == "s3"
    assert first_contact(today.hall, today.ticket(nobody)) == ""


def test_whoever_meets_them_later_or_takes_them_up_again_takes_over_from_nobody() -> None:
    today = Story("3", "4")
    ticket = today.issue("change")
    today.call_and_start("3")
    today.do(c.ParkTicket(counter="3", kind=ParkKind.CUSTOMER_AWAY))
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,), leaves=False, by="li"))
    today.do(c.ResumeTicket(ticket=ticket, counter="4"))
    today.do(c.TransferTicket(counter="4", to_queue="B"))
    assert first_contact(today.hall, today.ticket(ticket)) == "s3"
