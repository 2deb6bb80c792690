"""What care speaks of is found, or refused with the reason."""

from dataclasses import replace
from datetime import date

import pytest

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.asked import case_of, script_of, task_of
from server.domain.command import Command
from server.domain.config.config import USUAL_SCRIPTS, Script
from server.domain.opinion.commands import GiveReasons, Rate, RateWait
from server.domain.opinion.rules import evaluation_of
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.builders import Story, a_config
from tests.care_builders import finished, over_wait

GHOSTS = {
    cc.OpenCase(ticket="ghost"): "unknown_ticket",
    cc.ReachRung(ticket="ghost", act="remedy"): "unknown_ticket",
    cc.ExplainWait(ticket="ghost"): "unknown_ticket",
    cc.GiveWater(): "unknown_ticket",
    cc.GiveWater(zone="ghost"): "unknown_zone",
    cc.OfferRemedy(ticket="ghost"): "no_case",
    cc.GiveGift(ticket="ghost", gift="tissues"): "no_case",
    cc.DeclineGift(ticket="ghost"): "no_case",
    cc.WaiveCase(ticket="ghost", reason="why"): "no_case",
    cc.TakeTask(task="ghost"): "unknown_task",
    cc.DropTask(task="ghost"): "unknown_task",
    cc.SetStock(gift="ghost", pieces=1): "unknown_gift",
    Rate(counter="1", evaluation="ghost", level=5): "evaluation_over",
    RateWait(counter="9", evaluation="ghost", level=5): "evaluation_over",
    GiveReasons(counter="1", evaluation="ghost", reasons=("等候",)): "evaluation_over",
}


@pytest.mark.parametrize("command", GHOSTS)
def test_a_name_nobody_has_is_refused_by_its_kind(command: Command) -> None:
    assert Story("1").refused(command) == GHOSTS[command]


def test_a_settled_case_says_in_both_languages_what_became_of_it() -> None:
    story, ticket = over_wait()
    assert case_of(story.hall, ticket, ce.CaseOffered).number == "A001"
    story.do(cc.DeclineGift(ticket=ticket))
    with pytest.raises(Refused) as refused:
        case_of(story.hall, ticket, ce.GiftGiven)
    assert refused.value.text == Text(
        "A001 的补救已经了结（客户谢绝）", "The remedy of A001 is settled already (declined)."
    )


def test_a_task_is_found_until_it_is_over() -> None:
    story, ticket = over_wait()
    assert task_of(story.hall, f"remedy/{ticket}").number == "A001"
    story.call()
    assert story.refused(cc.TakeTask(task=f"remedy/{ticket}")) == "unknown_task"


def test_only_the_newest_question_of_a_counter_can_be_answered() -> None:
    story = Story("1")
    story.issue_many(2)
    old = finished(story)
    assert evaluation_of(story.hall, "1", old).number == "A001"
    finished(story)
    assert story.refused(Rate(counter="1", evaluation=old, level=5)) == "evaluation_over"


def test_the_newest_script_in_force_is_said() -> None:
    water = next(s for s in USUAL_SCRIPTS if s.moment == "water")
    later = replace(water, version=3, effective_from=date(2026, 7, 1))
    config = a_config(scripts=(later, *USUAL_SCRIPTS))
    assert script_of(config, "water", date(2026, 6, 30)) == water
    assert script_of(config, "water", date(2026, 7, 1)) == later
    assert script_of(config, "farewell", date(2026, 7, 1)) is None


def test_the_version_that_was_said_is_on_record() -> None:
    script = Script(moment="remedy", version=7, text=Text("抱歉", "Sorry"))
    story, ticket = over_wait()
    story.do(ConfigureHall(config=a_config(scripts=(script,))))
    story.do(cc.OfferRemedy(ticket=ticket, where="1", by="s1"))
    assert story.hall.care.cases[ticket].script == 7
    story.do(cc.GiveWater(ticket=ticket))
    assert isinstance(given := story.log[-1], ce.WaterGiven)
    assert given.script == 0, "no wording for water is set up"
