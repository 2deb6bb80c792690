"""A day of a hall as it is learned from: plain observations, all times in seconds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby, pairwise
from math import inf
from operator import attrgetter

LONGEST = 4 * 3600.0  # of what is learned from at all: longer ones were forgotten, not served
MOST_GAP = 300.0  # between two customers; a longer one is a rest that nobody has noted
SLOTS = 48  # half-hours of a day


@dataclass(slots=True, kw_only=True)
class Turn:
    """A counter's time with one customer. `waited` is None of one who was not called out of a line."""

    counter: str
    service: str
    staff: str
    at: datetime
    waited: float | None
    ends: datetime | None = None
    measured: bool = False  # ended as services do, all of it seen
    rested: bool = False  # the counter paused or closed before it called again
    goes_on: bool = False  # with the same customer's next business
    handled: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupied:
    """`seconds`: from the call until the counter could call again; `slot`: half-hour of the week."""

    service: str
    staff: str
    slot: int
    seconds: float
    handled: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A counter was open, in minutes of the hall's day."""

    day: date
    counter: str
    opens: int
    closes: int
    profile: str = ""
    staff: str = ""


@dataclass(frozen=True, slots=True)
class Comer:
    """How somebody comes into a line."""

    service: str
    queue: str
    priority: bool
    sent_on: bool


@dataclass(slots=True, kw_only=True)
class Lived:
    """`inf` is never. `calls`: by the wait so far, whether they did not come; `waits`: whether they left."""

    day: date
    occupied: list[Occupied] = field(default_factory=list)
    calls: list[tuple[float, bool]] = field(default_factory=list)
    holds: list[float] = field(default_factory=list)
    waits: list[tuple[float, bool]] = field(default_factory=list)
    away: list[tuple[str, str, float]] = field(default_factory=list)  # kind, subject, for how long
    turns: int = 0
    rests: int = 0
    comers: Counter[tuple[Comer, int]] = field(default_factory=Counter)  # in which half-hour of the week
    behind: list[tuple[Comer, float]] = field(default_factory=list)  # by how much their place is older
    worked: list[Worked] = field(default_factory=list)

    def was_away(self, kind: str, subject: str, seconds: float) -> None:
        """What lasted too long to be true is not learned."""
        if 0 <= seconds <= LONGEST or seconds == inf:
            self.away.append((kind, subject, seconds))


def slot_of(on_the_wall: datetime) -> int:
    """The half-hour of the week."""
    return on_the_wall.weekday() * SLOTS + on_the_wall.hour * 2 + on_the_wall.minute // 30


def occupied(turns: Iterable[Turn]) -> Iterator[Occupied]:
    """Each measured turn with its clerk's gap: seen where somebody waited already, else as others' was.

    `at` of the turns is on the hall's wall.
    """
    every = sorted(turns, key=attrgetter("counter", "at"))
    gaps = dict(_gaps(every))
    usual = sum(gaps.values()) / len(gaps) if gaps else 0.0
    for turn in every:
        if turn.measured and turn.ends is not None and turn.service:
            gap = 0.0 if turn.goes_on else gaps.get(id(turn), usual)
            seconds = (turn.ends - turn.at).total_seconds() + gap
            if 0 < seconds <= LONGEST:
                yield Occupied(
                    service=turn.service,
                    staff=turn.staff,
                    slot=slot_of(turn.at),
                    seconds=seconds,
                    handled=turn.handled,
                )


def _gaps(turns: Iterable[Turn]) -> Iterator[tuple[int, float]]:
    for _, mine in groupby(turns, key=attrgetter("counter")):
        for turn, following in pairwise(mine):
            if turn.ends is None or turn.rested or turn.goes_on or following.waited is None:
                continue
            gap = (following.at - turn.ends).total_seconds()
            if 0 <= gap <= min(MOST_GAP, following.waited):
                yield id(turn), gap
