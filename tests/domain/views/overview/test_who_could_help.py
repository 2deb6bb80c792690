"""Who could help a queue (Q12): named, with the least change, and only who gives up nothing."""

from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.overview.who_could_help import Helper, helpers
from tests.builders import Story


def told(story: Story, queue: str) -> tuple[str, bool, str] | None:
    found: Helper | None = helpers(story.hall).get(queue)
    return (found.counter, found.opens, found.profile) if found else None


def test_an_idle_counter_takes_a_queue_on_beside_its_own() -> None:
    """缴费 P90 14 min、新装 0 人：窗口改为一柜通。"""
    assert told(Story("1"), "B") == ("1", False, "all")


def test_a_closed_counter_that_calls_it_anyway_is_opened_before_a_busy_one_is_widened() -> None:
    story = Story("3")
    story.issue("bill")
    story.call("3")
    assert told(story, "A") == ("6", True, "bills")  # the floating one


def test_who_serves_it_already_is_no_help_and_a_dedicated_counter_stays_what_it_is() -> None:
    assert told(Story("1", "2", "3", "4", "5", "6"), "F") is None
    assert told(Story("1", "2", "3", "4", "5", "6"), "A") == ("4", False, "all")


def test_a_counter_that_has_paused_is_not_asked() -> None:
    story = Story("1")
    story.do(c.PauseCounter(counter="1", reason="茶水"))
    found = helpers(story.hall)["B"]
    assert (found.counter, found.counter_name) != ("1", Text("1 号窗口", "Counter 1"))
