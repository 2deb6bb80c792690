"""What is known of one figure beside its value: unit, source row, group, least and most, words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from server.domain.text import Text

HOUR = 3600


class Group(StrEnum):
    """Where a manager looks for a figure; the set-up page shows them in this order."""

    WAITS = "waits"
    CARE = "care"
    CALLING = "calling"
    NUMBERS = "numbers"
    RATING = "rating"
    VOICE = "voice"
    DAY = "day"


GROUPS = {
    Group.WAITS: Text("等候", "Waiting"),
    Group.CARE: Text("补救与提醒", "Remedies and reminders"),
    Group.CALLING: Text("叫号与过号", "Calling and missed numbers"),
    Group.NUMBERS: Text("号码", "Numbers"),
    Group.RATING: Text("评价", "Ratings"),
    Group.VOICE: Text("语音与大屏", "Voice and boards"),
    Group.DAY: Text("关门前后", "Around closing"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends belong to it."""

    least: float
    most: float

    def __contains__(self, figure: float) -> bool:
        return self.least <= figure <= self.most  # never true of a figure that is no number


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values that a figure in letters offers."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`unit`: "s", "ms", "count", "%" (a share of 1), "fen", "bool" or "text"; `row`: of the documents.

    `ends` is None for what is no number.
    """

    unit: str
    row: str
    group: Group
    text: Text
    ends: Range | None
    choices: tuple[Choice, ...]


def figure(
    usual: object,
    unit: str,
    *,
    row: str,
    group: Group,
    zh: str,
    en: str,
    ends: tuple[float, float] | None = None,
    choices: tuple[Choice, ...] = (),
) -> Any:  # the field that bears the value, whatever kind that is
    """A field of `Figures`: its usual value, and everything that any page, rule or document says of it."""
    known = Figure(
        unit=unit,
        row=row,
        group=group,
        text=Text(zh, en),
        ends=Range(*ends) if ends else None,
        choices=choices,
    )
    return field(default=usual, metadata={"figure": known})
