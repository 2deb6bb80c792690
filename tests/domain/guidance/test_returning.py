"""Told once, finished in two visits: the notice, the pass, and a fair place for whoever comes back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Kind
from server.domain.hall import TicketState
from server.domain.queue import commands as c
from server.domain.text import Text
from server.packs.hall_file import pack
from tests.builders import PROOF, ZONE, Story, a_config, names

AGENT_S = Text("委托人身份证复印件", "Copy of the principal's ID")
HEAD_START = 600


def story(*working: str) -> Story:
    services = tuple(
        replace(s, entry=CatalogueEntry(agent_materials=(AGENT_S,))) if s.id == "change" else s
        for s in a_config().services
    )
    return Story(*working, config=a_config(services=services))


def given_notice(today: Story, ticket: str, **more: object) -> str:
    today.do(gc.GiveNotice(ticket=ticket, **{"missing": (0,), "by": "s4", **more}))  # type: ignore[arg-type]
    return next(reversed(today.hall.guidance.notices))


@pytest.mark.row("B09")
def test_who_lacks_a_paper_is_told_once_and_comes_back_to_a_fair_place() -> None:
    today = story("4").at("09:05")
    ticket = today.issue("change")
    today.call_and_start("4")
    events = today.do(gc.GiveNotice(ticket=ticket, missing=(0,), printer="P1", by="s4", where="4"))
    assert names(events)[:3] == ["NoticeGiven", "SlipQueued", "TicketFinished"]
    assert events[2].outcome == "returned_missing_items"  # type: ignore[attr-defined]
    ((code, notice),) = today.hall.guidance.notices.items()
    assert (notice.missing, notice.last_day) == ((PROOF,), date(2026, 4, 1))
    today.later(days=10)
    others = today.issue_many(3, "change", every=120)
    back = today.later(seconds=1).do(gc.TakeReturn(code=code.lower(), by="kiosk"))
    assert names(back)[-1] == "NoticeUsed"
    came = today.numbered("C004")
    assert (came.came, came.service) == ("return", "change")
    today.do(c.OpenCounter(counter="4", staff="s4"))
    assert today.call("4") == came.number  # within ten minutes of the others, so before them
    assert today.refused(gc.TakeReturn(code=code)) == "notice_used"
    assert {today.ticket(t).state for t in others} == {TicketState.WAITING}


@pytest.mark.row("B09")
def test_c005_lacks_a_proof_and_comes_back_two_days_later_to_a_place_by_the_rule() -> None:
    today = story("4").later(days=130).at("09:05")  # 10 July
    for ticket in today.issue_many(4, "change", every=0):
        today.do(c.CancelTicket(ticket=ticket))
    lacking = today.issue("change")
    today.do(c.OpenCounter(counter="4", staff="s4"))
    assert today.call_and_start("4") == "C005"
    code = given_notice(today, lacking)
    assert (today.hall.guidance.notices[code].number, today.hall.guidance.notices[code].missing) == (
        "C005",
        (PROOF,),
    )
    today.later(days=2).at("10:00")
    longer = today.issue("change")
    today.at("10:11")
    shorter = today.issue("change")
    today.at("10:12").do(gc.TakeReturn(code=code, by="kiosk"))
    assert today.now.astimezone(ZONE).date() == date(2026, 7, 12)
    back = today.numbered("C003")
    assert (back.came, back.service) == ("return", "change")
    today.do(c.OpenCounter(counter="4", staff="s4"))
    order = [today.serve("4", seconds=1) for _ in range(3)]
    assert order == [today.ticket(t).number for t in (longer, back.id, shorter)]


@pytest.mark.row("B10")
def test_power_is_accepted_with_the_id_and_two_papers_are_owed() -> None:
    power = pack("power")
    shop = power.service["install_shop"]
    counter = next(k.id for k in power.counters if shop.queue in power.profile[k.profile].queues)
    today = Story(config=power)
    today.do(c.OpenCounter(counter=counter, staff="s4"))
    ticket = today.issue(shop.id)
    today.call_and_start(counter)
    code = given_notice(today, ticket, missing=(1, 2), leaves=False)
    assert shop.entry.enough == 1
    assert today.ticket(ticket).state is TicketState.SERVING
    assert today.hall.guidance.notices[code].missing == shop.materials[1:3]
    assert len(shop.materials) >= 3


@pytest.mark.row("B02")
def test_an_agent_lacks_an_agent_s_papers_too() -> None:
    today = story("4")
    ticket = today.issue("change")
    code = given_notice(today, ticket, missing=(1,), agent=True)
    assert today.hall.guidance.notices[code].missing == (AGENT_S,)
    assert today.refused(gc.GiveNotice(ticket=today.issue("change"), missing=(1,))) == "nothing_missing"


@pytest.mark.row("B10")
def test_with_enough_papers_the_case_goes_on_and_the_rest_is_owed() -> None:
    today = story("4")
    ticket = today.issue("change")
    today.call_and_start("4")
    code = given_notice(today, ticket, leaves=False, also="户口本")
    assert today.ticket(ticket).state is TicketState.SERVING
    assert [paper.zh for paper in today.hall.guidance.notices[code].missing] == ["产权证", "户口本"]


def test_a_visit_has_one_way_back_and_none_while_its_number_is_good() -> None:
    """A code that works beside the number is a second place in line; eight of them are eight."""
    today = story("4")
    ticket = today.issue("change")
    first, second = (given_notice(today, ticket, leaves=False) for _ in range(2))
    assert [*today.hall.guidance.notices] == [second]
    assert today.refused(gc.TakeReturn(code=first)) == "unknown_notice"
    assert today.refused(gc.TakeReturn(code=second)) == "notice_of_open"
    today.do(c.MarkWalkout(ticket=ticket))
    today.do(gc.TakeReturn(code=second))


def test_who_is_served_after_all_needs_no_way_back() -> None:
    today = story("4")
    ticket = today.issue("change")
    today.call_and_start("4")
    code = given_notice(today, ticket)
    today.later(seconds=3).do(c.UndoLast(counter="4"))
    assert today.ticket(ticket).state is TicketState.SERVING
    assert today.refused(gc.TakeReturn(code=code)) == "unknown_notice"


def test_a_notice_ends_with_its_last_day_and_is_kept_until_then() -> None:
    today = story()
    code = given_notice(today, today.issue("change"))
    today.later(days=30).issue("bill")
    assert code in today.hall.guidance.notices
    today.later(days=1)
    assert today.refused(gc.TakeReturn(code=code)) == "notice_over"
    today.issue("bill")
    assert today.hall.guidance.notices == {}
    assert today.refused(gc.TakeReturn(code=code)) == "unknown_notice"


@pytest.mark.row("B09")
def test_whom_we_could_not_serve_gets_a_pass() -> None:
    today = story("4")
    ticket = today.issue("change")
    assert today.refused(gc.GivePass(ticket=ticket, reason=" ")) == "reason_required"
    today.do(gc.GivePass(ticket=ticket, reason="系统故障", by="li"))
    (notice,) = today.hall.guidance.notices.values()
    assert (notice.kind, notice.reason.zh) == (Kind.PASS, "系统故障")
    assert today.ticket(ticket).has_ended
    today.later(days=1).do(gc.TakeReturn(code=notice.code))
    assert today.numbered("C001").came == "return"


def test_a_return_keeps_the_hall_s_hours() -> None:
    today = story()
    code = given_notice(today, today.issue("change"))
    today.at("19:00")
    assert today.refused(gc.TakeReturn(code=code)) == "hall_closed"
    assert not today.hall.guidance.notices[code].used_by


@pytest.mark.row("B09")
@settings(max_examples=60)
@given(
    gaps=st.lists(st.integers(1, 400), min_size=4, max_size=14),
    returns=st.sets(st.integers(0, 13)),
)
def test_nobody_is_passed_by_more_than_those_who_return_within_the_head_start(
    gaps: list[int], returns: set[int]
) -> None:
    """However many come back: an ordinary customer is passed only by returns of ten minutes behind them."""
    today = story()
    codes = [given_notice(today, today.issue("change")) for _ in gaps]
    ordinary, back = [], []
    for n, gap in enumerate(gaps):
        today.later(seconds=gap)
        if n in returns:
            today.do(gc.TakeReturn(code=codes[n]))
            back.append(today.numbered(f"C{len(codes) + n + 1:03}"))
        else:
            ordinary.append(today.ticket(today.issue("change")))
    today.do(c.OpenCounter(counter="4", staff="s4"))
    order = [today.serve("4", seconds=1) for _ in gaps]
    for ticket in ordinary:
        ahead = order[: order.index(ticket.number)]
        passed = [r for r in back if r.issued_at > ticket.issued_at and r.number in ahead]
        assert all((r.issued_at - ticket.issued_at).total_seconds() <= HEAD_START for r in passed)


@pytest.mark.row("Q38")
def test_a_company_lacks_what_a_company_brings() -> None:
    licence = Text("营业执照", "Business licence")
    rule = SegmentRule(id="r1", segment="company", service="change", materials=(licence,))
    companies = (Segment(id="company", name=Text("企业", "Company")),)
    today = Story("4", config=a_config(segments=companies, segment_rules=(rule,)))
    mine, everybody_s = (
        given_notice(today, today.issue("change", segment=segment)) for segment in ("company", "")
    )
    assert today.hall.guidance.notices[mine].missing == (licence,)
    assert today.hall.guidance.notices[everybody_s].missing == (PROOF,)
