"""Everything that can have happened to the roster."""

from dataclasses import dataclass
from datetime import date

from server.domain.event import Event
from server.domain.roster.nouns import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlanned(Event):
    """Who works where on a day, all of it."""

    day: date
    shifts: tuple[Shift, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceMoved(Event):
    """Somebody who is planned is not here, or is after all."""

    day: date
    person: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAbsent(AbsenceMoved):
    """They are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBack(AbsenceMoved):
    """They are here after all."""
