"""What somebody may suppose of the hall, to see what it would do: a closed set, each named on the wire.

Nothing here changes anything; what is done in earnest is its own command.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOpens:
    """Somebody sits down there in a few minutes; without a profile the usual one."""

    counter: str
    profile: str = ""
    type: Literal["counter_opens"] = "counter_opens"


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterCloses:
    """Once whoever is there is done."""

    counter: str
    type: Literal["counter_closes"] = "counter_closes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPauses:
    """So many minutes, from when whoever is there is done."""

    counter: str
    minutes: int
    type: Literal["counter_pauses"] = "counter_pauses"


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterResumes:
    counter: str
    type: Literal["counter_resumes"] = "counter_resumes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanges:
    counter: str
    profile: str
    type: Literal["profile_changes"] = "profile_changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class LunchMoves:
    """So many minutes later; earlier below nought."""

    counter: str
    minutes: int
    type: Literal["lunch_moves"] = "lunch_moves"


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterHelps:
    """It calls the queue, too, where it would call nobody else."""

    counter: str
    queue: str
    type: Literal["counter_helps"] = "counter_helps"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCome:
    """So many more at once, within a few minutes."""

    queue: str
    people: int
    type: Literal["people_come"] = "people_come"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuingStops:
    """No number is given any more; those that were stay good."""

    queue: str
    type: Literal["issuing_stops"] = "issuing_stops"


AtCounter = (
    CounterOpens | CounterCloses | CounterPauses | CounterResumes | ProfileChanges | LunchMoves | CounterHelps
)
OfQueue = PeopleCome | IssuingStops
Supposed = AtCounter | OfQueue

MOST = 5  # at once
MOST_MINUTES, MOST_PEOPLE = 120, 200
