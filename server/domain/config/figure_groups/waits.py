"""Figures of waiting: the goal, the over-wait, and what an expected wait is made of."""

from dataclasses import dataclass

from server.domain.config.figure import HOUR, Group, figure


@dataclass(frozen=True, kw_only=True)
class WaitFigures:
    wait_goal_seconds: int = figure(
        600,
        "s",
        row="Q04",
        group=Group.WAITS,
        ends=(1, 4 * HOUR),
        zh="等候目标：不超过此时间算达标",
        en="Wait goal: up to this a wait is within the goal",
    )
    wait_goal_share: float = figure(
        0.9,
        "%",
        row="Q04",
        group=Group.WAITS,
        ends=(0, 1),
        zh="达标率目标：等候达标的客户至少占多少",
        en="Goal for the share of customers whose wait is within the goal",
    )
    remedy_threshold_seconds: int = figure(
        1200,
        "s",
        row="R05",
        group=Group.WAITS,
        ends=(1, 8 * HOUR),
        zh="超时补救：等候严格超过此时间",
        en="Over-wait: a wait strictly longer than this",
    )
    parked_time_waits: bool = figure(
        False,
        "bool",
        row="R05",
        group=Group.WAITS,
        zh="客户自行离开的时间也算等候",
        en="Time a customer was away by choice counts as waiting",
    )
    wait_band: bool = figure(
        True,
        "bool",
        row="Q01",
        group=Group.WAITS,
        zh="预计等候显示为一段时间（如 10–15 分钟），否则只显示上限",
        en="Show the expected wait as a span (10–15 min), else its upper end alone",
    )
    promise_change_seconds: int = figure(
        300,
        "s",
        row="Q01",
        group=Group.WAITS,
        ends=(60, HOUR),
        zh="预计等候改变多少才重新告诉客户（并说明原因）",
        en="How much the expected wait must change before a customer is told anew, with the reason",
    )
    promise_change_share: float = figure(
        0.3,
        "%",
        row="Q01",
        group=Group.WAITS,
        ends=(0, 1),
        zh="且至少改变已告知的剩余等候的多大比例",
        en="And at least by this share of the wait that was told and is left",
    )
    promise_least: float = figure(
        0.7,
        "%",
        row="Q01",
        group=Group.WAITS,
        ends=(0, 1),
        zh="按时叫到的比例低于此值时提醒经理",
        en="When fewer are called within what they were told, the manager is warned",
    )
    risk_share: float = figure(
        0.6,
        "%",
        row="R12",
        group=Group.WAITS,
        ends=(0.1, 1),
        zh="超时的可能性达到多少就算有风险",
        en="From this likelihood of an over-wait on, a customer counts as at risk",
    )
    risk_people: int = figure(
        2,
        "count",
        row="R12",
        group=Group.WAITS,
        ends=(1, 50),
        zh="一个队列预计多少人会超时就提前提醒",
        en="So many of a queue expected to wait too long make an early alert",
    )
    risk_calm_seconds: int = figure(
        600,
        "s",
        row="R12",
        group=Group.WAITS,
        ends=(60, HOUR),
        zh="风险解除多久后结束提醒",
        en="How long it must look calm before the early alert ends",
    )
    proposal_people: int = figure(
        1,
        "count",
        row="Q12",
        group=Group.WAITS,
        ends=(1, 50),
        zh="多按时叫到几位客户才提出一条调度建议",
        en="So many more customers called in time make a change worth proposing",
    )
    proposal_undo_seconds: int = figure(
        60,
        "s",
        row="Q12",
        group=Group.WAITS,
        ends=(0, 600),
        zh="采纳的建议可撤销的时间",
        en="How long a proposal that was taken can be taken back",
    )
    busy_p90_seconds: int = figure(
        600,
        "s",
        row="R01",
        group=Group.WAITS,
        ends=(0, 8 * HOUR),
        zh="近半小时每十位有九位等候不超过的时间，达到此值为繁忙",
        en="Busy when nine of ten waits of the last half hour reach this",
    )
    seats: int = figure(
        24,
        "count",
        row="Q40",
        group=Group.WAITS,
        ends=(0, 10_000),
        zh="座位数：等候人数更多也为繁忙",
        en="Seats: more waiting than these is busy, too",
    )
