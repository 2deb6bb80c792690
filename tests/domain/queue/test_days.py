"""The hall-day and the set-up."""

from dataclasses import replace

import pytest

from server.domain.config import HallConfig
from server.domain.hall import CounterState, ParkKind, TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.text import Text
from tests.builders import COUNTERS, MORNING, PROFILES, QUEUES, SERVICES, Story, a_config, names

SLOW = Text("系统慢", "System slow")


def without(kind: str, id_: str) -> HallConfig:
    config = a_config()
    return replace(config, **{kind: tuple(item for item in getattr(config, kind) if item.id != id_)})


def an_evening() -> Story:
    """Somebody in every state a ticket can be left in."""
    story = Story("1", "2", "3", "4")
    for service in ("bill", "bill", "install", "change", "bill", "advice"):
        story.later(seconds=1).issue(service)
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))  # A001
    story.call("1")  # A002
    story.call_and_start("4")  # B001
    story.do(c.ParkTicket(counter="4", kind=ParkKind.DOCUMENTS_HELD))
    story.call_and_start("4")  # C001
    story.do(c.StartFormFilling(ticket=story.numbered("A003").id))
    return story


def test_the_day_ends_for_everybody_with_the_reason() -> None:
    story = an_evening()
    events = story.do(c.CloseDay(reason="closing time"))
    ends = {story.ticket(v.ticket).number: type(v).__name__ for v in events if isinstance(v, e.TicketMoved)}
    expired, ended = "TicketExpired", "TicketEnded"
    assert ends == {
        "A001": expired,
        "A002": ended,
        "A003": expired,
        "B001": ended,
        "C001": ended,
        "D001": expired,
    }
    assert {v.reason for v in events if isinstance(v, (e.TicketExpired, e.TicketEnded))} == {"closing time"}
    assert not story.hall.tickets
    assert {k.state for k in story.hall.counters.values()} == {CounterState.CLOSED}
    assert story.hall.day is None


def test_a_day_that_is_not_open_is_not_closed_and_none_without_a_reason() -> None:
    story = Story()
    assert story.refused(c.CloseDay(reason="over")) == "day_not_open"
    story.issue()
    assert story.refused(c.CloseDay(reason=" ")) == "reason_required"
    story.do(c.CloseDay(reason="over"))
    assert story.refused(c.CloseDay(reason="over")) == "day_not_open"


def test_the_first_number_of_a_day_ends_yesterday_and_is_001_again() -> None:
    story = an_evening()
    events = story.later(days=1).do(c.IssueTicket(service="bill"))
    assert names(events)[-3:] == ["DayClosed", "DayOpened", "TicketIssued"]
    assert {v.reason for v in events if isinstance(v, (e.TicketExpired, e.TicketEnded))} == {"new_day"}
    assert [t.number for t in story.hall.tickets.values()] == ["A001"]
    assert not story.hall.ended
    assert not story.hall.recent
    assert {k.state for k in story.hall.counters.values()} == {CounterState.CLOSED}
    assert story.hall.tallies["bill"].issued == 1


def test_the_first_counter_of_a_day_ends_yesterday_too() -> None:
    story = Story("1")
    story.issue()
    events = story.later(days=1).do(c.OpenCounter(counter="2", staff="s2"))
    assert names(events) == ["TicketExpired", "CounterClosed", "DayClosed", "DayOpened", "CounterOpened"]


def test_a_clock_that_jumps_back_does_not_reopen_a_day_that_is_over() -> None:
    story = Story("1")
    story.later(days=1)
    story.issue()
    story.later(days=-1)
    assert story.ticket(story.issue()).number == "A002"
    assert story.hall.day is not None
    assert story.hall.day.isoformat() == "2026-03-03"


def test_the_day_turns_at_midnight_in_the_hall() -> None:
    story = Story(at=MORNING, config=a_config(hours=None)).at("23:59:59")
    story.issue()
    assert story.ticket(story.later(seconds=0.9).issue()).number == "A002"
    assert story.ticket(story.later(seconds=0.1).issue()).number == "A001"


# set-up


def test_a_wrong_set_up_is_refused_with_its_first_problem() -> None:
    story = Story()
    assert story.refused(c.ConfigureHall(config=a_config(counters=()))) == "config_invalid"


@pytest.mark.parametrize(
    ("config", "allowed"),
    [
        (without("services", "bill"), False),
        (without("services", "invoice"), True),
        (a_config(routing="oldest_first"), True),
        (without("counters", "1"), False),
        (without("counters", "6"), True),
        (without("profiles", "bills"), False),  # counter 6 would have none
    ],
)
def test_nothing_in_use_is_taken_out_of_the_set_up(config: HallConfig, allowed: bool) -> None:
    story = Story("1")
    story.issue("bill")
    if allowed:
        story.do(c.ConfigureHall(config=config))
        assert story.hall.config == config
    else:
        code = story.refused(c.ConfigureHall(config=config))
        assert code in ("config_breaks_ticket", "config_invalid")


def test_a_queue_somebody_waits_in_and_a_counter_somebody_is_sent_to_stay() -> None:
    story = Story("1", "3", "6")
    story.issue("bill")
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="6"))
    story.do(c.CloseCounter(counter="6"))
    assert story.refused(c.ConfigureHall(config=without("counters", "6"))) == "config_breaks_ticket"
    story.issue("complex")
    quick, all_, business, _, bills = PROFILES
    no_high_voltage = a_config(
        queues=QUEUES[:4],
        services=tuple(replace(s, queue="B") if s.queue == "F" else s for s in SERVICES),
        profiles=(quick, all_, business, bills),
        counters=tuple(replace(p, profile="all") if p.id == "5" else p for p in COUNTERS),
    )
    assert story.refused(c.ConfigureHall(config=no_high_voltage)) == "config_breaks_ticket"


def test_a_profile_a_counter_works_by_stays() -> None:
    story = Story()
    story.do(c.OpenCounter(counter="1", profile="business"))
    config = a_config(
        profiles=tuple(p for p in PROFILES if p.id != "business"),
        counters=tuple(replace(p, profile="all") if p.id == "4" else p for p in COUNTERS),
    )
    assert story.refused(c.ConfigureHall(config=config)) == "config_breaks_ticket"


def test_a_business_done_today_stays_until_the_day_is_over() -> None:
    story = Story("1")
    story.issue("invoice")
    story.serve()
    fewer = without("services", "invoice")
    assert story.refused(c.ConfigureHall(config=fewer)) == "config_breaks_ticket"
    story.do(c.CloseDay(reason="over"))
    story.do(c.ConfigureHall(config=fewer))


def test_an_open_counter_keeps_what_it_calls_and_a_closed_one_takes_its_new_furniture() -> None:
    story = Story("1")
    config = a_config(counters=tuple(replace(p, profile="all") for p in COUNTERS))
    story.do(c.ConfigureHall(config=config))
    assert (story.counter("1").profile, story.counter("2").profile) == ("quick", "all")


def test_a_counter_that_is_gone_is_on_no_board_any_more() -> None:
    story = Story("6")
    story.issue()
    story.serve("6")
    story.do(c.CloseCounter(counter="6"))
    story.do(c.SuspendService(service="complex", reason=SLOW))
    story.do(c.ConfigureHall(config=replace(without("counters", "6"), services=SERVICES[:-1])))
    assert "6" not in story.hall.counters
    assert story.hall.recent == ()
    assert story.hall.suspended == {}


# suspended services


def test_a_suspension_needs_a_reason_and_says_until_when() -> None:
    story = Story()
    assert story.refused(c.SuspendService(service="bill", reason=Text("", " "))) == "reason_required"
    story.do(c.SuspendService(service="bill", reason=SLOW, until="11:00"))
    assert (story.hall.suspended["bill"].reason, story.hall.suspended["bill"].until) == (SLOW, "11:00")


def test_what_is_not_suspended_needs_no_restoring() -> None:
    assert Story().do(c.RestoreService(service="bill")) == ()


def test_tickets_already_given_stay_valid_over_a_suspension() -> None:
    story = Story("1")
    ticket = story.issue()
    story.do(c.SuspendService(service="bill", reason=SLOW))
    story.call()
    assert story.ticket(ticket).state is TicketState.CALLED


def test_a_hall_reopened_on_the_same_day_goes_on_counting() -> None:
    story = Story("1")
    story.issue("bill")
    story.do(c.CloseDay(reason="power cut"))
    story.later(minutes=20)
    again = story.issue("bill")
    assert story.ticket(again).number == "A002"
    assert [t.number for t in story.hall.ended.values()] == ["A001"]
