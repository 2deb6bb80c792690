"""How many were prepared while they waited, and what it saves; never told of too few."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.queue import commands as c
from server.domain.text import Text
from server.reports import pre_acceptance
from server.reports.opening import opening_of
from server.reports.report import Share, TooFew
from tests.builders import Story, a_config
from tests.reports.lived import table, told

STEPS = (Text("身份证复印", "Copy of the ID card"), Text("表单", "Form"))
NEW_SUPPLY = Text("新装", "New supply")


def story(*working: str) -> Story:
    services = tuple(
        replace(s, entry=CatalogueEntry(steps=STEPS)) if s.id in ("install", "bill") else s
        for s in a_config().services
    )
    return Story(*working, config=a_config(services=services))


def served(today: Story, tickets: list[str], *, prepared: int, with_it: float, without: float) -> None:
    """All of them at counter 4, the first of them prepared."""
    for ticket in tickets[:prepared]:
        for step in (0, 1):
            today.do(gc.TickStep(ticket=ticket, step=step, by="li"))
    for n in range(len(tickets)):
        today.serve("4", seconds=with_it if n < prepared else without)


@pytest.mark.row("Q24")
def test_the_rate_and_the_minutes_saved_with_both_numbers() -> None:
    today = story("4")
    for ticket in today.issue_many(87)[:33]:
        today.do(gc.TickStep(ticket=ticket, step=0, by="li"))
    served(today, today.issue_many(31, "install"), prepared=12, with_it=660, without=1000)
    sentence = opening_of(told(today, pre_acceptance))
    assert sentence.zh.startswith("预受理率 38.1 %（45/118）")
    assert sentence.zh.endswith("，新装平均少 5:40（n=12/19）")
    assert sentence.en.endswith("; New supply took 5:40 less on average (n=12/19)")
    (line,) = table(today, pre_acceptance, "saved")
    assert (line["service"], line["prepared_mean"], line["other_mean"]) == (NEW_SUPPLY, 660, 1000)
    every = table(today, pre_acceptance, "rate")[-1]
    assert (every["prepared_share"], every["steps"]) == (Share(k=45, n=118), 33 + 24)


@pytest.mark.row("Q24")
def test_nine_of_either_are_too_few_to_compare() -> None:
    today = story("4")
    served(today, today.issue_many(30, "install"), prepared=9, with_it=60, without=600)
    (line,) = table(today, pre_acceptance, "saved")
    assert line["saved"] == TooFew(n=9, minimum=10)
    assert opening_of(told(today, pre_acceptance)).zh.endswith("省时不比较：样本不足")


def test_where_preparing_costs_time_it_is_told() -> None:
    today = story("4")
    served(today, today.issue_many(20, "install"), prepared=10, with_it=90, without=60)
    assert opening_of(told(today, pre_acceptance)).zh.endswith("，新装平均反而多 0:30（n=10/10）")


def test_a_step_that_is_taken_back_prepares_nobody() -> None:
    today = story("4")
    ticket = today.issue("install")
    for done in (True, False):
        today.do(gc.TickStep(ticket=ticket, step=0, done=done, by="li"))
    assert table(today, pre_acceptance, "rate")[-1]["prepared_share"] == Share(k=0, n=1)


@pytest.mark.row("Q20")
def test_b003_was_five_minutes_at_its_form() -> None:
    today = story("4").at("09:00")
    third = today.issue_many(3, "install")[2]
    today.at("09:02").do(c.StartFormFilling(ticket=third))
    today.at("09:07").do(c.EndFormFilling(ticket=third))
    forgotten = today.issue("install")
    today.do(c.StartFormFilling(ticket=forgotten))
    today.later(minutes=90).do(c.MarkWalkout(ticket=forgotten))
    (line,) = table(today, pre_acceptance, "forms")
    assert (line["service"], line["n"], line["mean_form"]) == (NEW_SUPPLY, 1, 300)


def test_nobody_is_told_as_nobody_and_a_few_without_a_share() -> None:
    today = story()
    assert opening_of(told(today, pre_acceptance)).zh == "本期没有客户取号"
    today.issue()
    assert opening_of(told(today, pre_acceptance)).zh == "取号 1 人，预受理 0 人；样本不足，不算占比"
