"""What staff at the door see alike: steps, the other ways a ticket could go, terminals and their health."""

from dataclasses import replace

import pytest

from server.domain.care.commands import ExplainWait
from server.domain.config.figures import Figures
from server.domain.config.pieces.business import EChannel
from server.domain.config.pieces.catalogue import BlankForm, CatalogueEntry, Terminal
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.clerk.counter import counter
from server.domain.views.customers.kiosk import kiosk
from server.domain.views.door import (
    StepRow,
    door_day,
    door_services,
    papers_for,
    segment_name,
    steps_of,
    terminal_rows,
    terminals_at,
    ways_for,
)
from server.domain.views.guides.guide import guide
from server.domain.views.guides.standing import standing
from server.routing import fair_share
from tests.builders import Story, a_config, names

ID_CARD, FORM = Text("身份证复印", "Copy of the ID card"), Text("表单", "Form")
PRICE = Text("电价", "Price")
LICENCE = Text("营业执照", "Business licence")
COMPANY = Segment(id="company", name=Text("企业", "Company"), at_kiosk=True)
VIP = Segment(id="vip", name=Text("贵宾", "VIP"), priority=True)
ONE = Terminal(id="t1", name=Text("1 号自助终端", "Terminal 1"), zone="east", services=("bill",))
TWO = Terminal(id="t2", name=Text("2 号自助终端", "Terminal 2"), zone="west", services=("bill", "invoice"))
ENTRIES = {
    "install": CatalogueEntry(steps=(ID_CARD, FORM), forms=(BlankForm(name=Text("申请表", "Form")),)),
    "advice": CatalogueEntry(enquiry=True, topics=(PRICE,)),
}
CHANNELS = {"invoice": (EChannel(name=Text("网上国网", "The app")),)}


def story(*working: str, confirm_arrival: bool = True) -> Story:
    services = tuple(
        replace(s, entry=ENTRIES.get(s.id, s.entry), e_channels=CHANNELS.get(s.id, ()))
        for s in a_config().services
    )
    rule = SegmentRule(id="r1", segment="company", service="install", materials=(LICENCE,))
    config = a_config(
        services=services,
        terminals=(ONE, TWO),
        segments=(COMPANY, VIP),
        segment_rules=(rule,),
        figures=Figures(confirm_arrival=confirm_arrival),
    )
    return Story(*working, config=config)


@pytest.mark.row("Q13")
def test_in_peak_mode_the_tablet_lists_who_need_not_wait_the_oldest_first() -> None:
    today = story().at("10:00")
    bills = [today.later(seconds=5).issue("bill") for _ in range(9)]
    today.issue("change")
    today.at("10:05").do(gc.SetPeakMode(on=True, by="wang"))
    seen = guide(today.hall, today.now, {})
    assert seen.peak
    assert [r.id for r in seen.rows if "self_service" in r.ways] == bills
    assert [r.ways for r in seen.rows][-1] == ()


@pytest.mark.row("Q13")
def test_each_way_that_suits_a_ticket_is_known() -> None:
    today = story()
    for service in ("bill", "invoice", "install", "advice", "change"):
        today.later(seconds=1).issue(service)
    ways = [r.ways for r in guide(today.hall, today.now, {}).rows]
    assert ways == [("self_service",), ("self_service", "e_channel"), ("prepared",), ("answered",), ()]


@pytest.mark.row("Q19")
def test_a_terminal_out_of_order_is_offered_by_no_screen_until_it_is_mended() -> None:
    today = story("1").at("08:50")
    ticket = today.issue("invoice")
    today.call_and_start("1")
    today.do(gc.ReportTerminal(terminal="t2", works=False, detail="缺纸", by="wang"))

    def offered() -> list[tuple[str, ...]]:
        desk = counter(today.hall, today.now, {}, counter_id="1", pick=fair_share.pick)
        assert desk.ticket is not None
        shown = {s.id: s for s in kiosk(today.hall, today.now, {}, printer="").services}
        at_door = {s.id: s for s in door_services(today.hall)}
        lists = (desk.ticket.terminals, shown["invoice"].terminals, at_door["invoice"].terminals)
        return [tuple(t.id for t in terminals) for terminals in lists]

    assert today.ticket(ticket).at_counter == "1"
    assert offered() == [(), (), ()]
    assert [t.id for t in terminals_at(today.hall, "bill")] == ["t1"]
    (good, bad) = terminal_rows(today.hall)
    assert (good.works, good.since, good.detail) == (True, None, "")
    assert (bad.works, bad.since, bad.detail) == (False, today.now, "缺纸")
    today.do(gc.ReportTerminal(terminal="t2", works=True, by="wang"))
    assert offered() == [("t2",), ("t2",), ("t2",)]


@pytest.mark.row("Q23")
def test_steps_done_while_waiting_are_ticked_at_the_call() -> None:
    today = story("4").at("09:05")
    ticket = today.issue("install")
    today.at("09:11").do(gc.TickStep(ticket=ticket, step=0, by="li"))
    half = (StepRow(name=ID_CARD, done=True), StepRow(name=FORM, done=False))
    assert steps_of(today.hall, today.ticket(ticket)) == half
    (row,) = guide(today.hall, today.now, {}, {"": "", "li": "李敏"}.__getitem__).rows
    assert (row.steps, row.ways, row.owner) == (half, ("prepared",), "李敏")
    today.do(gc.TickStep(ticket=ticket, step=1, by="li"))
    assert ways_for(door_services(today.hall)[2], steps_of(today.hall, today.ticket(ticket))) == ()
    today.call("4")
    desk = counter(today.hall, today.now, {}, counter_id="4", pick=fair_share.pick)
    assert desk.ticket is not None
    assert [step.done for step in desk.ticket.steps] == [True, True]


@pytest.mark.row("Q38")
def test_a_company_is_told_what_a_company_brings() -> None:
    today = story("4")
    ticket = today.ticket(today.issue("install", segment="company"))
    assert ticket.number == "B001"
    assert papers_for(today.hall.setup, ticket) == (LICENCE,)
    assert segment_name(today.hall.setup, ticket) == COMPANY.name
    today.later(seconds=1).issue("install")
    assert [r.papers for r in guide(today.hall, today.now, {}).rows] == [(LICENCE,), ()]
    assert segment_name(today.hall.setup, replace(ticket, segment="gone")) == Text("gone", "")
    today.call("4")
    desk = counter(today.hall, today.now, {}, counter_id="4", pick=fair_share.pick)
    assert desk.ticket is not None
    assert (desk.ticket.materials, desk.ticket.segment_name) == ((LICENCE,), COMPANY.name)


@pytest.mark.row("Q38")
def test_a_kiosk_offers_those_segments_alone_that_the_hall_lets_it() -> None:
    today = story()
    assert [s.id for s in kiosk(today.hall, today.now, {}, printer="").segments] == ["company"]
    assert [s.id for s in guide(today.hall, today.now, {}).segments] == ["company", "vip"]


@pytest.mark.row("Q29")
@pytest.mark.row("B20")
def test_an_enquiry_shows_its_topics_at_the_counter() -> None:
    today = story("1")
    today.issue("advice")
    today.call_and_start("1")
    desk = counter(today.hall, today.now, {}, counter_id="1", pick=fair_share.pick)
    assert desk.ticket is not None
    assert desk.ticket.topics == (PRICE,)
    assert (desk.can.divert, desk.can.change_service) == ("", "")


@pytest.mark.row("Q15")
def test_who_was_called_is_sent_another_way_where_arrivals_are_not_confirmed() -> None:
    today = story("1", confirm_arrival=False)
    ticket = today.issue("bill")
    today.call("1")
    sent = gc.Divert(way=Way.SELF_SERVICE, ticket=ticket, terminal="t1", where="1")
    happened = names(today.do(sent))
    assert happened[:3] == ["CustomerDiverted", "ServiceStarted", "TicketFinished"]
    assert today.ticket(ticket).has_ended


@pytest.mark.row("Q16")
def test_what_it_turns_out_to_be_is_said_while_the_customer_is_served_and_the_number_stays() -> None:
    today = story("3", confirm_arrival=False)
    ticket = today.issue("change", channel="guide_tablet", by="li")
    today.call("3")
    assert names(today.do(c.ChangeService(ticket=ticket, service="install"))) == [
        "ServiceStarted",
        "ServiceChanged",
    ]
    assert (today.ticket(ticket).number, today.ticket(ticket).leg.service) == ("C001", "install")
    assert today.ticket(ticket).at_counter == "3"
    assert today.hall.guidance.errors == {"li": 1}


@pytest.mark.row("B09")
def test_who_comes_back_is_told_by_words_on_every_list() -> None:
    """A notice that brought somebody back, and what was prepared meanwhile, are known before the call."""
    today = story("4")
    went = today.issue("install")
    today.do(gc.GiveNotice(ticket=went, also="户口本", by="li"))
    (code,) = today.hall.guidance.notices
    today.later(seconds=60).do(gc.TakeReturn(code=code, by="kiosk"))
    back = today.numbered("B002").id
    today.do(gc.TickStep(ticket=back, step=0, by="li"))
    today.later(seconds=5).issue("install")
    first, other = guide(today.hall, today.now, {}).rows
    assert (first.came_with, [p.zh for p in first.owed]) == ("missing", ["户口本"])
    assert (other.came_with, other.owed) == ("", ())
    desk = counter(today.hall, today.now, {}, counter_id="4", pick=fair_share.pick)
    assert [(r.came_with, r.prepared) for r in desk.next] == [("missing", 1), ("", 0)]
    assert [(r.came_with, r.prepared) for r in desk.waiting] == [("missing", 1), ("", 0)]
    today.call("4")
    today.do(c.MarkNoShow(counter="4"))
    missed = counter(today.hall, today.now, {}, counter_id="4", pick=fair_share.pick).missed
    assert [(r.came_with, r.prepared) for r in missed] == [("missing", 1)]
    stands = standing(today.hall, today.ticket(back), today.now, {})
    assert (stands.came_with, [p.zh for p in stands.owed], stands.steps[0].done) == (
        "missing",
        ["户口本"],
        True,
    )
    home = standing(today.hall, today.hall.ended[went], today.now, {}).notice
    assert home is None  # used


@pytest.mark.row("T20")
def test_the_day_at_the_door_is_counted() -> None:
    today = story()
    ticket = today.issue("install", channel="guide_tablet", by="li")
    today.do(gc.Greet(by="li"))
    today.do(gc.Divert(way=Way.SELF_SERVICE, service="bill", by="li"))
    today.do(gc.Divert(way=Way.ANSWERED, service="advice", by="wang"))
    today.do(gc.TickStep(ticket=ticket, step=0, by="li"))
    today.do(ExplainWait(ticket=ticket, by="li"))
    day = door_day(today.hall)
    assert (day.greeted, day.issued, day.prepared, day.explained) == (1, 1, 1, 1)
    assert [(w.way, w.n) for w in day.ways] == [("self_service", 1), ("answered", 1)]
    assert [(p.person, p.n) for p in day.people] == [("li", 4), ("wang", 1)]
    assert door_day(today.hall) is guide(today.hall, today.now, {}).today
