"""The effect sheet as a report: every figure again from the journal, and nothing where there is nothing."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import fmean, stdev
from typing import cast

import pytest

from server.domain.care import commands as care
from server.domain.care.events import GiftGiven
from server.domain.config.config import HallConfig
from server.domain.opinion.commands import RateWait
from server.domain.opinion.events import EvaluationAsked, WaitRated
from server.domain.text import Text
from server.insight.effect.columns import Answer
from server.insight.effect.page import effect_sheet
from server.insight.effect.sheet import LEAST_SHOWN
from server.insight.effect.texts import OPENING
from server.reports import effect, opening
from server.reports.opening import paper
from server.reports.period import Period
from server.reports.report import Cells, Report, Row, Share, TooFew
from server.reports.written.sheets import as_csv, as_xlsx
from server.visits.past import Past
from tests.builders import Story, with_figures
from tests.insight.known_truth import FIRST, HALL_YEAR, World, answered, as_answers
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
    assert cost[3] == Text("效果尚未确认", "No effect is established")


def test_a_morning_of_one_hall_shows_no_effect_and_says_so(morning: Story) -> None:
    for name in ("threshold", "lot", "launch"):
        for line in lines(morning, name):
            assert not any(isinstance(line[figure], float) for figure in ("difference", "low", "high"))
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
    few = TooFew(n=0, minimum=LEAST_SHOWN)
    assert (line["n_a"], line["n_b"], line["mean_a"]) == (1, 0, TooFew(n=1, minimum=LEAST_SHOWN))
    assert (line["difference"], line["satisfied_difference"], line["detectable"]) == (few, few, few)


def test_no_figure_is_told_of_a_handful_and_no_dash_without_a_word(morning: Story) -> None:
    """R09: a jump of 1.49 was told where three to nine people had answered."""
    told, small = read(morning, REPORT), 0
    for name in effect.COMPARED:
        for line in told.lines(name):
            few = effect.least_n(line) < LEAST_SHOWN
            small += few
            for figure in ("difference", "low", "high", "satisfied_difference", "detectable"):
                assert not (few and isinstance(line[figure], int | float)), (name, line["line"])
            assert line["difference"] not in (None, "")
            for side in "ab":
                assert isinstance(line[f"mean_{side}"], TooFew) is (
                    cast(int, line[f"n_{side}"]) < LEAST_SHOWN
                )
    assert small
    assert all(isinstance(c["value"], int | float | TooFew) or c["value"] for c in told.lines("figures"))


def as_read(answers: list[Answer]) -> opening.Told:
    """The report of these answers, without their visits."""

    class Served:
        TITLE, columns = effect.TITLE, staticmethod(effect.columns)

        def rows(self, past: Past, period: Period, config: HallConfig) -> list[Row]:
            return list(effect.rows_of(effect_sheet(answers, config, period)))

    period = Period(kind="month", first=FIRST, last=FIRST.replace(day=31))
    story = Story("1")
    assert story.hall.config is not None
    return opening.Told(
        report=Served(), past=past(story), period=period, config=story.hall.config, today=period.last
    )


@pytest.mark.parametrize(
    ("world", "begins"),
    [
        (World(visits=40), "few"),
        (World(visits=400), "few"),
        (World(visits=HALL_YEAR), "imprecise"),
        (World(visits=6000, handed=0.7), "unsettled"),
        (World(visits=HALL_YEAR * 2, share=0.5), "higher"),
    ],
)
def test_the_sentence_speaks_from_the_line_that_the_picture_draws_large(world: World, begins: str) -> None:
    """It said "nothing can be drawn" above a drawn interval: sentence and picture each had a rule."""
    read = as_read(as_answers(answered(world, 1)))
    answers = [line for name in effect.COMPARED for line in read.lines(name) if line["answers"]]
    assert len(answers) == (begins in ("higher", "lower", "unsettled"))
    assert effect.opening(read).zh[:8] == OPENING[begins].zh[:8]
    for line in answers:
        assert isinstance(line["difference"], float)
        assert begins == "unsettled" or f"{line['difference']:.2f}" in effect.opening(read).zh


def test_enough_people_who_tell_nothing_are_not_called_too_few() -> None:
    """30 are needed and "at most 35" was no reason."""
    year = as_answers(answered(World(visits=3000), 1))
    level = [replace(a, wait_rating=4 * bool(a.wait_rating)) for a in year]
    assert effect.opening(as_read(level)) == OPENING["imprecise"]


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
