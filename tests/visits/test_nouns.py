"""A visit's newest leg and a leg's newest call."""

from server.domain.queue import commands as c
from tests.builders import Story
from tests.reports.lived import seen


def test_the_last_call_is_the_one_that_counts() -> None:
    story = Story("1", "2")
    story.issue()
    story.later(seconds=10).call("1")
    story.do(c.ReturnToQueue(counter="1"))
    story.later(seconds=10).call("2")
    visit = seen(story)["A001"]
    assert visit.leg is visit.legs[-1]
    assert visit.leg.last_call is visit.leg.calls[1]
    assert [call.counter for call in visit.leg.calls] == ["1", "2"]


def test_a_leg_that_was_never_called_has_no_last_call() -> None:
    story = Story("1")
    story.issue()
    assert seen(story)["A001"].leg.last_call is None
