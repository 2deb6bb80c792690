"""The hall's clock is settled: times go on from another moment, waits and numbers stay right (C05, C06)."""

from datetime import date, datetime, timedelta

import pytest

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.queue import events as e
from tests.builders import MORNING, Story, a_config, leaves, names

AGES = timedelta(days=1800)


def settled(story: Story, to: datetime, since: datetime | None = None, by: str = "1001") -> e.ClockSettled:
    (event,) = story.do(c.SettleClock(to=to.timestamp(), since=since and since.timestamp(), by=by))
    assert isinstance(event, e.ClockSettled)
    story.now = to
    return event


def moments(hall: Hall) -> list[datetime]:
    kept = ("tickets", "ended", "counters", "recent", "devices", "alerts", "care", "opinion")
    parts = (getattr(hall, slot) for slot in kept)
    return [value for part in parts for _, value in leaves(part) if isinstance(value, datetime)]


@pytest.mark.parametrize("ahead", [timedelta(hours=8), timedelta(days=1), AGES])
def test_a_hall_in_the_future_comes_back_and_nothing_of_it_stays_ahead(ahead: timedelta) -> None:
    story = Story("1", "2", config=a_config(hours=None))
    story.issue_many(3)
    story.call_and_start("1")
    story.now += ahead
    wrong_since = story.now
    story.issue_many(2)
    story.call("2")
    story.later(seconds=40)
    back = story.now - ahead
    event = settled(story, back, since=wrong_since)
    assert (event.was - event.at, story.hall.at) == (ahead, back)
    assert all(moment <= back for moment in moments(story.hall))
    assert all(timedelta(0) <= t.wait_at(back) <= timedelta(minutes=2) for t in story.hall.tickets.values())
    assert story.hall.epoch == 2


@pytest.mark.parametrize("ahead", [timedelta(days=1), AGES])
def test_numbers_of_the_real_day_do_not_come_twice(ahead: timedelta) -> None:
    story = Story(config=a_config(hours=None))
    given = [story.ticket(i).number for i in story.issue_many(5)]
    for ticket in list(story.hall.tickets):
        story.do(c.CancelTicket(ticket=ticket))
    story.now += ahead
    story.issue_many(2)  # a day that is not: these two cannot be helped
    settled(story, story.now - ahead, since=story.now - timedelta(minutes=5))
    assert story.hall.day == date(2026, 3, 2)
    assert story.ticket(story.issue()).number == "A006"
    assert "A006" not in given
    story.later(days=1)
    for ticket in list(story.hall.tickets):
        story.do(c.CancelTicket(ticket=ticket))
    assert story.ticket(story.issue()).number == "A001", "the day after is a day like any other"


def test_a_clock_that_was_behind_goes_on_and_no_wait_leaps() -> None:
    story = Story("1", config=a_config(hours=None))
    since = story.now - timedelta(seconds=1)
    waiting = story.issue()
    story.later(minutes=3)
    settled(story, story.now + timedelta(hours=5), since=since)
    assert story.ticket(waiting).wait_at(story.now) == timedelta(minutes=3)


def test_who_waited_before_the_clock_went_wrong_keeps_the_whole_wait() -> None:
    """A power cut of twenty minutes; the box came back with the time of the cut, and is put right."""
    story = Story("1")
    waiting = story.issue()
    story.later(minutes=10)
    settled(story, story.now + timedelta(minutes=20), since=story.now - timedelta(minutes=1))
    assert story.ticket(waiting).wait_at(story.now) == timedelta(minutes=30)


def test_a_closed_day_of_the_future_is_forgotten() -> None:
    story = Story("1")
    story.issue()
    story.now += AGES
    story.issue()
    story.do(c.CloseDay(reason="x"))
    settled(story, MORNING + timedelta(minutes=5))
    assert (story.hall.day, story.hall.numbered_on) == (None, date(2026, 3, 2))
    assert story.ticket(story.issue()).number == "A002"


def test_the_service_that_comes_back_at_noon_still_does() -> None:
    story = Story()
    until = c.SuspendService(service="bill", reason=a_config().services[0].name, until="12:00")
    story.do(until)
    noon = story.hall.suspended["bill"].ends_at
    story.now += timedelta(hours=2)
    settled(story, story.now - timedelta(hours=2), since=story.now - timedelta(hours=1))
    assert story.hall.suspended["bill"].ends_at == noon


def test_nothing_is_settled_where_nothing_is_off_unless_somebody_says_so() -> None:
    story = Story()
    assert story.do(c.SettleClock(to=story.now.timestamp() + 1)) == ()
    assert names(story.do(c.SettleClock(to=story.now.timestamp(), by="1001"))) == ["ClockSettled"]
