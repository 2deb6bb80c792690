"""Where a waiting ticket stands on its ladder: what comes next, and when."""

from datetime import timedelta

import pytest

from server.domain.views.ladders import Ladders
from tests.builders import Story, a_config
from tests.care_builders import climb, ladder


@pytest.mark.parametrize(("minutes", "left"), [(16, 4), (19, 1)])
def test_who_is_about_to_pass_a_rung_shows_which_and_when(minutes: int, left: int) -> None:
    story = Story()
    ticket = story.ticket(story.issue())
    climb(story.later(minutes=minutes))
    row = Ladders(story.hall, story.now).of(ticket)
    assert (row.next_act, row.reached, row.case) == ("remedy", ("explain", "pre_alert"), "")
    assert row.next_at is not None
    assert row.next_at - story.now == timedelta(minutes=left)


def test_after_the_last_rung_nothing_comes() -> None:
    story = Story(config=a_config(ladders=(ladder(remedy=60),)))
    ticket = story.ticket(story.issue())
    climb(story.later(minutes=2))
    row = Ladders(story.hall, story.now).of(ticket)
    assert (row.next_act, row.next_at, row.case) == ("", None, "open")
