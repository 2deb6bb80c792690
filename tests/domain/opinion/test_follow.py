"""What opinion makes of queue events, right behind them and in the same commit."""

from server.domain.care import commands as cc
from server.domain.opinion.events import EvaluationAsked, EvaluationClosed
from server.domain.queue import commands as c
from tests.builders import Story, names, with_figures
from tests.care_builders import climb, finished


def asked(story: Story, counter: str = "1") -> EvaluationAsked:
    return next(e for e in reversed(story.log) if isinstance(e, EvaluationAsked) and e.counter == counter)


def test_after_a_finished_visit_its_evaluator_lights() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=5)
    finished(story, seconds=60)
    question = asked(story)
    assert (question.ticket, question.staff, question.service) == (ticket, "s1", "bill")
    assert (question.waited_seconds, question.remedied, question.cared) == (300, False, False)


def test_the_wait_asked_about_is_the_visits_even_after_one_more_service() -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=5).call_and_start()
    story.later(minutes=3).do(c.AddService(counter="1", service="invoice", here=True))
    story.later(minutes=1).do(c.FinishTicket(counter="1"))
    assert (asked(story).waited_seconds, asked(story).service) == (300, "invoice")
    assert asked(story).evaluation.endswith(".1")


def test_who_got_water_or_a_gift_is_always_asked_about_the_wait() -> None:
    story = Story("1", config=with_figures(wait_question_share=0.0))
    watered, remedied, declined, _ = story.issue_many(4, every=0)
    story.do(cc.GiveWater(ticket=watered))
    climb(story.later(seconds=1201))
    story.do(cc.GiveGift(ticket=remedied, gift="pen"))
    story.do(cc.DeclineGift(ticket=declined))
    found = []
    for _ in range(4):
        finished(story)
        found.append((asked(story).ask_wait, asked(story).remedied, asked(story).cared))
    assert found == [(True, False, True), (True, True, False), (False, False, False), (False, False, False)]


def test_about_a_third_of_the_others_is_asked() -> None:
    story = Story("1")
    for _ in range(300):
        story.issue()
        finished(story, seconds=1)
    share = sum(e.ask_wait for e in story.log if isinstance(e, EvaluationAsked)) / 300
    assert 0.24 < share < 0.42


def test_the_next_finish_closes_the_question_before_it() -> None:
    story = Story("1")
    story.issue_many(2)
    first = finished(story)
    second = finished(story)
    closed = [e for e in story.log if isinstance(e, EvaluationClosed)]
    assert [(e.evaluation, e.rated) for e in closed] == [(first, False)]
    assert story.hall.opinion.evaluations["1"].id == second


def test_a_finish_that_is_taken_back_was_no_finish_to_rate() -> None:
    story = Story("1")
    story.issue()
    finished(story)
    assert names(story.do(c.UndoLast(counter="1"))) == ["FinishUndone", "EvaluationClosed"]
    assert not story.hall.opinion.evaluations
