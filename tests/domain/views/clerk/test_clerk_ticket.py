"""What a clerk knows of the customer at the counter."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.clerk.counter import ClerkTicket, CounterView, counter
from tests.builders import PRIORITY, PROOF, Story, a_config


def shown(story: Story, at: str = "1") -> CounterView:
    return counter(story.hall, story.now, {}, counter_id=at, pick=story.pick)


def customer(story: Story, at: str = "1") -> ClerkTicket:
    ticket = shown(story, at).ticket
    assert ticket is not None
    return ticket


def test_a_customer_comes_with_wait_reason_and_private_reason() -> None:
    story = Story("3")
    story.issue("change", priority=PRIORITY, priority_reason="pregnant", language="en")
    story.later(minutes=12).call("3")
    here = customer(story, "3")
    assert (here.number, here.state, here.waited_seconds) == ("C001", "called", 720)
    assert (here.over_goal, here.over_threshold) == (True, False)
    assert (here.priority, here.priority_reason, here.language) == (True, "pregnant", "en")
    assert here.materials == (PROOF,)
    assert here.reason.en.startswith("Priority, number 1")


def test_twenty_minutes_are_not_over_the_threshold_and_a_second_more_is() -> None:
    for seconds, over in ((1200, False), (1201, True)):
        story = Story("1")
        story.issue()
        story.later(seconds=seconds).call()
        assert customer(story).over_threshold is over


def test_no_show_is_offered_from_the_second_recall_on() -> None:
    story = Story("1")
    story.issue()
    story.call()
    offered = [customer(story).no_show_offered]
    for _ in range(3):
        story.do(c.Recall(counter="1"))
        offered.append(customer(story).no_show_offered)
    assert offered == [False, False, True, True]


def test_an_earlier_leg_is_shown_to_the_next_clerk() -> None:
    story = Story("1", "4")
    story.issue()
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_queue="C"))
    story.call("4")
    (leg,) = customer(story, "4").past
    assert (leg.service.en, leg.counter, leg.outcome) == ("Pay a bill", "1", "transferred")
    assert customer(story, "4").issued_as.en == "Pay a bill"


@pytest.mark.row("B09")
def test_who_came_back_with_a_notice_is_known_with_what_was_owed() -> None:
    story = Story("4")
    story.issue("change")
    story.call_and_start("4")
    assert customer(story, "4").came_with == ""
    story.do(gc.GiveNotice(ticket=customer(story, "4").id, missing=(0,), by="s4", where="4"))
    code = next(iter(story.hall.guidance.notices))
    story.later(days=1).do(gc.TakeReturn(code=code))
    story.do(c.OpenCounter(counter="4", staff="s4"))
    story.call("4")
    back = customer(story, "4")
    assert (back.came_with, back.owed) == ("missing", (PROOF,))


@pytest.mark.row("E32")
def test_points_are_told_when_all_of_them_were() -> None:
    entry = CatalogueEntry(key_points=(Text("新户主承担电费", "The new holder pays"),))
    services = tuple(replace(s, entry=entry) if s.id == "change" else s for s in a_config().services)
    story = Story("4", config=a_config(services=services))
    ticket = story.issue("change")
    story.call_and_start("4")
    assert not customer(story, "4").points_told
    story.do(gc.TellKeyPoints(ticket=ticket, by="s4"))
    assert customer(story, "4").points_told


@pytest.mark.row("E11")
def test_who_met_a_customer_first_is_named_at_every_later_counter_and_not_to_themselves() -> None:
    story = Story("3", "4")
    story.issue("change", channel="guide_tablet", by="li")
    named = {"li": "李", "s3": "张"}.get
    story.call_and_start("3")
    story.do(c.TransferTicket(counter="3", to_queue="B"))
    story.call_and_start("4")
    view = counter(
        story.hall,
        story.now,
        {},
        counter_id="4",
        pick=story.pick,
        name_of=lambda who: named(who, who),
    )
    assert view.ticket
    assert view.ticket.owner == "李"
    story.do(c.FinishTicket(counter="4"))
    story.issue("change")
    story.call_and_start("3")
    assert customer(story, "3").owner == ""


@pytest.mark.row("Q45")
def test_before_a_customer_is_there_the_clerk_sees_business_wait_and_needs() -> None:
    story = Story("1")
    story.issue("bill", priority=PRIORITY, priority_reason="elderly")
    story.later(minutes=12, seconds=10).call()
    here = customer(story)
    assert (here.number, here.service_name.zh, here.waited_seconds) == ("A001", "缴费", 730)
    assert (here.priority_reason, here.over_goal) == ("elderly", True)


@pytest.mark.row("Q32")
@pytest.mark.row("Q44")
def test_another_business_goes_on_under_the_same_number_with_its_legs_and_its_arrival() -> None:
    story = Story("1", "4")
    ticket = story.issue("bill")
    arrived = story.now
    story.call_and_start("1")
    story.later(minutes=3).do(c.AddService(counter="1", service="change", here=False))
    story.later(minutes=5).call("4")
    here = customer(story, "4")
    assert (here.id, here.number, here.issued_at) == (ticket, "A001", arrived)
    assert [leg.service.zh for leg in here.past] == ["缴费"]
    assert here.service == "change"
