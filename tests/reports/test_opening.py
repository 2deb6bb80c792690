"""Each report opens with one sentence that answers, compared with an earlier time and the goal."""

from datetime import date

import pytest

from server.domain.text import Text
from server.reports import waits
from server.reports.catalogue import catalogue
from server.reports.opening import Told, compared, opening_of, percent
from server.reports.period import earlier, period_of
from server.reports.report import Share
from tests.builders import Story, with_figures
from tests.reports.conftest import BusyHall
from tests.reports.lived import told

ZONE = "Asia/Shanghai"


def said(told: Told) -> str:
    return opening_of(told).zh


@pytest.mark.parametrize(
    ("kind", "day", "today", "first", "last"),
    [
        ("day", "2026-03-02", "2026-03-02", "2026-02-02", "2026-02-02"),
        ("week", "2026-03-04", "2026-03-04", "2026-02-02", "2026-02-08"),
        ("month", "2026-03-10", "2026-03-10", "2026-02-01", "2026-02-10"),
        ("month", "2026-03-31", "2026-03-30", "2026-02-01", "2026-02-28"),
        ("month", "2026-03-10", "2026-04-01", "2026-02-01", "2026-02-28"),
        ("year", "2026-03-10", "2026-03-10", "2025-01-01", "2025-03-10"),
    ],
)
def test_like_is_compared_with_like(kind: str, day: str, today: str, first: str, last: str) -> None:
    before = earlier(period_of(kind, date.fromisoformat(day), ZONE), date.fromisoformat(today))
    assert (before.first.isoformat(), before.last.isoformat()) == (first, last)


def of(share: Share, before: Share | None) -> str:
    story = Story("1")
    return compared(told(story, waits, "month"), share, before).zh


def test_a_difference_is_told_in_points_and_never_of_too_few() -> None:
    ninety, month = Share(k=90, n=100), "上月同期"
    assert of(ninety, Share(k=87, n=100)) == f"，比{month}高 3 个百分点"
    assert of(ninety, Share(k=185, n=200)) == f"，比{month}低 2.5 个百分点"
    assert of(ninety, Share(k=18, n=20)) == f"，与{month}持平"
    assert of(ninety, Share(k=9, n=9)) == f"，{month}样本不足，n=9，不比较"
    assert of(ninety, Share(k=0, n=0)) == of(ninety, None) == f"，{month}没有记录，不比较"
    assert percent(Share(k=9996, n=10000)) == "99.9 %"


def test_a_few_are_told_as_numbers_and_nobody_as_nobody() -> None:
    story = Story("1")
    assert said(told(story, waits)) == "本期没有叫过号"
    story.issue()
    story.later(minutes=11).serve("1")
    assert said(told(story, waits)) == "叫到 1 人，0 人在 10 分钟目标内；样本不足，不算占比"


def test_the_waits_are_held_against_the_halls_own_aim() -> None:
    story = Story("1", config=with_figures(wait_goal_share=0.95))
    for _ in range(12):
        story.issue()
        story.serve("1")
    assert "达到 95 % 的要求" in said(told(story, waits))
    late = Story("1", config=with_figures(wait_goal_share=0.95))
    late.issue_many(12, every=0)
    late.later(minutes=11)
    for _ in range(12):
        late.serve("1")
    assert "0 % 在 10 分钟目标内，没有达到 95 % 的要求" in said(told(late, waits))


def test_the_sentence_has_the_tables_own_figures_and_the_hardest_half_hour() -> None:
    story = Story("1")
    for minutes in (5, 5, 11, *(5,) * 9):
        story.issue()
        story.later(minutes=minutes).serve("1", seconds=1)
    assert said(told(story, waits)).startswith(
        "叫到 12 人，91.6 % 在 10 分钟目标内，达到 90 % 的要求，四周前同一天没有记录，不比较"
    )
    hard = Story("1")
    for _ in range(10):
        hard.issue()
    for n in range(10):
        hard.later(minutes=10.5 if n == 9 else 0).serve("1", seconds=1)
    assert said(told(hard, waits)).endswith("。最难的是 09:00–09:30 的缴费：90 % 达标（9/10）")
    assert "最难的是" not in said(told(story, waits))  # no half-hour of it has ten people


@pytest.mark.parametrize("name", sorted(catalogue()))
@pytest.mark.parametrize("kind", ["day", "week", "month"])
def test_every_report_answers_in_both_languages(busy: BusyHall, name: str, kind: str) -> None:
    period = busy.period(kind)
    of = Told(report=catalogue()[name], past=busy.past, period=period, config=busy.config, today=period.last)
    sentence = opening_of(of)
    for text in (sentence.zh, sentence.en):
        assert text
        assert not {"{", "}"} & set(text)
    assert "0 %（n=1" not in sentence.zh


def test_a_strangers_report_without_a_sentence_has_none() -> None:
    class Strange:
        TITLE = Text("别人的", "Somebody's")

    assert opening_of(told(Story("1"), Strange)) == Text("", "")  # type: ignore[arg-type]
