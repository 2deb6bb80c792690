"""A service that cannot be had for a while (5.1, C12)."""

from datetime import timedelta

import pytest

from server.domain.hall import TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.suspending import over
from server.domain.text import Text
from tests.builders import Story, a_config, names

SLOW = Text("系统慢", "System slow")


def suspended(until: str, clock: str = "10:00", **hall: object) -> Story:
    story = Story("1", config=a_config(**hall)).at(clock)
    story.do(c.SuspendService(service="bill", reason=SLOW, until=until))
    return story


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


@pytest.mark.parametrize("until", ["00:01", "10:00", "2026-03-01 18:00"])
def test_a_time_that_is_past_is_refused(until: str) -> None:
    """C12: until "00:01" at noon."""
    story = Story().at("12:00")
    assert story.refused(c.SuspendService(service="bill", reason=SLOW, until=until)) == "until_past"


@pytest.mark.parametrize("until", ["soon", "25:00", "18:60", "6pm", "2026-02-30 10:00", "9999-12-31 24:00"])
def test_a_time_that_nobody_can_read_is_refused(until: str) -> None:
    assert Story().refused(c.SuspendService(service="bill", reason=SLOW, until=until)) == "until_unclear"


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("9999-12-31 10:00", "until_too_far"),
        ("2099-12-31 10:00", "until_too_far"),
        ("2027-03-03 10:01", "until_too_far"),
        ("2027-03-03 10:00", None),
    ],
)
def test_nothing_is_suspended_for_longer_than_a_year(until: str, code: str | None) -> None:
    """C12: until 9999-12-31. What is shut for good is taken out of the set-up."""
    story = Story().at("10:00")
    ask = c.SuspendService(service="bill", reason=SLOW, until=until)
    if code is None:
        story.do(ask)
        assert story.hall.suspended["bill"].until == until
        return
    assert story.refused(ask) == code


def test_it_ends_by_itself_on_the_second() -> None:
    story = suspended("11:00")
    issue = c.IssueTicket(service="bill", channel="kiosk")
    assert story.at("10:59:59").refused(issue) == "service_suspended"
    assert over(story.hall, story.now) == ()
    assert names(story.at("11:00").do(issue))[-1] == "TicketIssued"
    assert over(story.hall, story.now) == ("bill",)


def test_it_is_over_the_next_day_too() -> None:
    """C12: until 18:00; the next day at 10:00."""
    story = suspended("18:00").later(days=1)
    assert over(story.hall, story.now) == ("bill",)
    (restored,) = story.do(c.RestoreService(service="bill"))
    assert isinstance(restored, e.ServiceRestored)
    assert restored.by_itself
    assert story.issue("bill")


def test_it_lasts_over_midnight_where_a_day_is_named() -> None:
    story = suspended("2026-03-03 01:30", clock="22:00", hours=None)
    assert story.refused(c.IssueTicket(service="bill")) == "service_suspended"
    story.now += timedelta(hours=3, minutes=29)
    assert story.refused(c.IssueTicket(service="bill")) == "service_suspended"
    story.now += timedelta(minutes=1)
    assert story.issue("bill")


def test_without_an_end_it_lasts_until_somebody_restores_it() -> None:
    story = suspended("").later(days=3)
    assert story.refused(c.IssueTicket(service="bill")) == "service_suspended"
    (restored,) = story.do(c.RestoreService(service="bill"))
    assert isinstance(restored, e.ServiceRestored)
    assert not restored.by_itself
