"""One answer a finished leg, by the customer, in time; what is unanswered is not satisfied."""

import pytest

from server.domain.care import commands as cc
from server.domain.opinion.commands import CloseEvaluation, GiveReasons, Rate, RateWait
from server.domain.opinion.events import EvaluationClosed, Rated, ReasonsGiven, WaitRated
from server.domain.queue import commands as c
from tests.builders import Story, names, with_figures
from tests.care_builders import finished, over_wait


def asked(*, share: float = 1.0, **figures: float) -> tuple[Story, str]:
    """A question stands on the evaluator of counter 1."""
    story = Story("1", config=with_figures(wait_question_share=share, **figures))
    story.issue()
    return story, finished(story)


def rate(evaluation: str, level: int = 5, ms: int = 0) -> Rate:
    return Rate(counter="1", evaluation=evaluation, level=level, reaction_ms=ms)


def rated_in_turn(story: Story, *levels: int) -> list[str]:
    """Customers one after another at counter 1; how each rating was flagged."""
    flags = []
    for level in levels:
        story.issue()
        evaluation = finished(story)
        (event, *_) = story.later(seconds=4).do(rate(evaluation, level, 4000))
        assert isinstance(event, Rated)
        flags.append(event.flagged)
    return flags


@pytest.mark.row("E01")
def test_a_rating_is_bound_to_the_finished_leg_and_its_clerk() -> None:
    story, evaluation = asked()
    (rated,) = story.later(seconds=5).do(rate(evaluation, 4, 5000))
    assert isinstance(rated, Rated)
    assert (rated.evaluation, rated.staff, rated.level, rated.flagged) == ("t3.0", "s1", 4, "")
    assert (story.hall.opinion.rated, story.hall.opinion.satisfied) == (1, 1)


def test_a_leg_is_rated_once_and_on_five_levels() -> None:
    story, evaluation = asked()
    for level in (0, 6):
        assert story.refused(rate(evaluation, level)) == "no_such_level"
        assert story.refused(RateWait(counter="1", evaluation=evaluation, level=level)) == "no_such_level"
    story.do(rate(evaluation, 3))
    assert story.refused(rate(evaluation, 5)) == "rated_already"
    assert (story.hall.opinion.rated, story.hall.opinion.satisfied) == (1, 0)


@pytest.mark.row("E02")
def test_the_wait_is_rated_once_and_only_where_it_was_asked() -> None:
    story, evaluation = asked()
    story.do(rate(evaluation))
    (rated,) = story.do(RateWait(counter="1", evaluation=evaluation, level=2))
    assert isinstance(rated, WaitRated)
    again = RateWait(counter="1", evaluation=evaluation, level=5)
    assert story.refused(again) == "rated_already"
    silent, other = asked(share=0.0)
    assert silent.refused(RateWait(counter="1", evaluation=other, level=5)) == "rated_already"


def test_a_question_that_nobody_answers_is_closed_unrated_and_is_not_satisfied() -> None:
    story, evaluation = asked()
    (closed,) = story.later(seconds=36).do(CloseEvaluation(counter="1", evaluation=evaluation))
    assert isinstance(closed, EvaluationClosed)
    assert (closed.rated, closed.wait_asked, closed.wait_rated) == (False, True, False)
    assert (story.hall.care.finished, story.hall.opinion.rated, story.hall.opinion.satisfied) == (1, 0, 0)
    assert story.refused(rate(evaluation)) == "evaluation_over"
    assert story.do(CloseEvaluation(counter="1", evaluation=evaluation)) == ()


def test_an_old_question_is_closed_by_nobody_twice() -> None:
    story, old = asked()
    story.issue()
    finished(story)
    assert story.do(CloseEvaluation(counter="1", evaluation=old)) == ()
    assert "1" in story.hall.opinion.evaluations


@pytest.mark.parametrize(("seconds", "ms"), [(0.999, 5000), (0.999, 0), (30, 999)])
def test_a_tap_faster_than_anybody_reads_is_flagged(seconds: float, ms: int) -> None:
    story, evaluation = asked()
    (rated,) = story.later(seconds=seconds).do(rate(evaluation, 5, ms))
    assert isinstance(rated, Rated)
    assert rated.flagged == "hasty"


def test_the_same_answer_many_times_in_a_row_is_flagged() -> None:
    story = Story("1", config=with_figures(rating_series=4))
    assert rated_in_turn(story, 5, 5, 5, 5, 5) == ["", "", "", "series", "series"]
    assert rated_in_turn(story, 4, 5, 5, 5, 5) == ["", "", "", "", "series"]


def test_a_series_is_a_counters_own() -> None:
    story = Story("1", "2", config=with_figures(rating_series=3))
    assert rated_in_turn(story, 5, 5) == ["", ""]
    story.issue()
    evaluation = finished(story, "2")
    (rated,) = story.later(seconds=4).do(Rate(counter="2", evaluation=evaluation, level=5))
    assert isinstance(rated, Rated)
    assert rated.flagged == ""


@pytest.mark.parametrize(("level", "raised"), [(1, True), (2, True), (3, False)])
def test_a_low_rating_asks_the_leader_to_follow_up(level: int, raised: bool) -> None:
    story, evaluation = asked()
    events = story.later(seconds=3).do(rate(evaluation, level))
    assert names(events) == ["Rated", "TaskRaised"][: 1 + raised]
    assert ("low_rating/t3" in story.hall.care.tasks) is raised


def test_the_second_low_rating_of_a_visit_does_not_hide_who_looks_after_the_first() -> None:
    story, evaluation = asked()
    story.do(rate(evaluation, 1))
    story.do(cc.TakeTask(task="low_rating/t3", by="person:wang"))
    story.do(c.UndoLast(counter="1"))
    story.later(seconds=1).do(c.FinishTicket(counter="1"))
    again = story.hall.opinion.evaluations["1"].id
    assert names(story.later(seconds=2).do(rate(again, 2))) == ["Rated"]
    assert story.hall.care.tasks["low_rating/t3"].taken_by == "person:wang"


def test_reasons_are_optional_and_each_is_counted_once() -> None:
    story, evaluation = asked()
    story.do(rate(evaluation, 1))
    (given,) = story.do(GiveReasons(counter="1", evaluation=evaluation, reasons=("等候", "等候", "态度")))
    assert isinstance(given, ReasonsGiven)
    assert given.reasons == ("等候", "态度")


def test_a_remedied_customer_says_what_the_wait_was_like() -> None:
    story, ticket = over_wait()
    story.call()
    story.do(cc.OfferRemedy(ticket=ticket, where="1"))
    story.do(cc.GiveGift(ticket=ticket, gift="tissues", where="1"))
    story.do(c.StartService(counter="1"))
    story.later(seconds=190).do(c.FinishTicket(counter="1"))
    evaluation = story.hall.opinion.evaluations["1"].id
    story.later(seconds=3).do(rate(evaluation, 4))
    (rated,) = story.do(RateWait(counter="1", evaluation=evaluation, level=3))
    assert isinstance(rated, WaitRated)
    assert (rated.remedied, rated.cared, rated.waited_seconds, rated.level) == (True, False, 1201, 3)
