"""What each queue event makes of the hall and its counters."""

from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import Story


def test_a_counter_keeps_since_when_it_is_what_it_is() -> None:
    story = Story("1")
    story.later(minutes=5).do(c.PauseCounter(counter="1", reason="lunch"))
    paused_at = story.now
    assert story.counter("1").since == paused_at
    story.later(minutes=5).do(c.ChangeProfile(counter="1", profile="all"))
    assert story.counter("1").since == paused_at


def test_a_new_day_counts_what_a_counter_served_anew() -> None:
    story = Story("1")
    story.issue()
    story.serve()
    assert story.counter("1").served == 1
    story.later(days=1).issue()
    assert (story.counter("1").served, story.counter("1").last_ticket) == (0, None)


def test_suspended_services_stay_suspended_over_night() -> None:
    story = Story()
    story.do(c.SuspendService(service="bill", reason=Text("系统慢", "System slow")))
    story.later(days=1).issue("advice")
    assert "bill" in story.hall.suspended
