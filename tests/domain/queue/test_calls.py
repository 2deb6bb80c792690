"""The customer at a counter: call, recall, serve, miss, undo, park, send on, one more service."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.hall import ParkKind, Ticket, TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.text import Text
from tests.builders import PRIORITY, Story, names, with_figures

AT_A_COUNTER = (
    c.Recall(counter="1"),
    c.StartService(counter="1"),
    c.FinishTicket(counter="1"),
    c.MarkNoShow(counter="1"),
    c.ReturnToQueue(counter="1"),
    c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY),
    c.TransferTicket(counter="1", to_queue="B"),
    c.AddService(counter="1", service="advice"),
)


def serving(*working: str, service: str = "bill") -> tuple[Story, str]:
    story = Story(*(working or ("1",)))
    ticket = story.issue(service)
    story.later(minutes=2).call_and_start(working[0] if working else "1")
    return story, ticket


@pytest.mark.parametrize("command", AT_A_COUNTER)
def test_nothing_is_done_with_a_customer_who_is_not_there(command: c.Recall) -> None:
    story = Story("1")
    assert story.refused(command) == "counter_idle"
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    assert story.refused(command) == "counter_paused"
    story.do(c.CloseCounter(counter="1"))
    assert story.refused(command) == "counter_closed"


@pytest.mark.parametrize("command", AT_A_COUNTER)
def test_a_key_pressed_for_one_customer_does_not_hit_the_next(command: c.Recall) -> None:
    """C32: two consoles at one counter; the slower one still sees A001."""
    story = Story("1")
    first, _ = story.issue(), story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1", ticket=first))
    assert story.refused(replace(command, ticket="")) in ("moved_on", "counter_idle")  # nobody was seen there
    stale = replace(command, ticket=first)
    assert story.refused(stale) == "moved_on"
    story.call()
    assert story.refused(stale) == "moved_on"
    assert story.refused(replace(command, ticket="of-yesterday")) == "moved_on"
    assert story.counter("1").state == "calling"


def test_a_key_for_the_customer_who_is_there_is_obeyed_and_repeated_hits_nobody() -> None:
    story = Story("1")
    first, second = story.issue(), story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1", ticket=first))
    assert story.refused(c.UndoLast(counter="1", ticket=second)) == "moved_on"
    story.call()
    story.do(c.MarkNoShow(counter="1", ticket=second))
    assert story.refused(c.UndoLast(counter="1", ticket=first)) == "moved_on"
    story.do(c.UndoLast(counter="1", ticket=second))
    assert story.counter("1").ticket == second


# call


@pytest.mark.row("Q25")
def test_a_call_brings_the_customer_to_the_counter_and_says_why() -> None:
    story = Story("1")
    ticket = story.issue()
    (event,) = story.later(minutes=10).do(c.CallNext(counter="1"))
    assert isinstance(event, e.TicketCalled)
    assert (event.number, event.staff, event.kind) == ("A001", "s1", "next")
    assert (event.waited_seconds, event.within_goal) == (600, True)
    assert event.reason == Text("等候最长 10:00", "Longest wait, 10:00")
    assert (story.counter("1").state, story.counter("1").ticket) == ("calling", ticket)


def test_a_wait_a_moment_over_the_goal_is_not_within_it() -> None:
    story = Story("1")
    story.issue()
    (event,) = story.later(seconds=600.001).do(c.CallNext(counter="1"))
    assert isinstance(event, e.TicketCalled)
    assert not event.within_goal
    assert (story.hall.tallies["bill"].called, story.hall.tallies["bill"].within_goal) == (1, 0)


def test_a_counter_calls_only_its_own_queues_and_nobody_when_they_are_empty() -> None:
    story = Story("1")
    story.issue("install")
    assert story.refused(c.CallNext(counter="1")) == "nobody_waiting"
    story.issue("advice")
    assert story.call("1") == "D001"
    assert story.refused(c.CallNext(counter="1")) == "counter_busy"


def test_two_clerks_never_call_one_customer() -> None:
    story = Story("1", "2")
    story.issue()
    story.call("1")
    assert story.refused(c.CallNext(counter="2")) == "nobody_waiting"


@pytest.mark.row("Q18")
def test_complex_business_waits_for_its_desk_alone() -> None:
    story = Story("1", "2", "3", "4", "5")
    story.issue("complex")
    for counter in "1234":
        assert story.refused(c.CallNext(counter=counter)) == "nobody_waiting"
    assert story.call("5") == "F001"


@pytest.mark.row("Q18")
def test_a_dedicated_counter_helps_others_only_when_its_own_line_is_empty() -> None:
    story = Story("5")
    story.issue("bill")
    story.later(minutes=1).issue("install")
    story.later(minutes=1).issue("complex")
    assert story.serve("5") == "F001"
    assert story.serve("5") == "B001"
    assert story.refused(c.CallNext(counter="5")) == "nobody_waiting"


# out of order


def test_a_call_out_of_order_needs_a_reason_and_keeps_it() -> None:
    story = Story("1")
    _, second = story.issue_many(2)
    assert story.refused(c.CallSpecific(counter="1", ticket=second, reason=" ")) == "reason_required"
    (event,) = story.do(c.CallSpecific(counter="1", ticket=second, reason=" fell ill "))
    assert isinstance(event, e.TicketCalled)
    assert (event.kind, event.reason.zh) == ("specific", "指呼：fell ill")
    assert story.at_counter("1").id == second


def test_a_call_by_number_of_whoever_is_next_needs_no_reason_and_is_no_call_out_of_order() -> None:
    story = Story("1")
    first, second = story.issue_many(2)
    assert story.refused(c.CallSpecific(counter="1", ticket=second)) == "reason_required"
    (event,) = story.do(c.CallSpecific(counter="1", ticket=first))
    assert isinstance(event, e.TicketCalled)
    assert (event.kind, event.ticket) == ("next", first)
    assert not event.reason.zh.startswith("指呼")


def test_a_call_out_of_order_may_take_another_queue_but_nobody_who_is_being_served() -> None:
    story = Story("1", "2")
    other, mine = story.issue("install"), story.issue()
    story.do(c.CallSpecific(counter="1", ticket=other, reason="waits for her child"))
    assert story.refused(c.CallSpecific(counter="2", ticket=other, reason="me too")) == "wrong_state"
    assert story.refused(c.CallSpecific(counter="1", ticket=mine, reason="more")) == "counter_busy"
    assert story.refused(c.CallSpecific(counter="3", ticket=mine, reason="here")) == "counter_closed"


# recall and no-show


def test_a_call_is_repeated_three_times_and_then_the_number_is_missed() -> None:
    story = Story("1")
    story.issue()
    story.call()
    heard = [story.later(seconds=20).do(c.Recall(counter="1"))[0] for _ in range(3)]
    assert [event.nth for event in heard if isinstance(event, e.TicketRecalled)] == [1, 2, 3]
    assert story.refused(c.Recall(counter="1")) == "recall_limit"


def test_a_recall_is_a_new_announcement_of_the_same_call() -> None:
    story = Story("1")
    story.issue()
    story.call()
    first = story.at_counter("1").call
    story.later(seconds=20).do(c.Recall(counter="1"))
    again = story.at_counter("1").call
    assert first is not None
    assert again is not None
    assert (again.id, again.at, again.announced_at) == (first.id, first.at, story.now)


def test_who_is_being_served_is_neither_recalled_nor_missed_nor_sent_back_nor_started_again() -> None:
    story, _ = serving("1")
    for command in (c.Recall, c.MarkNoShow, c.ReturnToQueue, c.StartService):
        assert story.refused(command(counter="1")) == "wrong_state"


def test_a_missed_number_frees_the_counter_and_is_counted() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    assert story.ticket(ticket).state is TicketState.NO_SHOW
    assert (story.counter("1").state, story.counter("1").ticket) == ("open_idle", None)
    assert story.hall.tallies["bill"].no_shows == 1


def test_who_is_given_back_waits_at_the_old_place() -> None:
    story = Story("1", "2")
    first, second = story.issue_many(2)
    story.call("1")
    story.later(minutes=1).do(c.ReturnToQueue(counter="1"))
    assert story.ticket(first).leg.counter is None
    assert story.call("2") == story.ticket(first).number
    assert story.call("1") == story.ticket(second).number


# undo


def test_a_no_show_is_taken_back_within_five_seconds() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.later(seconds=5).do(c.UndoLast(counter="1"))
    assert story.at_counter("1").id == ticket
    assert (story.counter("1").state, story.hall.tallies["bill"].no_shows) == ("calling", 0)
    story.do(c.StartService(counter="1"))


def test_a_finish_is_taken_back_and_the_service_goes_on_as_if_it_had_not_been() -> None:
    story, ticket = serving("1")
    before = story.hall.tallies["bill"], story.counter("1").served
    story.later(minutes=3).do(c.FinishTicket(counter="1"))
    story.later(seconds=4).do(c.UndoLast(counter="1"))
    assert (story.hall.tallies["bill"], story.counter("1").served) == before
    assert story.at_counter("1").leg.services_done == ()
    event, *_ = story.later(seconds=6).do(c.FinishTicket(counter="1"))
    assert isinstance(event, e.TicketFinished)
    assert event.handling_seconds == 190
    assert story.ticket(ticket).state is TicketState.FINISHED


def test_after_five_seconds_nothing_is_taken_back() -> None:
    story, _ = serving("1")
    story.do(c.FinishTicket(counter="1"))
    assert story.later(seconds=5.001).refused(c.UndoLast(counter="1")) == "undo_too_late"


def test_there_is_nothing_to_undo_at_a_counter_that_did_nothing_or_went_on() -> None:
    story = Story("1")
    assert story.refused(c.UndoLast(counter="1")) == "nothing_to_undo"
    story.issue_many(2)
    story.serve()
    story.call()
    assert story.refused(c.UndoLast(counter="1")) == "counter_busy"
    story.do(c.ReturnToQueue(counter="1"))
    assert story.refused(c.UndoLast(counter="1")) == "nothing_to_undo"


@pytest.mark.parametrize(
    "sent_away",
    [c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY), c.TransferTicket(counter="1", to_queue="B")],
)
def test_who_was_parked_or_sent_on_is_not_fetched_back(sent_away: c.ParkTicket) -> None:
    story, _ = serving("1")
    story.do(sent_away)
    assert story.refused(c.UndoLast(counter="1")) == "nothing_to_undo"


def test_a_counter_takes_back_only_what_was_done_there() -> None:
    story = Story("1", "2")
    ticket = story.issue()
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))
    story.do(c.RequeueTicket(ticket=ticket))
    story.call("2")
    story.do(c.MarkNoShow(counter="2"))
    assert story.refused(c.UndoLast(counter="1")) == "nothing_to_undo"
    story.do(c.UndoLast(counter="2"))
    assert story.at_counter("2").id == ticket


# service


def test_handling_is_counted_from_start_to_finish_without_the_time_parked() -> None:
    story, ticket = serving("1")
    story.later(minutes=2).do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=7).do(c.ResumeTicket(ticket=ticket, counter="1"))
    event, *_ = story.later(minutes=1).do(c.FinishTicket(counter="1", outcome="returned_missing_items"))
    assert isinstance(event, e.TicketFinished)
    assert (event.handling_seconds, event.services_done) == (180, ("bill",))
    leg = story.ticket(ticket).leg
    assert (leg.outcome, leg.parked_seconds, leg.ended_at) == ("returned_missing_items", 420, story.now)
    assert story.counter("1").served == 1


def test_what_was_done_is_kept_and_must_exist() -> None:
    story, ticket = serving("1")
    assert story.refused(c.FinishTicket(counter="1", services_done=("ghost",))) == "unknown_service"
    story.do(c.FinishTicket(counter="1", services_done=("bill", "invoice")))
    assert story.ticket(ticket).leg.services_done == ("bill", "invoice")


def test_where_arrival_is_confirmed_nobody_is_finished_who_was_only_called() -> None:
    story = Story("1")
    story.issue()
    story.call()
    for command in AT_A_COUNTER:
        if not isinstance(command, (c.Recall, c.StartService, c.MarkNoShow, c.ReturnToQueue)):
            assert story.refused(command) == "wrong_state"


@pytest.mark.parametrize(
    ("command", "last"),
    [
        (c.FinishTicket(counter="1"), "TicketFinished"),
        (c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY), "TicketParked"),
        (c.TransferTicket(counter="1", to_queue="B"), "TicketTransferred"),
        (c.AddService(counter="1", service="advice"), "ServiceAdded"),
        (c.AddService(counter="1", service="advice", here=True), "ServiceAddedHere"),
    ],
)
def test_where_arrival_is_not_confirmed_service_counts_from_the_call(command: c.Recall, last: str) -> None:
    story = Story("1", config=with_figures(confirm_arrival=False))
    story.issue()
    story.call()
    called_at = story.now
    started, ended, *_ = story.later(minutes=4).do(command)
    assert names([started, ended]) == ["ServiceStarted", last]
    assert isinstance(started, e.ServiceStarted)
    assert started.since == called_at
    assert getattr(ended, "handling_seconds", 240) == 240


# sent on


def sent(story: Story, **where: str) -> Ticket:
    ticket = story.at_counter("1").id
    story.do(c.TransferTicket(counter="1", **where))
    return story.ticket(ticket)


def test_who_is_sent_to_another_queue_keeps_number_and_arrival_and_starts_a_new_leg() -> None:
    story, _ = serving("1")
    issued = story.at_counter("1").issued_at
    ticket = sent(story.later(minutes=3), to_queue="C")
    assert (ticket.number, ticket.issued_at, ticket.place_at) == ("A001", issued, issued)
    assert (ticket.state, ticket.leg.queue, ticket.leg.service) == (TicketState.WAITING, "C", "change")
    (done,) = ticket.past
    assert (done.outcome, done.counter, done.ended_at) == ("transferred", "1", story.now)


def test_the_wait_before_a_transfer_counts_and_the_service_does_not() -> None:
    story, _ = serving("1")  # waited 2 minutes
    ticket = sent(story.later(minutes=3), to_queue="C")
    assert ticket.wait_at(story.now + timedelta(minutes=4)) == timedelta(minutes=6)


@pytest.mark.parametrize(
    ("position", "order"),
    [
        ("keep_arrival", ["C001", "A001", "C002"]),
        ("first", ["A001", "C001", "C002"]),
        ("last", ["C001", "C002", "A001"]),
    ],
)
def test_the_place_in_the_new_line_is_the_one_asked_for(position: str, order: list[str]) -> None:
    story = Story("1", "4")
    story.issue("change")
    story.later(seconds=1).issue("bill")
    story.later(seconds=1).issue("change")
    story.call_and_start("1")
    sent(story.later(seconds=1), to_queue="C", position=position)
    assert [story.serve("4") for _ in range(3)] == order


def test_who_is_sent_to_a_counter_is_called_there_and_nowhere_else() -> None:
    story, _ = serving("1", "2", "4")
    assert sent(story, to_counter="4").only_counter == "4"
    assert story.refused(c.CallNext(counter="2")) == "nobody_waiting"
    assert story.call("4") == "A001"


def test_who_is_sent_to_a_person_is_called_by_that_person_wherever_she_sits() -> None:
    story, _ = serving("1", "2")
    assert story.refused(c.TransferTicket(counter="1", to_staff="s9")) == "staff_absent"
    story.do(c.OpenCounter(counter="5", staff="s9"))
    assert sent(story, to_staff="s9").only_staff == "s9"
    assert story.refused(c.CallNext(counter="2")) == "nobody_waiting"
    assert story.call("5") == "A001"


def test_nobody_waits_for_a_window_that_has_gone_dark() -> None:
    story, _ = serving("1", "2", "3")
    assert story.refused(c.TransferTicket(counter="1", to_counter="4")) == "counter_closed"
    sent(story, to_counter="3")
    assert story.refused(c.CallNext(counter="2")) == "nobody_waiting"
    story.do(c.CloseCounter(counter="3"))
    assert story.call("2") == "A001"


def test_a_customer_put_back_is_still_bound_to_where_he_was_sent() -> None:
    story, _ = serving("1", "2", "3")
    sent(story, to_counter="3")
    story.call("3")
    story.do(c.ReturnToQueue(counter="3"))
    assert story.refused(c.CallNext(counter="2")) == "nobody_waiting"
    assert story.call("3") == "A001"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({}, "no_such_destination"),
        ({"to_queue": "B", "to_counter": "4"}, "no_such_destination"),
        ({"to_queue": "Z"}, "unknown_queue"),
        ({"to_counter": "9"}, "unknown_counter"),
    ],
)
def test_a_customer_is_sent_to_exactly_one_place_that_exists(where: dict[str, str], code: str) -> None:
    story, _ = serving("1")
    assert story.refused(c.TransferTicket(counter="1", **where)) == code


# one more service


@pytest.mark.row("Q44")
def test_one_more_service_here_goes_on_at_once() -> None:
    story, ticket = serving("1")
    (event,) = story.later(minutes=3).do(c.AddService(counter="1", service="install", here=True))
    assert isinstance(event, e.ServiceAddedHere)
    assert (event.handling_seconds, event.services_done) == (180, ("bill",))
    now = story.at_counter("1")
    assert (now.id, now.state, now.leg.service, now.leg.queue) == (ticket, "serving", "install", "B")
    finished, *_ = story.later(minutes=1).do(c.FinishTicket(counter="1"))
    assert isinstance(finished, e.TicketFinished)
    assert (finished.handling_seconds, finished.services_done) == (60, ("install",))
    assert story.counter("1").served == 2


@pytest.mark.row("Q32")
def test_one_more_service_elsewhere_is_a_further_leg_at_the_place_of_arrival() -> None:
    story, ticket = serving("1", "4")
    story.issue("install")
    story.later(minutes=3).do(c.AddService(counter="1", service="install"))
    assert story.counter("1").state == "open_idle"
    assert story.ticket(ticket).place_at == story.ticket(ticket).issued_at
    assert [g.services_done for g in story.ticket(ticket).past] == [("bill",)]
    assert story.call("4") == "A001"


def test_a_service_nobody_knows_is_not_added() -> None:
    story, _ = serving("1")
    assert story.refused(c.AddService(counter="1", service="ghost")) == "unknown_service"


def test_a_priority_customer_is_told_apart_in_the_reason_of_the_call() -> None:
    story = Story("1")
    story.issue()
    story.issue(priority=PRIORITY)
    story.call()
    call = story.at_counter("1").call
    assert call is not None
    assert call.reason.zh.startswith("优先，第 1 次")
