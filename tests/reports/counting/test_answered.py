"""Answers about the wait, as the visits tell them."""

from datetime import UTC, date, datetime

from server.domain.care import commands as care
from server.domain.opinion.commands import RateWait
from server.domain.queue.commands import FinishTicket, UndoLast
from server.domain.setup.commands import ConfigureHall
from server.insight.effect.columns import Answer, Columns, columns
from server.reports.counting.answered import answered, gifts
from tests.builders import Story, a_config, with_figures
from tests.reports.lived import past, today

DAY = date(2026, 3, 2)
LATE_EVENING = datetime(2026, 3, 2, 15, 50, tzinfo=UTC)  # ten minutes to midnight in the hall


def visit(story: Story, *, minutes: float, remedied: bool = False, level: int = 0) -> str:
    """Somebody waits, is remedied or not, is served, and says what the wait was like."""
    ticket = story.issue()
    story.later(minutes=minutes)
    if remedied:
        story.do(care.OpenCase(ticket=ticket))
        story.do(care.GiveGift(ticket=ticket, gift="tissues", by="guide"))
    story.serve()
    if level:
        story.do(RateWait(counter="1", evaluation=f"{ticket}.0", level=level))
    return f"{ticket}.0"


def told(story: Story) -> Columns:
    return answered(past(story), today(story))


def test_a_remedied_customer_is_always_asked_and_the_wait_is_the_one_of_the_ladder() -> None:
    story = Story("1", config=with_figures(wait_question_share=0.0))
    who = visit(story, minutes=21, remedied=True, level=4)
    answer = Answer(
        evaluation=who,
        hall_id="h",
        day=DAY,
        waited_seconds=21 * 60,
        remedied=True,
        cared=False,
        asked=True,
        ask_share=1.0,
        wait_rating=4,
    )
    same(told(story), columns([answer]))


def same(one: Columns, other: Columns) -> None:
    for name in Columns.__slots__:
        assert getattr(one, name).tolist() == getattr(other, name).tolist(), name
        assert getattr(one, name).dtype == getattr(other, name).dtype, name


def test_who_was_not_asked_is_there_without_a_rating() -> None:
    story = Story("1", config=with_figures(wait_question_share=0.0))
    visit(story, minutes=5)
    answer = told(story)
    assert (answer.asked.tolist(), answer.rating.tolist(), answer.weight.tolist()) == ([False], [0.0], [1.0])


def test_who_was_sampled_counts_by_how_likely_that_was() -> None:
    story = Story("1", config=with_figures(wait_question_share=1.0))
    visit(story, minutes=5, level=5)
    assert told(story).weight.tolist() == [1.0]
    story = Story("1", config=with_figures(wait_question_share=0.25))
    visit(story, minutes=5)
    assert told(story).weight.tolist() == [4.0]


def test_water_is_care() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=12).do(care.GiveWater(ticket=ticket, by="guide"))
    story.serve()
    assert told(story).cared.tolist() == [True]


def test_a_lot_is_known_for_everybody_while_it_is_in_force() -> None:
    story = Story("1", config=a_config(remedy_share=0.5))
    for _ in range(30):
        visit(story, minutes=1)
    assert set(told(story).lot.tolist()) == {1, 0}
    story.do(ConfigureHall(config=a_config(remedy_share=1.0)))
    visit(story, minutes=1)
    assert told(story).lot.tolist().count(-1) == 1


def test_what_was_said_before_a_finish_was_taken_back_stands() -> None:
    story = Story("1", config=with_figures(wait_question_share=1.0))
    visit(story, minutes=3, level=2)
    story.later(seconds=1).do(UndoLast(counter="1"))
    story.later(seconds=9).do(FinishTicket(counter="1"))
    assert told(story).rating.tolist() == [2.0]


def test_a_gift_costs_whether_or_not_its_customer_was_asked() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=21).do(care.OpenCase(ticket=ticket))
    story.do(care.GiveGift(ticket=ticket, gift="wipes", by="guide"))
    assert [(g.hall_id, g.day, g.cost_fen) for g in gifts(past(story), today(story))] == [("hall", DAY, 180)]


def test_an_answer_is_of_the_day_it_was_given_on_whenever_its_number_was() -> None:
    story = Story("1", at=LATE_EVENING, config=a_config(hours=None))
    story.issue()
    story.later(minutes=20).serve()
    tuesday = today(story)
    story.later(minutes=-30)
    monday = today(story)
    assert (len(answered(past(story), monday)), len(answered(past(story), tuesday))) == (0, 1)


def test_nobody_asked_makes_empty_columns() -> None:
    same(told(Story("1")), columns([]))
