"""What each event of guidance makes of the hall, and what a new day leaves of it."""

from dataclasses import replace
from functools import reduce

import pytest

from server.domain.config.config import EChannel
from server.domain.evolve import evolve
from server.domain.guidance import commands as gc
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.queue.events import TicketIssued
from server.domain.text import Text
from tests.builders import Story, a_config


def test_the_log_alone_rebuilds_what_was_done_at_the_door() -> None:
    today = Story("4")
    today.do(gc.Greet(by="li"))
    ticket = today.issue("change", channel="guide_tablet", by="li")
    today.do(gc.SetPeakMode(on=True, by="wang"))
    today.do(gc.SetRainMode(on=True, by="li"))
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,), by="li"))
    (code,) = today.hall.guidance.notices
    today.do(gc.TakeReturn(code=code, by="kiosk-1"))
    assert reduce(evolve, today.log, Hall()) == today.hall
    assert today.hall.guidance.returned == {today.numbered("C002").id: code}


@pytest.mark.row("Q16")
def test_a_number_typed_for_another_business_counts_against_who_typed_it() -> None:
    """C011 is for a new supply after all, as counter 3 finds: the same number goes on there."""
    today = Story("3").at("09:40")
    ticket = today.issue("change", channel="guide_tablet", by="li")
    number = today.call_and_start("3")
    today.do(c.ChangeService(ticket=ticket, service="install", by="s3"))
    served = today.at_counter("3")
    assert (served.number, served.leg.service, served.service) == (number, "install", "change")
    assert today.hall.guidance.errors == {"li": 1}
    today.do(c.FinishTicket(counter="3"))
    assert today.ticket(ticket).leg.services_done == ("install",)


@pytest.mark.row("Q17")
def test_who_leaves_a_kiosk_for_another_way_is_counted_and_who_does_not_is_on_record() -> None:
    """The hint of the e-channel: accepted once, declined once."""
    way = EChannel(name=Text("微信", "WeChat"))
    services = tuple(replace(s, e_channels=(way,)) if s.id == "bill" else s for s in a_config().services)
    today = Story(config=a_config(services=services))
    ticket = today.issue("bill", offered=True, by="kiosk-1")
    today.do(c.TakeOtherWay(service="bill", by="kiosk-1"))
    assert today.hall.guidance.ways == {"e_channel": 1}
    assert [e.offered for e in today.log if isinstance(e, TicketIssued)] == [True]
    assert today.ticket(ticket).issued_by == "kiosk-1"


def test_a_notice_outlives_the_night_and_a_used_one_does_not() -> None:
    today = Story("4")
    codes = []
    for _ in range(2):
        today.do(gc.GiveNotice(ticket=today.issue("change"), missing=(0,), by="li"))
        codes.append(next(reversed(today.hall.guidance.notices)))
    today.do(gc.TakeReturn(code=codes[0]))
    today.later(days=1).issue()
    assert list(today.hall.guidance.notices) == [codes[1]]
    assert today.hall.guidance.returned == {}


@pytest.mark.row("Q16")
def test_a_business_that_is_put_back_is_no_error_and_a_later_leg_s_is_nobody_s() -> None:
    today = Story("3")
    ticket = today.issue("change", by="kiosk-1")
    for service in ("install", "bill"):
        today.do(c.ChangeService(ticket=ticket, service=service))
    assert today.hall.guidance.errors == {"kiosk-1": 1}
    today.do(c.ChangeService(ticket=ticket, service="change"))
    assert today.hall.guidance.errors == {}
    today.call_and_start("3")
    today.do(c.TransferTicket(counter="3", to_queue="B"))
    today.do(c.ChangeService(ticket=ticket, service="bill"))
    assert today.hall.guidance.errors == {}
