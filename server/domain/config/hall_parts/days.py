"""What a hall's days are like beside its usual hours: peaks, lunch, weekdays, holidays."""

from dataclasses import dataclass, field
from datetime import date

from server.domain.config.pieces.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.form import asks
from server.domain.text import Text


@dataclass(frozen=True, kw_only=True)
class Days:
    # Q05, beside month start and end
    peak_days: tuple[date, ...] = field(
        default=(),
        metadata=asks(
            "另外的高峰日",
            "More peak days",
            source="Q05",
            most=400,
            noun=Text("高峰日", "Peak day"),
            add=Text("加一个高峰日", "Add a peak day"),
            empty=Text("没有另外的高峰日", "No more peak days"),
            help=Text(
                "例如缴费截止日。月初 1–3 日和月末 28 日以后总算高峰日。",
                "Such as the last day to pay. Days 1–3 and from 28 on are always peak days.",
            ),
        ),
    )
    peak_hours: tuple[Hours, ...] = field(
        default=(
            Hours(opens="09:30", closes="11:30"),
            Hours(opens="14:00", closes="16:00"),
        ),
        metadata=asks(
            "高峰时段",
            "Peak hours",
            source="Q04",
            most=12,
            noun=Text("高峰时段", "Peak hours"),
            add=Text("加一段高峰时段", "Add peak hours"),
            empty=Text("没有高峰时段", "No peak hours"),
            help=Text(
                "报表和达标灯会把高峰单独统计。",
                "Reports and the goal's light look at peaks apart.",
            ),
        ),
    )
    lunch: Break | None = field(
        default=None,
        metadata=asks(
            "午休",
            "Lunch break",
            none=Text("无", "none"),
            help=Text("午休时不发号，已取的号保留", "No numbers are given meanwhile; those taken are kept"),
        ),
    )
    weekdays: tuple[Weekday, ...] = field(
        default=(), metadata=asks("每周例外", "Weekdays", most=7, elsewhere=True)
    )
    special_days: tuple[SpecialDay, ...] = field(
        default=(), metadata=asks("节假日与特殊日", "Special days", most=400, elsewhere=True)
    )
