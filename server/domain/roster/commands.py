"""Everything that can be asked about the roster."""

from dataclasses import dataclass
from datetime import date

from server.domain.command import Command
from server.domain.roster.nouns import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay(Command):
    """This is who works where on a day, whatever was planned before (Q14).

    Who says what they saw of it (`seen`) is refused with `roster_changed` where it is another one meanwhile.
    """

    day: date
    shifts: tuple[Shift, ...] = ()
    seen: tuple[Shift, ...] | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkAbsence(Command):
    """One of a day's people is not here, or is back."""

    day: date
    person: str
    absent: bool = True
    by: str = ""
