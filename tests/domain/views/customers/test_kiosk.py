"""What a kiosk shows."""

import pytest

from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.equipment import commands as ec
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.customers.kiosk import KioskService, KioskView, OwnPapers, kiosk
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.parts import TOO_LATE, Until
from tests.builders import PRIORITY, PROOF, Story, a_config, leaves, with_figures


def shown(story: Story, printer: str = "k1") -> KioskView:
    return kiosk(story.hall, story.now, {"A": 780.0}, printer=printer)


def service(story: Story, id_: str) -> KioskService:
    return next(s for s in shown(story).services if s.id == id_)


def test_a_business_shows_its_letter_line_wait_and_papers() -> None:
    story = Story("1")
    story.issue("invoice")
    bill, change = service(story, "bill"), service(story, "change")
    assert (bill.letter, bill.waiting, bill.wait.minutes, bill.served) == ("A", 1, 15, True)
    assert (change.letter, change.served, change.wait.state) == ("C", False, "unknown")
    assert change.materials == (PROOF,)


def test_a_business_nobody_calls_any_more_is_not_served() -> None:
    story = Story("1")
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    assert not service(story, "bill").served


def test_what_may_not_be_served_today_says_so_by_the_futures_and_by_the_minutes_alike() -> None:
    story = Story("1", config=with_figures(near_close_rule="stop"))
    told = {}
    for wait in (
        Until(300, 600),
        Until(300, 600, "", True),
        Until(300, 600, "", True, True),
        TOO_LATE,
        36_000.0,
    ):
        view = kiosk(story.hall, story.now, {"A": wait}, printer="")
        told[wait] = next(s.near_close for s in view.services if s.id == "bill")
    assert list(told.values()) == ["", "warn", "stopped", "stopped", "stopped"]


def test_a_suspended_business_says_why_and_until_when() -> None:
    story = Story("1")
    story.do(c.SuspendService(service="bill", reason=Text("系统慢", "System slow"), until="11:00"))
    assert service(story, "bill").suspended == Text("系统慢", "System slow")
    assert service(story, "bill").suspended_until == "11:00"
    assert service(story, "invoice").suspended is None


def test_a_kiosk_knows_whether_the_hall_is_open() -> None:
    states = [shown(Story().at(clock)).hours.state for clock in ("08:03", "08:30", "16:29", "16:30")]
    assert states == ["not_yet_open", "open", "open", "closed"]


def test_a_kiosk_shows_its_printer_and_the_newest_slip_of_it_only() -> None:
    story = Story()
    assert (shown(story).printer, shown(story, "").printer) == ("ok", "none")
    first = story.issue(printer="k1")
    story.later(seconds=5).issue(printer="k2")
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="paper_out"))
    story.do(ec.RecordSlip(ticket=first, job=f"{first}-1", state=SlipState.HELD, detail="paper_out"))
    view = shown(story)
    assert (view.printer, view.printer_detail) == ("down", "paper_out")
    assert view.slip is not None
    assert (view.slip.number, view.slip.state, view.slip.detail) == ("A001", "held", "paper_out")
    assert shown(story, "").slip is None


def test_a_kiosk_tells_nothing_of_who_waits() -> None:
    story = Story("1")
    story.issue(printer="k1", priority=PRIORITY, priority_reason="pregnant")
    story.call()
    said = dict(leaves(shown(story)))
    assert not {"token", "priority", "priority_reason", "staff"} & said.keys()
    assert "pregnant" not in map(str, said.values())
    assert not any("token-" in str(value) or value == "s1" for _, value in leaves(shown(story)))


@pytest.mark.row("Q38")
def test_a_kiosk_knows_what_companies_bring_instead_and_of_no_segment_it_does_not_offer() -> None:
    company = Segment(id="company", name=Text("企业客户", "Companies"), at_kiosk=True)
    licence = Text("营业执照", "Licence")
    rules = (
        SegmentRule(id="r1", segment="company", service="change", queue="B", materials=(licence,)),
        SegmentRule(id="r2", segment="company", service="bill", queue="B"),  # the same papers as everybody
        SegmentRule(id="r3", segment="vip", service="", materials=(licence,)),
    )
    segments = (company, Segment(id="vip", name=Text("贵宾", "VIP")))
    story = Story(config=a_config(segments=segments, segment_rules=rules))
    (offered,) = shown(story).segments
    assert (offered.id, offered.papers) == (
        "company",
        (OwnPapers(service="change", materials=(licence,)),),
    )
    ticket = story.ticket(story.issue("change", segment="company"))
    assert ticket_view(story.hall, ticket, {}).materials == (licence,)  # the number and the phone


def test_a_kiosk_knows_the_pace_and_the_keys_of_a_switch() -> None:
    plain = shown(Story())
    assert (plain.scan_seconds, plain.space_moves) == (3, False)
    slow = shown(Story(config=with_figures(scan_seconds=8, space_moves=True)))
    assert (slow.scan_seconds, slow.space_moves) == (8, True)
