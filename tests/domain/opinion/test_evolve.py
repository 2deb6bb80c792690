"""What each event of opinion makes of the hall."""

from server.domain.opinion.commands import Rate
from server.domain.opinion.evolve import REMEMBERED_LEVELS
from tests.builders import Story
from tests.care_builders import finished


def test_of_a_counters_ratings_the_newest_are_remembered() -> None:
    story = Story("1")
    for n in range(REMEMBERED_LEVELS + 3):
        story.issue()
        evaluation = finished(story)
        story.later(seconds=2).do(Rate(counter="1", evaluation=evaluation, level=1 + n % 5))
    assert len(story.hall.opinion.recent_levels["1"]) == REMEMBERED_LEVELS
    assert story.hall.opinion.recent_levels["1"][-1] == 1 + (REMEMBERED_LEVELS + 2) % 5
