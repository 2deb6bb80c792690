"""What each care event makes of the hall, and what the headline figures count."""

from functools import reduce

import pytest

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.opinion.commands import Rate
from server.domain.queue import commands as c
from tests.builders import Story
from tests.care_builders import LEADER, climb, finished, over_wait, settle


def test_the_log_alone_rebuilds_what_was_owed_and_given() -> None:
    story, ticket = over_wait()
    story.issue_many(3)
    settle(story, ticket)
    story.do(c.StartService(counter="1"))
    story.later(minutes=3).do(c.FinishTicket(counter="1"))
    story.do(Rate(counter="1", evaluation=f"{ticket}.0", level=1))
    climb(story.later(minutes=21))
    assert reduce(evolve, story.log, Hall()) == story.hall
    assert len(story.hall.care.cases) == 4


def test_a_new_day_keeps_the_shelf_and_forgets_the_visits() -> None:
    story, ticket = over_wait()
    settle(story, ticket)
    story.later(days=1).issue()
    care = story.hall.care
    assert dict(care.stock) == {"tissues": 39}
    assert not any((care.cases, care.reached, care.tasks, care.leader, story.hall.opinion.evaluations))
    assert care.finished == 0


def test_a_hall_reopened_on_its_day_forgets_nothing() -> None:
    story, ticket = over_wait()
    settle(story, ticket)
    story.do(c.CloseDay(reason="too early"))
    story.issue()
    assert story.hall.care.cases[ticket].state == "given"
    assert story.hall.care.leader == LEADER


def test_called_at_once_is_within_a_minute() -> None:
    story = Story("1")
    for wait in (0, 60, 60.5):
        story.issue()
        story.later(seconds=wait).serve()
    assert story.hall.care.at_once == 2


@pytest.mark.parametrize(("clock", "peak"), [("09:29", 0), ("09:30", 1), ("11:29", 1), ("11:30", 0)])
def test_the_peaks_share_counts_calls_in_peak_hours(clock: str, peak: int) -> None:
    story = Story("1").at(clock)
    story.issue()
    story.call()
    assert (story.hall.care.peak_called, story.hall.care.peak_within) == (peak, peak)


def test_a_call_after_the_goal_is_in_the_peak_but_not_within() -> None:
    story = Story("1").at("10:00")
    story.issue()
    story.later(seconds=600.5).call()
    assert (story.hall.care.peak_called, story.hall.care.peak_within) == (1, 0)


@pytest.mark.parametrize(("seconds", "within"), [(180, 1), (180.5, 0)])
def test_a_service_is_in_standard_up_to_its_standard_time(seconds: float, within: int) -> None:
    story = Story("1")
    story.issue()
    finished(story, seconds=seconds)
    assert (story.hall.care.finished, story.hall.care.in_standard) == (1, within)


@pytest.mark.parametrize("seconds", [100, 250])
def test_a_finish_that_is_taken_back_is_counted_once_in_the_end(seconds: float) -> None:
    story = Story("1")
    story.issue()
    finished(story, seconds=seconds)
    before = story.hall.care
    story.do(c.UndoLast(counter="1"))
    assert (story.hall.care.finished, story.hall.care.in_standard) == (0, 0)
    story.do(c.FinishTicket(counter="1"))
    assert (story.hall.care.finished, story.hall.care.in_standard) == (before.finished, before.in_standard)
