"""A hall that is open through midnight changes its day and sends nobody away (C08)."""

from datetime import date

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.config.figures import Figures
from server.domain.hall import CounterState, TicketState
from server.domain.queue import commands as c
from server.domain.queue.days import turns
from server.domain.queue.midnight import back_to
from tests.builders import Story, a_config, names

OPEN = a_config(hours=None)
TOMORROW = date(2026, 3, 3)


def before_midnight(served: int = 1, waiting: int = 3) -> Story:
    """23:59:30; A001 is being served at counter 1."""
    story = Story("1", "2", config=OPEN).at("23:59:00")
    story.issue_many(served + waiting)
    for _ in range(served):
        story.call_and_start("1")
    return story.at("23:59:30")


def turned(story: Story) -> Story:
    story.later(seconds=31)
    assert turns(story.hall, story.now)
    assert names(story.do(c.TurnDay())) == ["DayOpened"]
    return story


def test_nobody_is_ended_by_midnight_and_no_counter_closed() -> None:
    """C08."""
    story = turned(before_midnight())
    assert story.hall.day == TOMORROW
    assert story.at_counter("1").number == "A001"
    assert story.at_counter("1").state is TicketState.SERVING
    assert [t.number for t in story.hall.waiting()] == ["A002", "A003", "A004"]
    assert story.counter("2").state is CounterState.OPEN_IDLE
    story.do(c.FinishTicket(counter="1"))
    assert story.call("1") == "A002"


def test_the_board_keeps_who_is_at_a_counter_and_lets_go_of_who_has_left() -> None:
    story = before_midnight(waiting=2)
    story.do(c.FinishTicket(counter="1"))
    story.call("1")
    turned(story)
    assert [(call.number, call.counter) for call in story.hall.recent] == [("A002", "1")]


def test_the_series_goes_on_until_nobody_of_it_is_here() -> None:
    story = turned(before_midnight())
    assert story.ticket(story.issue()).number == "A005"
    for _ in range(5):
        if story.counter("1").ticket:
            story.do(c.FinishTicket(counter="1"))
        if any(story.hall.waiting()):
            story.call_and_start("1")
    assert not story.hall.tickets
    assert [story.ticket(story.issue()).number for _ in range(3)] == ["A001", "A002", "A003"]


def test_what_was_given_today_is_not_given_again() -> None:
    """A005 was given at 00:01 by the old series; today's own leaves it out when it comes there."""
    story = turned(before_midnight())
    story.issue()
    story.do(c.FinishTicket(counter="1"))
    while any(story.hall.waiting()):
        story.serve()
    assert [story.ticket(story.issue()).number for _ in range(6)] == [
        "A001",
        "A002",
        "A003",
        "A004",
        "A006",
        "A007",
    ]


def test_every_letter_goes_on_while_anybody_of_yesterday_is_here_and_all_begin_anew_together() -> None:
    """C08: a board on which one letter began anew and others did not is read as a fault."""
    story = before_midnight()
    story.issue("install")
    story.do(c.CancelTicket(ticket=story.numbered("B001").id))
    turned(story)
    assert story.ticket(story.issue("install")).number == "B002"
    assert story.ticket(story.issue()).number == "A005"
    story.do(c.FinishTicket(counter="1"))
    for _ in range(3):
        story.serve("1")  # A002 to A004, the last of yesterday
    assert {t.number for t in story.hall.tickets.values()} == {"B002", "A005"}
    assert story.ticket(story.issue()).number == "A001"
    assert story.ticket(story.issue("install")).number == "B001"


def test_a_missed_number_that_cannot_come_back_holds_up_no_series() -> None:
    story = before_midnight(served=0, waiting=2)
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))  # A001
    turned(story)
    story.serve("1")  # A002
    assert story.ticket(story.issue()).number == "A003", "A001 may still come back"
    given = []
    for _ in range(6):
        story.serve("1")
        given.append(story.ticket(story.issue()).number)
    assert given == ["A004", "A005", "A006", "A007", "A002", "A008"], "A001 is held, A003 was given today"


def test_a_hall_that_nobody_stayed_in_begins_every_letter_anew() -> None:
    story = before_midnight(waiting=0)
    story.do(c.FinishTicket(counter="1"))
    turned(story)
    assert story.ticket(story.issue()).number == "A001"


def test_a_series_that_never_rests_begins_anew_at_its_end() -> None:
    story = Story("1", config=a_config(hours=None, figures=Figures(series_limit=6))).at("23:59:00")
    story.issue_many(5)
    turned(story.at("23:59:30"))
    assert story.ticket(story.issue()).number == "A006"
    assert story.refused(c.IssueTicket(service="bill")) == "numbers_exhausted", "A001 to A006 are all held"
    story.call_and_start("1")
    story.do(c.FinishTicket(counter="1"))
    assert story.ticket(story.issue()).number == "A001"


def test_no_number_is_held_twice_over_many_midnights() -> None:
    story = Story("1", config=OPEN)
    for _ in range(30):
        story.later(minutes=250)
        story.issue_many(3)
        story.call_and_start("1")
        story.do(c.FinishTicket(counter="1"))
        held = [t.number for t in story.hall.tickets.values()]
        assert len(held) == len(set(held))


def test_a_missed_number_may_come_back_after_midnight_and_goes_when_it_may_not() -> None:
    story = before_midnight(served=0, waiting=9)
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))  # A001
    turned(story)
    missed = story.numbered("A001")
    assert missed.state is TicketState.NO_SHOW
    for _ in range(6):
        story.serve()
    assert story.refused(c.RequeueTicket(ticket=missed.id)) == "requeue_too_late"
    story.later(days=1)
    assert "TicketExpired" in names(story.do(c.TurnDay()))


def test_a_restored_number_lets_no_more_pass_than_before() -> None:
    story = before_midnight(served=0, waiting=5)
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))
    story.do(c.RequeueTicket(ticket=story.numbered("A001").id))
    turned(story)
    assert [story.serve() for _ in range(4)] == ["A002", "A003", "A004", "A001"]


def test_care_knows_who_is_still_here() -> None:
    story = before_midnight()
    waiting = story.numbered("A002").id
    story.do(cc.GiveWater(ticket=waiting))
    turned(story)
    assert waiting in story.hall.care.watered
    assert not any(isinstance(event, ce.CaseMissed) for event in story.log)


def test_a_hall_with_hours_ends_its_day_as_ever() -> None:
    story = Story("1").at("16:00")
    story.issue()
    story.later(days=1)
    assert not turns(story.hall, story.now)
    assert names(story.do(c.OpenCounter(counter="2", staff="s2")))[:3] == [
        "TicketExpired",
        "CounterClosed",
        "DayClosed",
    ]


def test_while_the_time_is_not_proven_no_day_begins_and_none_who_came_today_is_sent_away() -> None:
    story = Story("1")
    story.issue()
    story.later(days=1).sure = False
    came = story.issue()
    assert story.ticket(came).number == "A002"
    assert story.hall.day == date(2026, 3, 2)
    assert len(story.hall.tickets) == 2
    story.sure = True
    assert turns(story.hall, story.now)
    assert names(story.do(c.TurnDay())) == ["TicketExpired", "DayOpened"]
    assert list(story.hall.tickets) == [came]
    assert story.counter("1").state is CounterState.OPEN_IDLE


def test_a_day_that_had_not_come_yet_gives_its_numbers_to_the_one_that_is() -> None:
    story = Story("1")
    story.issue_many(4)
    story.later(days=2)
    story.issue_many(2)
    hall = back_to(story.hall, date(2026, 3, 2))
    assert (hall.numbered_on, hall.day, hall.issued["A"]) == (date(2026, 3, 2), date(2026, 3, 2), 4)
    assert back_to(hall, date(2026, 3, 5)) is hall
