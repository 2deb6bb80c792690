"""Figures of the day's end: what happens around closing."""

from dataclasses import dataclass

from server.domain.config.figure import HOUR, Group, figure
from server.domain.form import Choice
from server.domain.text import Text

NEAR_CLOSE = (
    Choice(value="issue", text=Text("照常发号", "Give numbers as usual")),
    Choice(value="warn", text=Text("发号，但提示可能办不完", "Give numbers, with a warning")),
    Choice(value="stop", text=Text("不再发号", "Give no more numbers")),
)


@dataclass(frozen=True, kw_only=True)
class DayFigures:
    room_unmanned_seconds: int = figure(
        1800,
        "s",
        row="Q37",
        group=Group.DAY,
        ends=(60, 8 * HOUR),
        zh="接待室、贵宾室营业时间内无人多久算无人值守",
        en="A room that nobody opens for this long in opening hours is told of",
    )
    near_close_rule: str = figure(
        "warn",
        "text",
        row="§6",
        group=Group.DAY,
        zh="临近关门、预计轮不到的客户来取号时",
        en="Near closing, when a customer would not be called in time",
        choices=NEAR_CLOSE,
    )
    near_close_grace_seconds: int = figure(
        1800,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 8 * HOUR),
        zh="停业后仍继续办理的时间",
        en="How long after closing customers are still served",
    )
    day_close_after_seconds: int = figure(
        900,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 12 * HOUR),
        zh="停业后多久、无人等候时自动结束营业日",
        en="This long after closing, once nobody is left, the day ends",
    )
    day_end_after_seconds: int = figure(
        10800,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 24 * HOUR),
        zh="停业后多久无论如何结束营业日；0 为午夜",
        en="This long after closing the day ends whoever is left; 0: at midnight",
    )
