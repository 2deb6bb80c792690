"""Where a number stands: what is typed, who is found, what can be done and why not."""

import pytest

from server.domain.care import commands as cc
from server.domain.equipment import commands as ec
from server.domain.guidance import commands as gc
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from server.domain.views.guides.standing import Standing, asked_number, standing, standing_of
from tests.builders import Story


def stands(story: Story, ticket: str) -> Standing:
    return standing(story.hall, story.ticket(ticket), story.now, {"A": 300.0}, {"s1": "王芳"}.get)  # type: ignore[arg-type]


def can(story: Story, ticket: str) -> set[str]:
    return {one.command for one in stands(story, ticket).can if one.why_not is None}


def why_not(story: Story, ticket: str, command: str) -> str:
    (found,) = (one.why_not for one in stands(story, ticket).can if one.command == command)
    assert found is not None
    return found.zh


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("A017", ("A", 17)),
        ("a17", ("A", 17)),
        (" A 17 ", ("A", 17)),
        ("Ａ０１７", ("A", 17)),
        ("17", ("", 17)),
        ("A1000", ("A", 1000)),
        ("", None),
        ("AB12", None),
        ("A", None),
        ("A12345", None),
        ("王芳", None),
    ],
)
def test_what_people_type_for_a_number(typed: str, meant: tuple[str, int] | None) -> None:
    assert asked_number(typed) == meant


def test_without_the_letter_every_series_is_looked_through_and_who_is_here_comes_first() -> None:
    story = Story("1")
    gone, here = story.issue("bill"), story.later(seconds=5).issue("install")
    story.do(c.CancelTicket(ticket=gone))
    assert [t.number for t in standing_of(story.hall, "", 1)] == ["B001", "A001"]
    assert [t.id for t in standing_of(story.hall, "B", 1)] == [here]
    assert standing_of(story.hall, "A", 2) == []


def test_who_waits_stands_in_line_and_everything_but_restoring_can_be_done() -> None:
    story = Story()
    story.issue("bill")
    ticket = story.issue("bill", printer="k1")
    found = stands(story.later(minutes=4), ticket)
    assert (found.number, found.state, found.ahead, found.waited_seconds) == ("A002", "waiting", 1, 240.0)
    assert (found.service_name.zh, found.queue_name.zh, found.zone_name.zh) == ("缴费", "缴费", "东区")
    assert found.call is None
    assert found.slip is not None
    assert (found.slip.state, found.slip.reprints) == ("queued", 0)
    everything = {"reprint_slip", "call_specific", "change_service", "mark_walkout", "cancel_ticket"}
    assert can(story, ticket) == everything
    assert why_not(story, ticket, "requeue_ticket") == "A002 现在是“等候”，不能恢复排队"


def test_was_i_called_is_answered_by_counter_clerk_time_and_reason() -> None:
    story = Story("1")
    ticket = story.issue("bill")
    story.later(minutes=6).call("1")
    story.do(c.Recall(counter="1"))
    called = stands(story, ticket).call
    assert called is not None
    assert (called.counter_name.zh, called.staff, called.at, called.recalls) == (
        "1 号窗口",
        "王芳",
        story.now,
        1,
    )
    assert called.reason.zh
    assert stands(story.later(minutes=1), ticket).waited_seconds == 360.0


def test_a_missed_number_can_be_restored_until_too_many_were_called_after_it() -> None:
    """The list a guide had offered to restore numbers that the console called expired."""
    story = Story("1")
    ticket = story.issue("bill")
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))
    assert can(story, ticket) == {"reprint_slip", "requeue_ticket"}
    for _ in range(story.hall.setup.figures.requeue_tolerance + 1):
        story.issue("bill")
        story.serve("1")
    assert can(story, ticket) == set()  # past return its slip would send somebody to wait for nothing
    assert "过号" in why_not(story, ticket, "requeue_ticket")


def test_another_business_is_told_beside_the_one_it_was_taken_for() -> None:
    story = Story()
    ticket = story.issue("bill")
    assert stands(story, ticket).issued_as is None
    story.do(c.ChangeService(ticket=ticket, service="install"))
    found = stands(story, ticket)
    assert (found.service_name.zh, found.issued_as and found.issued_as.zh) == ("新装", "缴费")


def test_whose_visit_is_over_is_still_found_and_nothing_can_be_done_with_the_number() -> None:
    story = Story("1")
    ticket = story.issue("bill", printer="k1")
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=SlipState.SENDING))
    story.do(cc.ExplainWait(ticket=ticket))
    story.serve("1")
    found = stands(story, ticket)
    assert (found.state, found.explained, found.slip and found.slip.state) == ("finished", True, "sending")
    assert can(story, ticket) == set()
    assert why_not(story, ticket, "reprint_slip").startswith("A001 现在是“已办结”，这个号不会再叫，不能补打")


def test_a_notice_can_be_had_again_when_its_holder_has_gone() -> None:
    """B09: it is what they come back with."""
    story = Story("1")
    ticket = story.issue("bill")
    story.do(gc.GiveNotice(ticket=ticket, also="户口本", printer="k1"))
    assert stands(story, ticket).state == "cancelled"
    assert can(story, ticket) == {"reprint_slip"}


def test_what_is_owed_stands_with_its_words_and_gifts_and_goes_step_by_step() -> None:
    """R06, R07: the same two steps as at the console and on the guide's tablet."""
    story = Story("1")
    ticket = story.issue("bill")
    assert stands(story, ticket).remedy is None
    assert not can(story, ticket) & {"offer_remedy", "give_gift", "decline_gift"}
    story.later(minutes=21).do(cc.OpenCase(ticket=ticket))
    owed = stands(story, ticket).remedy
    assert owed is not None
    assert owed.unsettled
    assert not owed.acknowledged
    assert {"offer_remedy", "give_gift", "decline_gift"} <= can(story, ticket)
    story.do(cc.OfferRemedy(ticket=ticket))
    offered = stands(story, ticket).remedy
    assert offered is not None
    assert offered.acknowledged
    story.do(cc.DeclineGift(ticket=ticket))
    assert "补救" in why_not(story, ticket, "give_gift")


@pytest.mark.row("E11")
def test_who_met_a_customer_first_stands_with_the_number() -> None:
    story = Story("1")
    ticket = story.issue("bill", channel="guide_tablet", by="s1")
    assert stands(story, ticket).owner == "王芳"
    assert stands(story, story.issue("bill")).owner == ""


@pytest.mark.row("B09")
def test_what_a_visit_took_home_stands_on_its_page_and_can_be_printed_from_there() -> None:
    story = Story()
    ticket = story.issue("change")
    story.do(gc.GiveNotice(ticket=ticket, missing=(0,)))
    (code,) = story.hall.guidance.notices
    given = standing(story.hall, story.hall.ended[ticket], story.now, {})
    assert given.notice is not None
    assert given.notice.code == code
    assert {one.command for one in given.can if one.why_not is None} == {"reprint_slip"}
