"""What is known of one figure beside its value: unit, source row, group, least and most, words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from server.domain.form import IN_FEN, IN_SECONDS, NOTHING, USUAL_LETTERS, Choice, Kind, Range, asks
from server.domain.text import Text

HOUR = 3600
UNITS = {"s": IN_SECONDS, "fen": IN_FEN, "ms": Text("毫秒", "ms")}


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
    letters: int = USUAL_LETTERS,
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
    described = asks(
        zh,
        en,
        kind=Kind.SHARE if unit == "%" else Kind.TEXT,
        unit=UNITS.get(unit, NOTHING),
        ends=ends,
        choices=choices,
        source=row,
        letters=letters,
    )
    return field(default=usual, metadata={"figure": known, **described})
