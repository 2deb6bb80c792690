"""Oldest first: the place in line is all that counts."""

from hypothesis import given
from hypothesis import strategies as st

from server.domain.hall import Counter
from server.domain.line import Line
from server.domain.queue import commands as c
from server.domain.queue.line import eligible, line_of
from server.domain.text import Text
from server.routing import oldest_first
from tests.builders import PRIORITY, Story


def test_whoever_came_first_is_called_first_whatever_the_class() -> None:
    story = Story("1", pick=oldest_first.pick)
    story.issue()
    story.later(seconds=1).issue(priority=PRIORITY)
    story.later(seconds=1).issue("advice")
    assert [story.serve() for _ in range(3)] == ["A001", "A002", "D001"]


def test_the_reason_says_how_long_the_wait_was() -> None:
    story = Story("1", pick=oldest_first.pick)
    story.issue()
    story.later(minutes=18, seconds=5).call()
    call = story.at_counter("1").call
    assert call is not None
    assert call.reason == Text("最早到达，等候 18:05", "First to arrive, waited 18:05")


def test_an_empty_line_has_nobody_to_call() -> None:
    figures = Story().hall.config
    assert figures is not None
    empty = Line(waiting=(), priority_run=0, figures=figures.figures)
    assert oldest_first.pick(empty, Counter(id="1"), Story().now) is None


def test_who_was_sent_on_first_goes_before_those_who_came_earlier() -> None:
    story = Story("1", "4", pick=oldest_first.pick)
    story.issue("install")
    story.later(seconds=9).issue()
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_queue="B", position="first"))
    assert story.call("4") == "A001"


@given(order=st.permutations(range(8)), gaps=st.lists(st.sampled_from([0, 0, 5]), min_size=8, max_size=8))
def test_the_choice_does_not_depend_on_how_the_line_is_listed(order: list[int], gaps: list[int]) -> None:
    story = Story("3", pick=oldest_first.pick)
    for gap, service in zip(gaps, ["bill", "install", "change", "advice"] * 2, strict=True):
        story.later(seconds=gap).issue(service)
    here = story.counter("3")
    waiting = eligible(story.hall, here)
    straight = oldest_first.pick(line_of(story.hall, here, waiting), here, story.now)
    shuffled = oldest_first.pick(line_of(story.hall, here, [waiting[i] for i in order]), here, story.now)
    assert straight == shuffled
