"""Calls before others, each with its reason, none with what is private."""

from server.domain.queue import commands as c
from server.reports import out_of_order
from server.reports.report import Share
from tests.builders import PRIORITY, Story
from tests.reports.lived import table


def out_of_turn() -> Story:
    story = Story("1", "2", "3")
    story.issue_many(2)
    story.issue(priority=PRIORITY, priority_reason="孕妇")
    last = story.issue()
    story.do(c.CallSpecific(counter="1", ticket=last, reason="老人不适"))
    story.call("2")
    story.call("3")
    return story


def test_specific_and_priority_calls_are_counted_of_all() -> None:
    (line,) = table(out_of_turn(), out_of_order, "summary")
    assert line["specific_share"] == Share(k=1, n=3)
    assert line["priority_share"] == Share(k=1, n=3)


def test_a_specific_call_is_listed_with_who_and_why() -> None:
    (line,) = table(out_of_turn(), out_of_order, "specific")
    assert (line["number"], line["staff"]) == ("A004", "s1")
    assert "老人不适" in str(line["reason"])


def test_the_private_reason_of_a_priority_is_not_told() -> None:
    (line,) = table(out_of_turn(), out_of_order, "priority")
    assert line["number"] == "A003"
    assert "孕妇" not in str(line)
