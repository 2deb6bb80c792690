"""What of the roster is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

ROSTER_DAY_OVER = Refusal(
    "roster_day_over", Text("{day} 已经过去，不能再排班", "{day} is over; it cannot be planned."), "day"
)
ROSTER_TOO_FAR = Refusal(
    "roster_too_far",
    Text("最多提前 {most} 天排班", "A day can be planned at most {most} days ahead."),
    "most",
)
SHIFT_CLOCK = Refusal(
    "shift_clock",
    Text(
        "工号 {person} 的班次 {begins}–{ends} 不对：要先开始、后结束，像 08:30–12:00",
        "The shift {begins}–{ends} of {person} is not right: it begins before it ends, as 08:30–12:00.",
    ),
    "person",
    "begins",
    "ends",
)
PERSON_TWICE = Refusal(
    "person_twice",
    Text(
        "工号 {person} 在 {begins}–{ends} 已有一个班，不能同时在两处",
        "{person} has a shift {begins}–{ends} already and cannot be at two places at once.",
    ),
    "person",
    "begins",
    "ends",
)
COUNTER_TWICE = Refusal(
    "counter_twice",
    Text(
        "{counter}在 {begins}–{ends} 已排了工号 {person}",
        "{counter} has {person} already, {begins}–{ends}.",
    ),
    "counter",
    "person",
    "begins",
    "ends",
)
NOT_ON_ROSTER = Refusal(
    "not_on_roster",
    Text("工号 {person} 这一天没有排班", "{person} is not on the roster of that day."),
    "person",
)
ROSTER_CHANGED = Refusal(
    "roster_changed",
    Text(
        "{day} 的排班刚被别人改过，请关闭后重新打开再改",
        "Somebody has just changed the roster of {day}; close it and open it again.",
    ),
    "day",
)
