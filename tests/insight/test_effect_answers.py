"""Answers about the wait, as the journal tells them."""

from datetime import date

from server.domain.care import commands as care
from server.domain.opinion.commands import RateWait
from server.domain.queue.commands import FinishTicket, UndoLast
from server.domain.setup.commands import ConfigureHall
from server.insight.effect_answers import Answer, survey
from tests.builders import Story, a_config, with_figures

DAY = date(2026, 3, 2)


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


def told(story: Story) -> dict[str, Answer]:
    return {a.evaluation: a for a in survey("h", story.log).answers}


def test_a_remedied_customer_is_always_asked_and_the_wait_is_the_one_of_the_ladder() -> None:
    story = Story("1", config=with_figures(wait_question_share=0.0))
    who = visit(story, minutes=21, remedied=True, level=4)
    assert told(story)[who] == Answer(
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


def test_who_was_not_asked_is_there_without_a_rating() -> None:
    story = Story("1", config=with_figures(wait_question_share=0.0))
    who = visit(story, minutes=5)
    answer = told(story)[who]
    assert (answer.asked, answer.wait_rating, answer.ask_share) == (False, 0, 0.0)


def test_who_was_sampled_counts_by_how_likely_that_was() -> None:
    story = Story("1", config=with_figures(wait_question_share=1.0))
    who = visit(story, minutes=5, level=5)
    assert told(story)[who].ask_share == 1.0


def test_water_is_care() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=12).do(care.GiveWater(ticket=ticket, by="guide"))
    story.serve()
    assert told(story)[f"{ticket}.0"].cared


def test_a_lot_is_known_for_everybody_while_it_is_in_force() -> None:
    story = Story("1", config=a_config(remedy_share=0.5))
    for _ in range(30):
        visit(story, minutes=1)
    assert {a.lot for a in told(story).values()} == {True, False}
    story.do(ConfigureHall(config=a_config(remedy_share=1.0)))
    last = visit(story, minutes=1)
    assert told(story)[last].lot is None


def test_what_was_said_before_a_finish_was_taken_back_stands() -> None:
    story = Story("1", config=with_figures(wait_question_share=1.0))
    who = visit(story, minutes=3, level=2)
    story.later(seconds=1).do(UndoLast(counter="1"))
    story.later(seconds=9).do(FinishTicket(counter="1"))
    assert told(story)[who].wait_rating == 2
    assert len(told(story)) == 1


def test_a_gift_costs_whether_or_not_its_customer_was_asked() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=21).do(care.OpenCase(ticket=ticket))
    story.do(care.GiveGift(ticket=ticket, gift="wipes", by="guide"))
    gifts = survey("h", story.log).gifts
    assert [(g.hall_id, g.day, g.cost_fen) for g in gifts] == [("h", DAY, 180)]


def test_a_journal_read_from_the_middle_of_a_visit_is_read_all_the_same() -> None:
    story = Story("1", config=with_figures(wait_question_share=1.0))
    visit(story, minutes=3, level=2)
    assert survey("h", story.log[-1:], a_config()).answers == ()
