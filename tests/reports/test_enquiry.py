"""What counters spend on enquiries, as minutes and as a share of them."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.queue.commands import FinishTicket
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.reports import enquiry
from server.reports.opening import opening_of
from server.reports.report import Share
from tests.builders import Story, a_config
from tests.reports.lived import table, told

PRICE = Text("电价", "Price")


def story(*working: str) -> Story:
    services = tuple(
        replace(s, entry=CatalogueEntry(enquiry=True, topics=(PRICE,))) if s.id == "advice" else s
        for s in a_config().services
    )
    return Story(*working, config=a_config(services=services))


@pytest.mark.row("Q29")
def test_enquiries_took_46_minutes_in_a_day() -> None:
    today = story("1")
    for n in range(4):
        ticket = today.issue("advice")
        today.call_and_start("1")
        today.later(minutes=11.5)
        way = gc.Divert(way=Way.ANSWERED, ticket=ticket, topic=0, by="s1", where="1")
        today.do(way if n % 2 else FinishTicket(counter="1"))  # the counter's time is the same
    for _ in today.issue_many(15, every=0):
        today.serve("1", seconds=31 * 60)
    sentence = opening_of(told(today, enquiry))
    assert sentence.zh.startswith("窗口咨询占用 46 分钟 / 1 日，9 %")
    assert sentence.zh.endswith("共 4 笔，引导员能答复的不必占用窗口")
    counter, every = table(today, enquiry, "by_counter")
    assert (counter["n"], counter["enquiry_time"]) == (4, 46 * 60)
    assert every["enquiry_share"] == Share(k=46, n=511)


@pytest.mark.row("B20")
def test_topics_are_counted_wherever_they_were_answered() -> None:
    today = story("1")
    for topic in (0, 0, -1):
        today.do(gc.Divert(way=Way.ANSWERED, service="advice", topic=topic, by="li"))
    assert table(today, enquiry, "topics") == [{"topic": PRICE, "n": 2}]


def test_it_is_an_enquiry_by_the_catalogue_that_was_in_force() -> None:
    today = story("1")
    today.issue("advice")
    today.serve("1", seconds=600)
    today.do(ConfigureHall(config=a_config()))
    today.issue("advice")
    today.serve("1", seconds=600)
    assert table(today, enquiry, "by_counter")[-1]["enquiry_share"] == Share(k=10, n=20)


def test_nothing_is_told_as_nothing_and_a_few_minutes_without_a_share() -> None:
    today = story("1")
    assert opening_of(told(today, enquiry)).zh == "本期窗口没有办理"
    today.issue("advice")
    today.serve("1", seconds=120)
    said = opening_of(told(today, enquiry)).zh
    assert said == "窗口咨询占用 2 分钟 / 1 日，1 笔；样本不足，不算占比"
