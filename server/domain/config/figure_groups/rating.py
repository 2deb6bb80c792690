"""Figures of customers' ratings."""

from dataclasses import dataclass

from server.domain.config.figure import Group, figure


@dataclass(frozen=True, kw_only=True)
class RatingFigures:
    # remedied ones are always asked
    wait_question_share: float = figure(
        0.33,
        "%",
        row="E02",
        group=Group.RATING,
        ends=(0, 1),
        zh="抽样询问等候感受的普通客户比例",
        en="Share of ordinary customers asked about the wait",
    )
    rating_seconds: int = figure(
        30,
        "s",
        row="E01",
        group=Group.RATING,
        ends=(0, 600),
        zh="评价器等待客户点按的时间",
        en="How long the evaluator waits for a tap",
    )
    wait_rating_seconds: int = figure(
        10,
        "s",
        row="5.8",
        group=Group.RATING,
        ends=(0, 600),
        zh="等候感受一问的等待时间",
        en="How long the question about the wait stands",
    )
    hasty_rating_ms: int = figure(
        1000,
        "ms",
        row="5.8",
        group=Group.RATING,
        ends=(0, 60_000),
        zh="快于此的评价会被标记",
        en="A rating faster than this is flagged",
    )
    rating_series: int = figure(
        8,
        "count",
        row="5.8",
        group=Group.RATING,
        ends=(0, 1000),
        zh="同一窗口连续相同评价达到此数会被标记",
        en="Equal ratings in a row at one counter that are flagged",
    )
    low_rating: int = figure(
        2,
        "count",
        row="E01",
        group=Group.RATING,
        ends=(0, 5),
        zh="从此级起询问原因并回访",
        en="From this level down reasons are asked and a follow-up is due",
    )
    rated_minimum: int = figure(
        30,
        "count",
        row="E03",
        group=Group.RATING,
        ends=(0, 100_000),
        zh="评价少于此数不排名",
        en="Fewer rated tickets make no rank",
    )
    # 4 counts 5 and 4 as satisfied; 3 counts "basically satisfied", too
    satisfied_from: int = figure(
        4,
        "count",
        row="E01",
        group=Group.RATING,
        ends=(1, 5),
        zh="从此级起算满意",
        en="From this level up counts as satisfied",
    )
