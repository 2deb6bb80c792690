"""What a routing policy is shown and what it answers."""

from server.domain.hall import Counter
from server.domain.line import Choice
from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import Story

WHY = Text("最后来的", "The last to come")


def test_a_policy_sees_the_line_the_counter_and_the_time_and_its_reason_is_kept() -> None:
    story = Story("1", pick=lambda line, counter, now: Choice(line.waiting[-1], WHY))
    story.issue_many(3)
    assert story.call("1") == "A003"
    call = story.at_counter("1").call
    assert call is not None
    assert call.reason == WHY


def test_a_policy_that_chooses_nobody_means_that_nobody_is_called() -> None:
    seen: list[tuple[str, int]] = []

    def nobody(line: object, counter: Counter, now: object) -> None:
        seen.append((counter.id, 1))

    story = Story("1", pick=nobody)
    story.issue()
    assert story.refused(c.CallNext(counter="1")) == "nobody_waiting"
    assert seen == [("1", 1)]
