"""The hall's tickets sorted once for all screens."""

from server.domain.queue import commands as c
from server.domain.views.glance import glance
from tests.builders import Story


def test_who_waits_stands_the_longest_wait_first_by_queue_and_by_business() -> None:
    story = Story("1")
    for service in ("advice", "bill", "bill"):
        story.later(minutes=1).issue(service)
    seen = glance(story.hall)
    assert [t.number for t in seen.waiting] == [t.number for t in seen.in_line] == ["D001", "A001", "A002"]
    assert [[t.number for t in queue] for queue in seen.by_queue.values()] == [["D001"], ["A001", "A002"]]
    assert [t.number for t in seen.by_service["bill"]] == ["A001", "A002"]
    assert "invoice" not in seen.by_service


def test_who_fills_in_a_form_is_in_line_and_cannot_be_called() -> None:
    story = Story("1")
    first = story.issue()
    story.later(minutes=1).issue()
    story.do(c.StartFormFilling(ticket=first))
    seen = glance(story.hall)
    assert [t.number for t in seen.in_line] == ["A001", "A002"]
    assert [t.number for t in seen.waiting] == ["A002"]


def test_what_goes_on_at_a_counter_leaves_all_lists_as_they_are() -> None:
    story = Story("1")
    story.issue_many(2)
    story.call("1")
    called = glance(story.hall)
    story.do(c.StartService(counter="1"))
    story.do(c.FinishTicket(counter="1"))
    assert glance(story.hall) is called


def test_who_is_called_is_nowhere_and_who_was_missed_is_taken_back() -> None:
    story = Story("1")
    story.issue_many(2)
    story.call("1")
    assert glance(story.hall).taken_back == {"A002"}
    for _ in range(3):
        story.do(c.Recall(counter="1"))
    story.do(c.MarkNoShow(counter="1"))
    seen = glance(story.hall)
    assert [t.number for t in seen.missed] == ["A001"]
    assert seen.taken_back == {"A001", "A002"}


def test_who_was_sent_to_one_counter_is_bound() -> None:
    story = Story("1", "3")
    story.issue()
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="3"))
    assert [t.number for t in glance(story.hall).bound] == ["A001"]


def test_it_is_made_once_for_the_same_tickets() -> None:
    story = Story("1")
    story.issue()
    assert glance(story.hall) is glance(story.hall)
