"""Who customers are: what a set-up may say of it, and which rule holds."""

from dataclasses import replace

import pytest

from server.domain.config.config import HallConfig, Segment, SegmentRule
from server.domain.config.soundness.soundness import problems
from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import PRIORITY, Story, a_config

COMPANY = Segment(id="company", name=Text("企业客户", "Companies"))
VIP = Segment(id="vip", name=Text("贵宾", "VIP"), priority=True)
LICENCE = Text("营业执照", "Licence")
RULES = (
    SegmentRule(id="r1", segment="company", service="change", queue="B", materials=(LICENCE,)),
    SegmentRule(id="r2", segment="vip", service="", queue="F"),
    SegmentRule(id="r3", segment="vip", service="bill", queue="A"),
)
CONFIG = a_config(segments=(COMPANY, VIP), segment_rules=RULES)


@pytest.mark.row("Q38")
def test_a_company_waits_elsewhere_and_brings_other_papers() -> None:
    today = Story(config=CONFIG)
    theirs = today.ticket(today.issue("change", segment="company"))
    assert (theirs.number, theirs.leg.queue) == ("B001", "B")
    assert today.ticket(today.issue("change")).number == "C001"
    rule = CONFIG.rule_for("company", "change")
    assert rule is not None
    assert rule.materials == (LICENCE,)


@pytest.mark.row("Q37")
def test_a_vip_is_called_to_the_room_and_first_among_few() -> None:
    today = Story("5", config=CONFIG)
    today.issue("complex")
    guest = today.ticket(today.later(seconds=30).issue("bill", segment="vip"))
    assert (guest.number, guest.priority) == ("F002", PRIORITY)
    assert today.call("5") == "F002"


def test_the_first_rule_that_fits_holds_and_without_a_segment_none_does() -> None:
    assert CONFIG.rule_for("vip", "bill") == RULES[1]
    assert CONFIG.rule_for("", "bill") is None
    assert CONFIG.rule_for("nobody", "bill") is None


@pytest.mark.row("Q39")
def test_one_person_has_one_number_for_a_business_at_a_time_in_a_hall_that_wants_it_so() -> None:
    figures = replace(CONFIG.figures, one_ticket_a_person=True)
    today = Story("1", config=replace(CONFIG, figures=figures))
    first = today.issue("bill", person="hash")
    again = c.IssueTicket(service="bill", person="hash")
    assert today.refused(again) == "waits_already"
    today.issue("bill", person="other")
    today.issue("change", person="hash")
    today.do(c.MarkWalkout(ticket=first))
    today.do(again)
    free = Story(config=CONFIG)
    free.issue_many(2, "bill")
    assert len(free.hall.tickets) == 2


@pytest.mark.parametrize(
    ("config", "where"),
    [
        (replace(CONFIG, segments=(COMPANY, COMPANY), segment_rules=()), "segments[1].id"),
        (replace(CONFIG, segments=(replace(COMPANY, id="x y"),), segment_rules=()), "segments[0].id"),
        (
            replace(CONFIG, segments=(replace(COMPANY, name=Text("", "C")),), segment_rules=()),
            "segments[0].name",
        ),
        (replace(CONFIG, segment_rules=(replace(RULES[0], segment=""),)), "segment_rules[0].segment"),
        (replace(CONFIG, segment_rules=(replace(RULES[0], id="x y"),)), "segment_rules[0].id"),
        (replace(CONFIG, segment_rules=(RULES[0], RULES[0])), "segment_rules[1].id"),
        (
            replace(CONFIG, segment_rules=(SegmentRule(id="r5", segment="vip", service="x"),)),
            "segment_rules[0].service",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(config: HallConfig, where: str) -> None:
    assert [p.where for p in problems(config)] == [where]


def test_segments_that_are_whole_have_no_problems() -> None:
    assert problems(CONFIG) == []
