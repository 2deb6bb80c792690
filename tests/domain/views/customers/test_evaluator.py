"""What an evaluator shows: who serves here, one question, perhaps a second; never a name."""

import pytest

from server.domain.guidance.commands import SetRainMode
from server.domain.opinion.commands import CloseEvaluation, Rate, RateWait
from server.domain.queue import commands as c
from server.domain.views.customers.evaluator import evaluator
from tests.builders import PRIORITY, Story, leaves, with_figures
from tests.care_builders import finished


def step(story: Story) -> str:
    return evaluator(story.hall, "1").step


def asked(share: float) -> tuple[Story, str]:
    story = Story("1", config=with_figures(wait_question_share=share))
    story.issue(priority=PRIORITY, priority_reason="told in private")
    return story, finished(story)


def test_without_a_finished_visit_there_is_nothing_to_press() -> None:
    story = Story("1")
    story.issue()
    story.call_and_start()
    view = evaluator(story.hall, "1")
    assert (view.step, view.evaluation, view.number, view.asked_at) == ("idle", "", "", None)
    assert (view.staff, view.name.zh) == ("s1", "1 号窗口")


def test_it_asks_first_for_the_service_then_for_the_wait_and_says_thanks() -> None:
    story, evaluation = asked(1.0)
    view = evaluator(story.hall, "1")
    assert (view.step, view.number, view.asked_at) == ("rate", "A001", story.now)
    assert (view.rating_seconds, view.wait_rating_seconds) == (30, 10)
    story.do(Rate(counter="1", evaluation=evaluation, level=4))
    assert step(story) == "rate_wait"
    story.do(RateWait(counter="1", evaluation=evaluation, level=3))
    assert step(story) == "thanks"
    story.do(CloseEvaluation(counter="1", evaluation=evaluation))
    assert step(story) == "idle"


def test_who_is_not_asked_about_the_wait_is_thanked_at_once() -> None:
    story, evaluation = asked(0.0)
    story.do(Rate(counter="1", evaluation=evaluation, level=5))
    assert step(story) == "thanks"


def test_a_low_rating_opens_the_reasons() -> None:
    for level, low in ((1, True), (2, True), (3, False)):
        story, evaluation = asked(1.0)
        assert not evaluator(story.hall, "1").low
        story.do(Rate(counter="1", evaluation=evaluation, level=level))
        assert evaluator(story.hall, "1").low is low


def test_another_counters_question_is_not_shown_here() -> None:
    story, _ = asked(1.0)
    assert evaluator(story.hall, "2").step == "idle"
    story.do(c.UndoLast(counter="1"))
    assert step(story) == "idle", "a finish that is taken back takes its question along"


def test_it_tells_no_secret() -> None:
    story, _ = asked(1.0)
    shown = dict(leaves(evaluator(story.hall, "1")))
    assert not shown.keys() & {"token", "priority", "priority_reason", "segment"}
    assert not any("private" in str(value) or "token-" in str(value) for value in shown.values())


@pytest.mark.row("Q46")
def test_it_knows_of_the_rain_as_the_tablet_the_counter_and_the_manager_do() -> None:
    story, evaluation = asked(0.0)
    story.do(Rate(counter="1", evaluation=evaluation, level=5))
    assert not evaluator(story.hall, "1").rain
    story.do(SetRainMode(on=True))
    assert (step(story), evaluator(story.hall, "1").rain) == ("thanks", True)
