"""Figures of remedies and reminders."""

from dataclasses import dataclass

from server.domain.config.figure import HOUR, Group, figure


@dataclass(frozen=True, kw_only=True)
class CareFigures:
    # the code's own cap of 200 cannot be raised by it
    gift_cap_fen: int = figure(
        200,
        "fen",
        row="R07",
        group=Group.CARE,
        ends=(0, 200_000),
        zh="补救礼品单价上限",
        en="Highest price of a remedy's gift",
    )
    internal_work_seconds: int = figure(
        30,
        "s",
        row="Q28",
        group=Group.CARE,
        ends=(0, 8 * HOUR),
        zh="有人超目标等候时窗口做内务，或三人时暂停，超过此时间会提醒",
        en="Internal work while others wait over the goal, or a pause while three do, is told after this",
    )
    task_repeat_seconds: int = figure(
        120,
        "s",
        row="5.7",
        group=Group.CARE,
        ends=(0, 8 * HOUR),
        zh="无人接手的提醒多久后再提醒",
        en="A task nobody took is told again after this",
    )
