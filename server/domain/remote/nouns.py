"""The nouns of numbers from home; frozen, made only by `evolve`. Nobody is known: hashes die with the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from server.domain.values import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is known of who took a number from elsewhere, until it ends."""

    at: datetime
    phone: str  # a keyed hash of the phone
    network: str  # a keyed hash of where it asked from
    turn_at: datetime | None = None  # when nobody in the hall was before it any more
    passed: bool = False  # somebody behind it was called, as its holder was not here


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorCode:
    """What only who stands in the hall can read; `before` was shown until a moment ago."""

    code: str
    since: datetime
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """By ticket, who has not ended."""

    taken: Mapping[str, Taken] = field(default_factory=dict)
    door: DoorCode | None = None
