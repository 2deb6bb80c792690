"""The nouns of the roster; frozen, made only by `evolve`. People are known by their log-ins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.domain.values import quick


class Post(StrEnum):
    """What somebody is planned for."""

    COUNTER = "counter"
    GUIDE = "guide"
    LEADER = "leader"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One person at one place, from "HH:MM" to "HH:MM" on the hall's wall ("24:00" ends a day)."""

    person: str
    post: Post = Post.COUNTER
    counter: str = ""  # of the post at a counter
    begins: str
    ends: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DayRoster:
    """Of one day; `absent` are those of its people who are not here."""

    shifts: tuple[Shift, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The week that was, to plan by, today and what is to come; older days live in the journal."""

    days: Mapping[str, DayRoster] = field(default_factory=dict)  # "YYYY-MM-DD" -> its roster
    opened: Mapping[str, datetime] = field(default_factory=dict)  # counter -> when it first opened on its day


NO_ROSTER = DayRoster()
