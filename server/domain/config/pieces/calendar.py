"""The days and hours of a hall as a manager writes them down."""

from dataclasses import dataclass, field
from datetime import date

from server.domain.form import Kind, asks, one_of
from server.domain.text import Text

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)  # of everything that is dated
WEEKDAYS = one_of(
    **{
        str(n): words
        for n, words in enumerate(
            (
                ("周一", "Mon"),
                ("周二", "Tue"),
                ("周三", "Wed"),
                ("周四", "Thu"),
                ("周五", "Fri"),
                ("周六", "Sat"),
                ("周日", "Sun"),
            ),
            start=1,
        )
    }
)
OWN_HOURS = asks("营业时间", "Opening hours", none=Text("不营业", "shut"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours of a day, "HH:MM" in hall time; a hall without hours is open round the clock."""

    opens: str = field(metadata=asks("开门", "Opens", kind=Kind.TIME, starts="08:30"))
    closes: str = field(metadata=asks("关门", "Closes", kind=Kind.TIME, starts="17:00"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause of the whole hall within its hours, such as lunch: no numbers are given."""

    begins: str = field(metadata=asks("开始", "Begins", kind=Kind.TIME, starts="12:00"))
    ends: str = field(metadata=asks("结束", "Ends", kind=Kind.TIME, starts="13:00"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week that is not like the others; without hours the hall is shut."""

    # 1 is Monday, 7 is Sunday
    weekday: int = field(metadata=asks("星期", "Weekday", ends=(1, 7), choices=WEEKDAYS))
    hours: Hours | None = field(default=None, metadata=OWN_HOURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A holiday, or a day with hours of its own (a weekend worked in lieu); it beats the weekday."""

    day: date = field(metadata=asks("日期", "Day"))
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            help=Text(
                "例如“国庆节”；会显示在取号机上",
                "Such as “National Day”; kiosks show it",
            ),
        )
    )
    hours: Hours | None = field(default=None, metadata=OWN_HOURS)
