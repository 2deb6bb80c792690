"""C02: a hall that is back from a copy never gives a number that may be on somebody's paper."""

from datetime import timedelta

import pytest

from server.domain.config.figures import Figures
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.commands import GoOnRestored, IssueTicket
from server.domain.queue.events import HallRestored
from server.domain.queue.restoring import A_MINUTE, first_ordinal, forgotten_ticket
from server.routing import fair_share
from tests.builders import MORNING, Story, a_config


def back(story: Story, *, last: int = 0) -> int:
    """Bring the hall of the story back now; returns the first ordinal."""
    story.do(GoOnRestored(epoch=story.hall.epoch + 1, last=last))
    assert story.hall.restored is not None
    return story.hall.restored.first_ordinal


def given(story: Story, service: str = "bill") -> int:
    return story.ticket(story.issue(service)).ordinal


def test_every_series_of_the_day_goes_on_far_above_also_one_that_gave_nothing_yet() -> None:
    story = Story()
    assert [given(story) for _ in range(3)] == [1, 2, 3]
    first = back(story)
    assert first > 1000
    assert [given(story), given(story), given(story, "install")] == [first, first + 1, first]


def test_the_night_copy_of_yesterday_does_not_begin_this_day_anew() -> None:
    story = Story()
    given(story)
    first = back(story.later(days=1))
    assert first > 1000
    assert given(story) == first


def test_the_next_day_begins_at_one() -> None:
    story = Story()
    back(story)
    given(story)
    story.later(days=1)
    assert given(story) == 1


def test_a_copy_of_a_hall_that_was_back_today_begins_beyond_that_return() -> None:
    """Moved twice within minutes: both began at A7001, and what was given between came twice."""
    story = Story()
    first = back(story)
    copy = story.hall
    numbers = [given(story) for _ in range(20)]
    assert numbers[0] == first
    story.hall = copy  # another box, which knows the copy only
    story.later(minutes=2)
    second = back(story)
    assert second > numbers[-1]
    assert given(story) == second


def test_coming_back_twice_from_the_same_copy_does_not_meet_the_first_return() -> None:
    copy = Story()
    given(copy)
    first, again = Story(), Story()
    first.hall = again.hall = copy.hall
    first.later(minutes=30)
    back(first)
    numbers = [given(first) for _ in range(100)]
    again.later(minutes=90)
    assert back(again) > numbers[-1]


@pytest.mark.parametrize("minutes", [1, 4, 19, 300])
@pytest.mark.parametrize("hour", [0, 9])
def test_boxes_that_know_nothing_of_each_other_do_not_begin_alike(minutes: int, hour: int) -> None:
    """Two from one copy within twenty minutes both began at A4101, and what the first gave came twice."""
    copy = Story()
    given(copy)
    copy.later(minutes=60 * hour)
    first, second = Story(), Story()
    first.hall = second.hall = copy.hall
    first.later(minutes=60 * hour)
    second.later(minutes=60 * hour + minutes)
    assert back(second) - back(first) >= A_MINUTE * minutes


def test_what_is_known_from_elsewhere_counts() -> None:
    assert back(Story(), last=6000) > 6000


def test_a_short_series_is_kept_to_and_then_full() -> None:
    story = Story(config=a_config(figures=Figures(series_limit=400)))
    assert 100 < back(story) <= 400
    full = Story(config=a_config(figures=Figures(series_limit=400)))
    back(full, last=400)
    assert full.refused(IssueTicket(service="bill")) == "numbers_exhausted"


def test_the_manager_is_told_with_the_time_of_the_copy() -> None:
    story = Story()
    story.later(minutes=7)
    back(story)
    assert [(a.kind, a.detail) for a in story.hall.alerts.values()] == [("hall_restored", "2026-03-02 09:00")]


def test_an_unknown_paper_may_be_a_lost_one_only_on_that_day() -> None:
    story = Story()
    assert not forgotten_ticket(story.hall, MORNING)
    back(story)
    assert forgotten_ticket(story.hall, MORNING)
    assert not forgotten_ticket(story.hall, MORNING + timedelta(days=1))


def test_a_new_epoch_begins_with_it_and_not_where_an_old_journal_says_none() -> None:
    story = Story()
    story.do(GoOnRestored(epoch=7))
    assert story.hall.epoch == 7
    assert (
        evolve(
            story.hall, HallRestored(at=MORNING, copied_at=MORNING, day=MORNING.date(), first_ordinal=1)
        ).epoch
        == 7
    )


def test_a_hall_without_a_set_up_has_no_series() -> None:
    now = Now(at=MORNING, new_id="x", new_token="x", pick=fair_share.pick)
    (event,) = decide(Hall(), GoOnRestored(epoch=2), now)
    assert (evolve(Hall(), event).epoch, first_ordinal(evolve(Hall(), event), MORNING.date())) == (2, 0)
