"""A counter's view as the hall makes it, read by the keypad."""

from datetime import timedelta

from server.domain.queue import commands as c
from tests.builders import PRIORITY, Story
from tests.care_builders import over_wait
from tests.keypad.booth import Booth, a_booth


def test_everything_the_four_lines_need_is_read() -> None:
    story = Story("1")
    story.issue(priority=PRIORITY)
    story.issue_many(2)
    booth = Booth(story)
    booth.press("Enter", "+", "+")
    here = booth.seen.view
    assert here
    assert (here.name.zh, here.business.zh, here.staff) == ("1 号窗口", "缴费咨询", "s1")
    assert (here.waiting, here.next, here.confirm_arrival) == (2, "A002", True)
    customer = here.customer
    assert customer
    assert (customer.number, customer.service.en, customer.priority) == ("A001", "Pay a bill", True)
    assert (customer.recalls, customer.no_show_offered, customer.unsettled) == (2, True, False)
    assert customer.started_at is None
    booth.press("Enter")
    assert booth.seen.view
    assert booth.seen.view.customer
    assert booth.seen.view.customer.started_at == story.now


def test_what_can_be_undone_is_read_with_its_end() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter", "Enter")
    assert booth.seen.view
    undo = booth.seen.view.undo
    assert undo
    assert (undo.number, undo.what, undo.until) == (
        "A001",
        "finished",
        booth.story.now + timedelta(seconds=5),
    )


def test_a_remedy_is_open_until_it_is_settled() -> None:
    story, _ = over_wait()
    booth = Booth(story)
    booth.press("Enter")
    assert booth.seen.view
    assert booth.seen.view.customer
    assert booth.seen.view.customer.unsettled
    assert booth.seen.view.customer.over


def test_more_people_than_the_list_holds_are_counted_by_the_queues() -> None:
    assert a_booth(39).seen.view.waiting == 39  # type: ignore[union-attr]
    assert a_booth(55).seen.view.waiting == 55  # type: ignore[union-attr]


def test_a_recall_is_another_moment_and_a_longer_queue_is_not() -> None:
    booth = a_booth()
    booth.press("Enter")
    before = booth.seen.view
    booth.story.issue()
    booth.push()
    assert before
    assert booth.seen.view
    assert booth.seen.view.moment == before.moment
    booth.story.do(c.Recall(counter="1"))
    booth.push()
    assert booth.seen.view.moment != before.moment
