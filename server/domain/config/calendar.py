"""The days and hours of a hall as a manager writes them down."""

from dataclasses import dataclass
from datetime import date

from server.domain.text import Text

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)  # of everything that is dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours of a day, "HH:MM" in hall time; a hall without hours is open round the clock."""

    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause of the whole hall within its hours, such as lunch: no numbers are given."""

    begins: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week that is not like the others; without hours the hall is shut."""

    weekday: int  # 1 is Monday, 7 is Sunday
    hours: Hours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A holiday, or a day with hours of its own (a weekend worked in lieu); it beats the weekday."""

    day: date
    name: Text
    hours: Hours | None = None
