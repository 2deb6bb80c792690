"""What screens see of care: banner, tasks, cases, gifts, the ladder of a waiting ticket, shares."""

import pytest

from server.domain.care import commands as cc
from server.domain.config.config import GiftItem
from server.domain.opinion.commands import Rate
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.care import (
    banner,
    cases_view,
    gift_rows,
    share_of,
    task_rows,
    three_do,
)
from tests.builders import SERVICES, Story, a_config
from tests.care_builders import LEADER, climb, finished, over_wait


def test_a_banner_has_the_script_and_what_may_be_given_until_the_case_is_settled() -> None:
    story, ticket = over_wait()
    due = banner(story.hall, story.ticket(ticket), story.now)
    assert due is not None
    assert (due.state, due.acknowledged, due.script_version) == ("open", False, 1)
    assert "抱歉" in due.script.zh
    assert [g.id for g in due.gifts] == ["tissues", "wipes", "pen"]
    story.do(cc.OfferRemedy(ticket=ticket, where="1", by="s1"))
    story.do(cc.GiveGift(ticket=ticket, gift="pen", where="1", by="s1"))
    done = banner(story.hall, story.ticket(ticket), story.now)
    assert done is not None
    assert (done.state, done.acknowledged, done.gift, done.settled_by) == ("given", True, "pen", "s1")
    assert done.gifts == ()


def test_who_has_no_case_has_no_banner() -> None:
    story = Story()
    assert banner(story.hall, story.ticket(story.issue()), story.now) is None


def test_a_gift_that_is_dear_or_gone_is_shown_but_not_usable() -> None:
    dear = GiftItem(id="dear", name=Text("雨伞", "Umbrella"), unit_cost_fen=1500, stock=20)
    few = GiftItem(id="few", name=Text("杯垫", "Coaster"), unit_cost_fen=200, stock=0)
    good = GiftItem(id="good", name=Text("笔", "Pen"), unit_cost_fen=200, stock=10)
    rows = gift_rows(Story(config=a_config(gifts=(dear, few, good))).hall)
    assert [(g.id, g.usable, g.low, g.stock) for g in rows] == [
        ("dear", False, False, 20),
        ("few", False, True, 0),
        ("good", True, False, 10),
    ]


def test_tasks_are_listed_oldest_first_and_by_role() -> None:
    story = Story()
    first = story.issue()
    climb(story.later(seconds=601))
    story.do(cc.RaiseTask(kind="water", subject="east", roles=("guide",)))
    climb(story.later(seconds=300))
    assert [t.kind for t in task_rows(story.hall)] == ["explain", "water", "pre_alert"]
    (alert,) = task_rows(story.hall, "team_leader")
    assert (alert.id, alert.number, alert.repeat_seconds) == (f"pre_alert/{first}", "A001", 120)


def test_the_newest_case_comes_first_with_its_leader() -> None:
    story, _ = over_wait()
    second = story.issue()
    climb(story.later(minutes=21))
    story.do(cc.DeclineGift(ticket=second, by="person:li"))
    newest, oldest = cases_view(story.hall).rows
    assert (newest.number, newest.state, newest.settled_by) == ("A002", "declined", "person:li")
    assert (oldest.number, oldest.state, oldest.leader) == ("A001", "open", LEADER)


def test_a_case_outlives_the_service_it_was_about() -> None:
    story = Story()
    story.issue("invoice")
    climb(story.later(minutes=21))
    story.do(c.CloseDay(reason="over"))
    story.do(ConfigureHall(config=a_config(services=tuple(s for s in SERVICES if s.id != "invoice"))))
    (row,) = cases_view(story.hall).rows
    assert (row.service_name, row.state) == (Text("invoice", "invoice"), "missed")


@pytest.mark.row("Q31")
def test_the_three_do_line_never_goes_without_its_n() -> None:
    story = Story("1")
    assert three_do(story.hall).satisfied == share_of(0, 0)
    for seconds, level in ((60, 5), (200, 3), (100, 0)):
        story.issue()
        evaluation = finished(story, seconds=seconds)
        if level:
            story.later(seconds=3).do(Rate(counter="1", evaluation=evaluation, level=level))
    line = three_do(story.hall)
    assert line.at_once == share_of(3, 3)
    assert line.in_standard == share_of(3, 2)
    assert (line.satisfied, line.finished) == (share_of(2, 1), 3), "who did not answer is not satisfied"
