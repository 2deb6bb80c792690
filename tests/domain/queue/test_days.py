"""The hall-day and the set-up."""

from datetime import date

from server.domain.hall import CounterState, ParkKind, TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.days import day_is_over
from tests.builders import MORNING, Story, a_config, names


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
    story.later(seconds=0.1).issue()
    assert story.hall.day == date(2026, 3, 3)


def test_a_hall_reopened_on_the_same_day_goes_on_counting() -> None:
    story = Story("1")
    story.issue("bill")
    story.do(c.CloseDay(reason="power cut"))
    story.later(minutes=20)
    again = story.issue("bill")
    assert story.ticket(again).number == "A002"
    assert [t.number for t in story.hall.ended.values()] == ["A001"]


# the end of the day (§6 16:10–16:46)


def over(story: Story, clock: str) -> str:
    return day_is_over(story.at(clock).hall, story.now)


def test_the_day_ends_by_itself_once_nobody_is_left() -> None:
    story = Story("1").at("16:20")
    story.issue()
    assert over(story, "16:44") == ""
    story.serve()
    assert over(story.at("16:30"), "16:44:59") == ""
    assert over(story, "16:45") == "all_served"


def test_somebody_present_keeps_the_day_open_until_it_is_too_late() -> None:
    story = Story("1").at("16:20")
    story.issue()
    assert over(story, "17:00") == ""
    assert over(story, "19:29:59") == ""
    assert over(story, "19:30") == "after_hours"


def test_somebody_who_never_came_does_not_keep_the_day_open() -> None:
    story = Story("1").at("16:20")
    story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    assert over(story, "16:45") == "all_served"


def test_a_hall_without_hours_ends_its_day_at_midnight_only() -> None:
    story = Story("1", config=a_config(hours=None))
    story.issue()
    assert over(story, "23:59:59") == ""
    story.later(seconds=1)
    assert over(story, "00:00") == "new_day"


def test_a_day_that_is_over_does_not_end_again() -> None:
    assert over(Story(), "20:00") == ""


def test_whoever_is_left_is_ended_with_the_reason() -> None:
    story = Story("1").at("16:20")
    waiting, called = story.issue(), story.issue()
    story.call()
    story.do(c.CloseDay(reason="after_hours"))
    states = {t: story.ticket(t).state for t in (waiting, called)}
    assert set(states.values()) == {TicketState.ENDED_BY_SYSTEM, TicketState.EXPIRED}
    reasons = {e.reason for e in story.log if hasattr(e, "reason") and e.reason}
    assert "after_hours" in reasons
