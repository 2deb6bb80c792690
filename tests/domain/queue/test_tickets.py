"""Tickets away from counters: numbers, forms, walk-outs, restoring, coming back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.config.config import EChannel
from server.domain.config.pieces.catalogue import Terminal
from server.domain.hall import ParkKind, TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.builders import PRIORITY, Story, a_config, names, with_figures


def test_numbers_of_a_queue_run_on_and_services_of_one_queue_share_them() -> None:
    story = Story()
    tickets = [story.issue(s) for s in ("bill", "invoice", "install", "bill")]
    assert [story.ticket(t).number for t in tickets] == ["A001", "A002", "B001", "A003"]


def test_after_a999_comes_a1000_and_after_the_limit_nothing() -> None:
    story = Story(config=with_figures(series_start=999, series_limit=1000))
    assert [story.ticket(story.issue()).number for _ in range(2)] == ["A999", "A1000"]
    assert story.refused(c.IssueTicket(service="bill")) == "numbers_exhausted"
    assert story.refused(c.IssueTicket(service="invoice")) == "numbers_exhausted"
    story.issue("advice")


def test_what_a_customer_says_at_the_kiosk_is_on_the_ticket() -> None:
    story = Story()
    ticket = story.ticket(
        story.issue(language="en", segment="business", priority=PRIORITY, priority_reason="pregnant")
    )
    assert (ticket.language, ticket.segment, ticket.channel) == ("en", "business", "kiosk")
    assert (ticket.priority, ticket.priority_reason) == (PRIORITY, "pregnant")
    assert ticket.issued_at == ticket.place_at == ticket.clock_from == ticket.leg.entered_at == story.now


def test_who_does_it_another_way_is_counted_and_comes_into_no_line() -> None:
    """Q17: a diversion is a fact of its own; of a business done here alone nothing is told."""
    config = a_config()
    way = EChannel(name=Text("微信", "WeChat"))
    services = tuple(replace(s, e_channels=(way,) if s.id == "bill" else ()) for s in config.services)
    story = Story(config=replace(config, services=services))
    assert names(story.do(c.TakeOtherWay(service="bill", by="k1"))) == ["OtherWayTaken"]
    assert story.do(c.TakeOtherWay(service="install", by="k1")) == ()
    assert not story.hall.tickets
    assert story.refused(c.TakeOtherWay(service="ghost")) == "unknown_service"


@pytest.mark.row("Q19")
def test_a_terminal_of_the_hall_is_another_way_and_counts_as_self_service() -> None:
    machine = Terminal(id="t1", name=Text("1 号自助终端", "Terminal 1"), zone="east", services=("bill",))
    story = Story(config=a_config(terminals=(machine,)))
    (taken,) = story.do(c.TakeOtherWay(service="bill", by="k1"))
    assert isinstance(taken, e.OtherWayTaken)
    assert taken.way == "self_service"
    assert story.hall.guidance.ways == {"self_service": 1}
    assert story.do(c.TakeOtherWay(service="install", by="k1")) == ()


def test_who_needs_a_moment_lets_three_of_the_queue_pass_and_only_once() -> None:
    """5.10: 稍后 is behind 3; the place is kept, and where nobody stands behind the chance is kept too."""
    story = Story("1")
    mine, *others = [story.issue() for _ in range(5)]
    assert names(story.do(c.GiveWay(ticket=mine))) == ["TicketGaveWay"]
    assert story.refused(c.GiveWay(ticket=mine)) == "gave_way_already"
    called = []
    for _ in range(4):
        called.append(story.call())
        story.do(c.MarkNoShow(counter="1"))
    assert called == ["A002", "A003", "A004", "A001"]
    alone = story.issue()
    story.do(c.CancelTicket(ticket=others[3], by="x"))
    assert story.refused(c.GiveWay(ticket=alone)) == "nobody_behind"
    assert not story.ticket(alone).gave_way
    story.issue()
    story.do(c.GiveWay(ticket=alone))
    assert story.call() != story.ticket(alone).number


def test_who_stands_further_back_lets_three_of_those_behind_pass() -> None:
    story = Story("1")
    waiting = [story.issue() for _ in range(8)]
    story.do(c.GiveWay(ticket=waiting[2]))
    called = []
    for _ in range(6):
        called.append(story.call())
        story.do(c.MarkNoShow(counter="1"))
    assert called == ["A001", "A002", "A004", "A005", "A006", "A003"]


def test_a_slip_is_owed_only_when_a_printer_is_named() -> None:
    story = Story("1")
    assert names(story.do(c.IssueTicket(service="bill"))) == ["TicketIssued"]
    assert names(story.do(c.IssueTicket(service="bill", printer="k1"))) == ["TicketIssued", "SlipQueued"]


@pytest.mark.parametrize("clock", ["08:29:59", "16:30:00", "07:00"])
def test_a_kiosk_gives_no_number_outside_the_hours_but_a_guide_does(clock: str) -> None:
    story = Story().at(clock)
    assert story.refused(c.IssueTicket(service="bill")) == "hall_closed"
    story.issue(channel="guide_tablet")


def test_a_kiosk_gives_numbers_from_the_first_minute_to_the_last() -> None:
    story = Story().at("08:30")
    story.issue()
    story.at("16:29:59").issue()


def test_a_suspended_service_gives_no_number_until_it_is_restored() -> None:
    story = Story("1")
    old = story.issue()
    story.do(c.SuspendService(service="bill", reason=Text("系统慢", "System slow")))
    assert story.refused(c.IssueTicket(service="bill")) == "service_suspended"
    story.issue("invoice")
    assert story.call() == story.ticket(old).number
    story.do(c.RestoreService(service="bill"))
    story.issue("bill")


# served without a number


def test_somebody_without_a_number_gets_one_and_is_served_at_once() -> None:
    story = Story("1")
    events = story.do(c.WalkDirect(counter="1", service="bill"))
    assert names(events) == ["TicketIssued", "TicketCalled", "ServiceStarted"]
    ticket = story.at_counter("1")
    assert (ticket.number, ticket.state, ticket.channel) == ("A001", TicketState.SERVING, "counter")
    assert ticket.leg.waited_seconds == 0
    assert story.ticket(story.issue()).number == "A002"


def test_nobody_is_served_without_a_number_at_a_counter_that_is_taken_or_shut() -> None:
    story = Story("1", "2", config=with_figures(series_limit=2))
    story.issue()
    story.call("1")
    assert story.refused(c.WalkDirect(counter="1", service="bill")) == "counter_busy"
    assert story.refused(c.WalkDirect(counter="3", service="bill")) == "counter_closed"
    story.do(c.PauseCounter(counter="2", reason="lunch"))
    assert story.refused(c.WalkDirect(counter="2", service="bill")) == "counter_paused"
    story.do(c.ResumeCounter(counter="2"))
    story.issue()
    assert story.refused(c.WalkDirect(counter="2", service="bill")) == "numbers_exhausted"


def test_the_first_of_a_new_day_may_have_no_number_and_the_clerk_stays_where_he_is() -> None:
    story = Story("1", "2")
    yesterday = story.issue()
    story.later(days=1).do(c.WalkDirect(counter="1", service="bill"))
    assert story.at_counter("1").number == "A001"
    assert (story.counter("1").staff, story.counter("2").state) == ("s1", "closed")
    assert story.hall.ticket(yesterday) is None


# forms


def test_a_form_filler_is_skipped_softly_and_keeps_the_place() -> None:
    story = Story("1")
    first, second = story.issue_many(2, every=60)
    story.do(c.StartFormFilling(ticket=first))
    assert story.call() == story.ticket(second).number
    story.do(c.MarkNoShow(counter="1"))
    story.later(minutes=4).issue()
    story.do(c.EndFormFilling(ticket=first))
    assert story.call() == story.ticket(first).number


def test_the_wait_goes_on_over_a_form_whose_time_is_shown_apart() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=2).do(c.StartFormFilling(ticket=ticket))
    story.later(minutes=3).do(c.EndFormFilling(ticket=ticket))
    story.later(minutes=1).call()
    leg = story.ticket(ticket).leg
    assert (leg.form_seconds, leg.waited_seconds) == (180, 360)


def test_only_who_waits_fills_in_a_form_and_only_who_fills_in_ends_it() -> None:
    story = Story("1")
    ticket = story.issue()
    assert story.refused(c.EndFormFilling(ticket=ticket)) == "wrong_state"
    story.do(c.StartFormFilling(ticket=ticket))
    assert story.refused(c.StartFormFilling(ticket=ticket)) == "wrong_state"
    assert story.refused(c.CallSpecific(counter="1", ticket=ticket, reason="now")) == "wrong_state"
    assert story.refused(c.CallNext(counter="1")) == "nobody_waiting"


# leaving


@pytest.mark.parametrize("first", [[], [c.StartFormFilling]])
def test_a_walk_out_ends_the_ticket_and_is_counted(first: list[type[c.StartFormFilling]]) -> None:
    story = Story()
    ticket = story.issue()
    for command in first:
        story.do(command(ticket=ticket))
    story.later(minutes=1).do(c.MarkWalkout(ticket=ticket))
    gone = story.ticket(ticket)
    assert (gone.state, gone.leg.ended_at) == (TicketState.WALKOUT, story.now)
    assert gone.leg.outcome
    assert story.hall.tallies["bill"].walkouts == 1
    assert story.refused(c.MarkWalkout(ticket=ticket)) == "wrong_state"


def test_a_cancelled_ticket_stays_cancelled() -> None:
    story = Story("1")
    ticket = story.issue()
    (event,) = story.do(c.CancelTicket(ticket=ticket, by="customer"))
    assert isinstance(event, e.TicketCancelled)
    assert event.by == "customer"
    for command in (
        c.CancelTicket(ticket=ticket),
        c.RequeueTicket(ticket=ticket),
        c.CallSpecific(counter="1", ticket=ticket, reason="please"),
    ):
        assert story.refused(command) == "wrong_state"


def test_a_customer_at_a_counter_neither_walks_out_nor_is_cancelled() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    assert story.refused(c.MarkWalkout(ticket=ticket)) == "wrong_state"
    assert story.refused(c.CancelTicket(ticket=ticket)) == "wrong_state"


# missed and restored


def missed(story: Story, counter: str = "2") -> str:
    ticket = story.issue()
    story.call(counter)
    story.do(c.MarkNoShow(counter=counter))
    return ticket


def test_a031_comes_back_four_numbers_later_after_three_others_and_only_once() -> None:
    """The story of 10:12 to 10:16 in the acceptance scenario."""
    story = Story("2", config=with_figures(series_start=31)).at("10:12")
    ticket = missed(story)
    story.issue_many(12)
    for _ in range(4):
        story.serve("2")
    story.at("10:16:30").do(c.RequeueTicket(ticket=ticket))
    called = [story.serve("2") for _ in range(3)]
    assert called == ["A036", "A037", "A038"]
    assert story.call("2") == "A031"
    story.do(c.MarkNoShow(counter="2"))
    assert story.refused(c.RequeueTicket(ticket=ticket)) == "requeued_already"


def test_a_missed_number_is_lost_after_more_than_five_others() -> None:
    for others, code in ((5, None), (6, "requeue_too_late")):
        story = Story("2")
        ticket = missed(story)
        story.issue_many(others)
        for _ in range(others):
            story.serve("2")
        if code:
            assert story.refused(c.RequeueTicket(ticket=ticket)) == code
        else:
            story.do(c.RequeueTicket(ticket=ticket))


def test_calls_of_another_queue_count_neither_against_a_missed_number_nor_for_it() -> None:
    story = Story("1")
    ticket = missed(story, "1")
    story.issue_many(9, "advice")
    for _ in range(8):
        story.serve("1")
    story.do(c.RequeueTicket(ticket=ticket))
    assert story.ticket(ticket).lets_pass_until == 1 + 3


def test_nobody_sits_idle_for_a_restored_number() -> None:
    story = Story("1")
    ticket = missed(story, "1")
    story.do(c.RequeueTicket(ticket=ticket))
    assert story.call("1") == story.ticket(ticket).number


def test_the_time_away_is_no_waiting() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=4).call("1")
    story.do(c.MarkNoShow(counter="1"))
    story.later(minutes=30).do(c.RequeueTicket(ticket=ticket))
    assert story.ticket(ticket).wait_at(story.now) == timedelta(minutes=4)
    assert story.ticket(ticket).issued_at == story.now - timedelta(minutes=34)


def test_who_was_not_missed_is_not_restored() -> None:
    story = Story()
    assert story.refused(c.RequeueTicket(ticket=story.issue())) == "wrong_state"


# parked and back


def parked(story: Story, counter: str, kind: ParkKind, service: str = "install") -> str:
    ticket = story.issue(service)
    story.call_and_start(counter)
    story.do(c.ParkTicket(counter=counter, kind=kind))
    return ticket


def test_papers_held_bind_a_customer_to_the_counter_that_holds_them() -> None:
    story = Story("3", "4")
    ticket = parked(story, "4", ParkKind.DOCUMENTS_HELD)
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="3")) == "documents_held"
    assert story.refused(c.ResumeTicket(ticket=ticket)) == "documents_held"
    story.do(c.ResumeTicket(ticket=ticket, counter="4"))
    assert story.at_counter("4").id == ticket


@pytest.mark.parametrize("kind", [ParkKind.CUSTOMER_AWAY, ParkKind.WAITING_STEP])
def test_without_papers_any_counter_of_the_business_goes_on(kind: ParkKind) -> None:
    story = Story("1", "3", "4", "5")
    ticket = parked(story, "4", kind)
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="1")) == "not_your_queue"
    story.do(c.ResumeTicket(ticket=ticket, counter="3"))
    assert (story.at_counter("3").id, story.at_counter("3").leg.staff) == (ticket, "s3")


def test_a_counter_that_only_helps_the_business_may_go_on_with_it() -> None:
    story = Story("4", "5")
    ticket = parked(story, "4", ParkKind.CUSTOMER_AWAY)
    story.do(c.ResumeTicket(ticket=ticket, counter="5"))
    assert story.at_counter("5").id == ticket


def test_a_customer_does_not_come_back_to_a_counter_that_is_taken_or_shut() -> None:
    story = Story("3", "4")
    ticket = parked(story, "4", ParkKind.CUSTOMER_AWAY)
    story.issue("install")
    story.call("3")
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="3")) == "counter_busy"
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="2")) == "counter_closed"
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="9")) == "unknown_counter"
    story.do(c.PauseCounter(counter="4", reason="lunch"))
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="4")) == "counter_paused"


def test_who_is_not_parked_is_not_resumed() -> None:
    story = Story("4")
    assert story.refused(c.ResumeTicket(ticket=story.issue(), counter="4")) == "wrong_state"


def test_back_into_the_line_is_back_at_its_head() -> None:
    story = Story("3", "4")
    first, *_ = story.issue_many(3, "install")
    story.call_and_start("4")
    story.do(c.ParkTicket(counter="4", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=10).do(c.ResumeTicket(ticket=first))
    assert story.call("3") == story.ticket(first).number


def test_neither_service_nor_parking_was_waiting() -> None:
    story = Story("4")
    ticket = story.issue("install")
    story.later(minutes=2).call_and_start("4")
    story.later(minutes=5).do(c.ParkTicket(counter="4", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=20).do(c.ResumeTicket(ticket=ticket))
    assert story.ticket(ticket).wait_at(story.now) == timedelta(minutes=2)
    assert story.ticket(ticket).leg.parked_seconds == 20 * 60


def test_a_parked_ticket_can_be_cancelled() -> None:
    story = Story("4")
    ticket = parked(story, "4", ParkKind.CUSTOMER_AWAY)
    story.do(c.CancelTicket(ticket=ticket))
    assert story.ticket(ticket).park is None
    assert story.refused(c.ResumeTicket(ticket=ticket, counter="4")) == "wrong_state"


def test_a_number_is_not_given_twice_though_a_letter_moves_to_another_queue() -> None:
    story = Story()
    old = story.ticket(story.issue("bill")).number
    bills, new, *others = a_config().queues
    swapped = (
        type(bills)(id="A", letter="B", name=bills.name, zone="east"),
        type(new)(id="B", letter="A", name=new.name, zone="west"),
        *others,
    )
    story.do(ConfigureHall(config=a_config(queues=swapped)))
    assert old == "A001"
    assert story.ticket(story.issue("install")).number == "A002"


# another business


def test_a_number_taken_for_the_wrong_business_changes_line_and_keeps_its_place() -> None:
    """Q16: C011 came for 新装; who came later waits behind it there, and its wait goes on."""
    story = Story("4")
    ticket = story.issue("change")
    later = story.later(minutes=3).issue("install")
    (changed,) = story.later(minutes=1).do(c.ChangeService(ticket=ticket, service="install"))
    assert isinstance(changed, e.ServiceChanged)
    assert (changed.was, changed.service, changed.queue) == ("change", "install", "B")
    now = story.ticket(ticket)
    assert (now.number, now.service, now.leg.service, now.leg.queue) == ("C001", "change", "install", "B")
    assert now.wait_at(story.now) == timedelta(minutes=4)
    assert [story.serve("4") for _ in range(2)] == ["C001", story.ticket(later).number]


def test_within_a_queue_nothing_moves_but_the_business() -> None:
    story = Story("1")
    ticket = story.issue("bill")
    before = story.ticket(ticket)
    story.do(c.ChangeService(ticket=ticket, service="invoice"))
    after = story.ticket(ticket)
    assert after.leg.service == "invoice"
    assert (after.leg.queue, after.place_at, after.clock_from) == ("A", before.place_at, before.clock_from)
    assert story.do(c.ChangeService(ticket=ticket, service="invoice")) == ()


def test_in_another_queue_nobody_is_kept_for_a_counter_that_is_not_of_it() -> None:
    story = Story("1", "2", "4")
    ticket = story.issue("bill")
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="2"))
    story.do(c.ChangeService(ticket=ticket, service="install"))
    assert story.ticket(ticket).only_counter is None
    assert story.call("4") == "A001"


def test_who_is_at_a_counter_or_has_gone_changes_nothing() -> None:
    story = Story("1")
    ticket = story.issue("bill")
    form = story.issue("bill")
    story.do(c.StartFormFilling(ticket=form))
    assert names(story.do(c.ChangeService(ticket=form, service="advice"))) == ["ServiceChanged"]
    assert story.ticket(form).state is TicketState.FORM_FILLING
    story.call("1")
    assert story.refused(c.ChangeService(ticket=ticket, service="advice")) == "wrong_state"
    assert story.refused(c.ChangeService(ticket=form, service="nothing")) == "unknown_service"
    assert story.refused(c.ChangeService(ticket="ghost", service="advice")) == "unknown_ticket"
    story.do(c.SuspendService(service="install", reason=Text("停电", "No power")))
    assert story.refused(c.ChangeService(ticket=form, service="install")) == "service_suspended"
