"""The effect sheet as a report: every figure again from the journal, and nothing where there is nothing."""

from collections.abc import Iterator
from random import Random
from statistics import fmean, stdev

import pytest

from server.domain.care import commands as care
from server.domain.care.events import GiftGiven
from server.domain.opinion.commands import RateWait
from server.domain.opinion.events import EvaluationAsked, WaitRated
from server.domain.text import Text
from server.insight.effect.texts import OPENING
from server.reports import effect
from server.reports.opening import paper
from server.reports.report import Cells, Report, Share
from server.reports.written.sheets import as_csv, as_xlsx
from tests.builders import Story, with_figures
from tests.reports.lived import past, table, today
from tests.reports.lived import told as read

Told = dict[str, tuple[EvaluationAsked, int]]
COST = Text("礼品费用", "What the gifts cost")
REPORT: Report = effect


@pytest.fixture(scope="module")
def morning() -> Story:
    """Twelve batches of ten wait from 8 to 28 minutes; most of the overdue get a gift, most say something."""
    chance, story = Random(4), Story("1", config=with_figures(wait_question_share=0.8))
    for _ in range(12):
        tickets = [story.later(minutes=2).issue() for _ in range(10)]
        story.later(minutes=8)
        for ticket in tickets:
            overdue = (story.now - story.ticket(ticket).clock_from).total_seconds() > 1200
            if overdue and chance.random() < 0.7:
                story.do(care.OpenCase(ticket=ticket))
                story.do(care.GiveGift(ticket=ticket, gift=chance.choice(["tissues", "wipes"]), by="guide"))
            story.serve(seconds=15)
            _say(story, ticket, chance)
    return story


def _say(story: Story, ticket: str, chance: Random) -> None:
    rated = RateWait(counter="1", evaluation=f"{ticket}.0", level=chance.choice([5, 5, 4, 3, 2]))
    if story.hall.opinion.evaluations["1"].ask_wait and chance.random() < 0.8:
        story.do(rated)


def told(story: Story) -> Told:
    """A second reading of the journal: every evaluation and what was answered."""
    asked: Told = {}
    for event in story.log:
        if isinstance(event, EvaluationAsked):
            asked[event.evaluation] = (event, 0)
        elif isinstance(event, WaitRated):
            asked[event.evaluation] = (asked[event.evaluation][0], event.level)
    return asked


def ratings(story: Story, low: float, high: float, *, remedied: bool) -> list[int]:
    return [
        level
        for event, level in told(story).values()
        if level and event.remedied is remedied and low < event.waited_seconds / 60 <= high
    ]


def lines(story: Story, sheet: str) -> Iterator[Cells]:
    return iter(table(story, REPORT, sheet))


def test_the_sources_table_is_the_journals(morning: Story) -> None:
    (line,) = lines(morning, "ordinary")
    remedied, others = (ratings(morning, -1, 1e9, remedied=r) for r in (True, False))
    assert (line["n_a"], line["n_b"]) == (len(remedied), len(others))
    assert line["mean_a"] == pytest.approx(fmean(remedied))
    assert line["mean_b"] == pytest.approx(fmean(others))
    assert line["difference"] == pytest.approx(fmean(remedied) - fmean(others))
    spread = (stdev(remedied) ** 2 / len(remedied) + stdev(others) ** 2 / len(others)) ** 0.5
    assert line["detectable"] == pytest.approx(2.8016 * spread, rel=1e-4)
    assert line["verdict"] == Text("不能说明补救有没有用", "Says nothing about the remedy")
    satisfied = sum(level >= 4 for level in remedied)
    assert line["satisfied_a"] == Share(k=satisfied, n=len(remedied))


def test_like_waits_are_the_journals(morning: Story) -> None:
    bands = [(10, 15), (15, 20), (20, 25), (25, 1e9)]
    _, *found = [(line["n_a"], line["n_b"]) for line in lines(morning, "bands")]
    assert found == [tuple(len(ratings(morning, *b, remedied=r)) for r in (True, False)) for b in bands]


def test_what_was_spent_is_the_journals(morning: Story) -> None:
    given = [event.cost_fen for event in morning.log if isinstance(event, GiftGiven)]
    cost = [c["value"] for c in lines(morning, "figures") if c["section"] == COST]
    assert given
    assert cost[:3] == [len(given), pytest.approx(sum(given) / 100), pytest.approx(fmean(given) / 100)]
    assert cost[3] is None


def test_a_morning_of_one_hall_shows_no_effect_and_says_so(morning: Story) -> None:
    for name in ("threshold", "lot", "launch"):
        for line in lines(morning, name):
            assert (line["difference"], line["low"], line["high"]) == (None, None, None)
    verdicts = {c["section"]: c["verdict"] for c in lines(morning, "overview")}
    assert len(verdicts) == 9
    assert Text("样本不足以下结论", "Not enough data") in verdicts.values()


def test_one_customer_is_counted_and_not_judged() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=21).do(care.OpenCase(ticket=ticket))
    story.do(care.GiveGift(ticket=ticket, gift="tissues", by="guide"))
    story.serve()
    story.do(RateWait(counter="1", evaluation=f"{ticket}.0", level=5))
    (line,) = table(story, effect, "ordinary")
    assert (line["n_a"], line["n_b"], line["difference"]) == (1, 0, None)


def test_a_day_without_anybody_has_no_lines() -> None:
    story = Story("1")
    assert story.hall.config is not None
    assert effect.rows(past(story), today(story), story.hall.config) == []


def test_it_goes_into_a_spreadsheet(morning: Story) -> None:
    assert morning.hall.config is not None
    made = paper(read(morning, REPORT))
    assert any(table.sheet.title.zh == "差异，不是效果" for table in made.tables)
    assert as_csv([made], {}).startswith(b"PK")
    assert as_xlsx([made], {}).startswith(b"PK")


def test_it_opens_with_an_answer_and_never_with_a_title_again(morning: Story) -> None:
    assert effect.opening(read(morning, REPORT)).zh.startswith("还说不出补救有没有用：可比的客户太少")
    assert effect.opening(read(Story("1"), REPORT)) == OPENING["none"]
