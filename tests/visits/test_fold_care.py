"""What care leaves on a visit: rungs, explanation, water, the case, opinions."""

from server.domain.care import commands as cc
from server.domain.care.nouns import CaseState
from server.domain.opinion.commands import Rate, RateWait
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from tests.builders import Story, with_figures
from tests.reports.lived import seen


def over_waited(*counters: str, **figures: object) -> tuple[Story, str]:
    story = Story(*(counters or ("1",)), config=with_figures(**figures))
    ticket = story.issue()
    story.later(minutes=21)
    for act in ("explain", "remedy"):
        story.do(cc.ReachRung(ticket=ticket, act=act))
    story.do(cc.OpenCase(ticket=ticket))
    return story, ticket


def test_the_first_explanation_and_the_first_water_count() -> None:
    story, ticket = over_waited()
    story.later(seconds=30).do(cc.ExplainWait(ticket=ticket, by="li"))
    story.later(seconds=30).do(cc.ExplainWait(ticket=ticket, by="wang"))
    story.do(cc.GiveWater(ticket=ticket, by="li"))
    visit = seen(story)["A001"]
    assert (visit.explained_by, visit.watered_by) == ("li", "li")
    assert visit.explained_at is not None
    assert (visit.explained_at - visit.rungs["explain"].at).total_seconds() == 30
    assert visit.rungs["explain"].after_seconds == 600


def test_a_case_goes_from_due_to_given_with_its_cost() -> None:
    story, ticket = over_waited()
    assert (case := seen(story)["A001"].case) is not None
    assert (case.state, case.cost_fen) == (CaseState.OPEN, 0)
    story.do(cc.OfferRemedy(ticket=ticket, by="li"))
    story.do(cc.GiveGift(ticket=ticket, gift="tissues", by="li"))
    assert (case := seen(story)["A001"].case) is not None
    assert (case.state, case.cost_fen, case.gift, case.settled_by) == (CaseState.GIVEN, 150, "tissues", "li")


def test_a_miss_bears_the_name_of_who_led_the_shift_then() -> None:
    story, ticket = over_waited()
    story.do(cc.LeadShift(by="wang"))
    story.do(c.MarkWalkout(ticket=ticket))
    assert (case := seen(story)["A001"].case) is not None
    assert (case.state, case.leader, case.reason) == (CaseState.MISSED, "wang", "TicketWalkedOut")


def test_whoever_did_not_answer_is_unrated_and_not_satisfied() -> None:
    story = Story("1")
    story.issue_many(2)
    story.serve("1")
    story.serve("1")
    asked = story.hall.opinion.evaluations["1"]
    story.do(Rate(counter="1", evaluation=asked.id, level=4, reaction_ms=300))
    unrated, rated = (v.leg.opinion for v in seen(story).values())
    assert unrated is not None
    assert rated is not None
    assert (unrated.level, unrated.satisfied) == (0, False)
    assert (rated.level, rated.satisfied, rated.flagged) == (4, True, "hasty")


def test_what_counts_as_satisfied_is_the_figure_that_was_in_force() -> None:
    story = Story("1", config=with_figures(satisfied_from=5, wait_question_share=1.0))
    story.issue()
    story.serve("1")
    asked = story.hall.opinion.evaluations["1"]
    story.do(Rate(counter="1", evaluation=asked.id, level=4))
    story.do(RateWait(counter="1", evaluation=asked.id, level=5))
    story.do(ConfigureHall(config=with_figures(satisfied_from=3)))
    opinion = seen(story)["A001"].leg.opinion
    assert opinion is not None
    assert (opinion.satisfied, opinion.wait_satisfied) == (False, True)


def test_an_answer_stands_when_a_finish_is_taken_back() -> None:
    story = Story("1")
    story.issue()
    story.serve("1")
    story.do(Rate(counter="1", evaluation=story.hall.opinion.evaluations["1"].id, level=5))
    story.do(c.UndoLast(counter="1"))
    story.do(c.FinishTicket(counter="1"))
    opinion = seen(story)["A001"].leg.opinion
    assert opinion is not None
    assert opinion.level == 5
