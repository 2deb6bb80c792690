"""What is kept of all days: sums with weights, which forget by half in thirty days of an open hall."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf, log
from typing import NamedTuple

from server.insight.forward.habits import BINS, TRUSTED, WALK
from server.insight.learning.lived import SLOTS, Comer, Lived, Occupied

HALF_LIFE, TRIED_HALF_LIFE = 30.0, 7.0  # days of the hall
FORGOTTEN = 1e-3  # a weight below it is none
STEP = log(1.08)  # of the bins that a distribution is kept in
NEVER = -1
CLERKS, SEASON = 20, 50  # how many customers the usual is worth: of a clerk's pace, of a half-hour's
OCCUPIED, HANDLED, PACE, OF_WEEK, TRIED = "occupied", "handled", "pace", "of_week", "tried"
CALLED, HOLD, STAYED, RESTED, COMES, BEHIND, DAYS = (
    *("called", "hold", "stayed", "rested"),
    *("comes", "behind", "days"),
)
PLAIN, WITH_SEASON = 0, 1  # what was tried


class Key(NamedTuple):
    """What a sum is of: `subject` a service, a person, a reason; `slot` a bin or a half-hour of the week."""

    kind: str
    subject: str = ""
    slot: int = 0


class Sum(NamedTuple):
    """How much was seen, and what it came to."""

    weight: float
    total: float


NOTHING = Sum(0.0, 0.0)
Sums = Mapping[Key, Sum]


def bin_of(seconds: float) -> int:
    return NEVER if seconds == inf else int(log(max(seconds, 1.0)) / STEP)


def wait_bin(seconds: float) -> int:
    return max(sum(edge <= seconds for edge in BINS) - 1, 0)


def subject_of(comer: Comer) -> str:
    return "|".join((comer.service, comer.queue, "ps"[comer.sent_on], "01"[comer.priority]))


def comer_of(subject: str) -> Comer:
    service, queue, how, priority = subject.split("|")
    return Comer(service, queue, priority == "1", how == "s")


def mean_seconds(sums: Sums, service: str, usual: float) -> float:
    """Of an occupancy, of a clerk of usual pace: drawn to the typed-in time where few were seen."""
    seen = (sums.get(Key(OCCUPIED, service, slot), NOTHING) for slot in range(bin_of(1e5)))
    weight = total = 0.0
    for one in seen:
        weight, total = weight + one.weight, total + one.total
    return (total + TRUSTED * (usual + WALK)) / (weight + TRUSTED)


def paces_of(sums: Sums) -> dict[str, float]:
    """As many times the usual, which is all theirs together: else everybody could be slow."""
    seen = {key.subject: one for key, one in sums.items() if key.kind == PACE}
    paces = {staff: (one.total + CLERKS) / (one.weight + CLERKS) for staff, one in seen.items()}
    many = sum(one.weight for one in seen.values())
    usual = sum(paces[staff] * one.weight for staff, one in seen.items()) / many if many else 1.0
    return {staff: pace / usual for staff, pace in paces.items()}


def of_week(sums: Sums, service: str, slot: int) -> float:
    one = sums.get(Key(OF_WEEK, service, slot), NOTHING)
    return (one.total + SEASON) / (one.weight + SEASON)


def season(sums: Sums, service: str, slot: int) -> float:
    """As many times the usual as at this half-hour of the week; only while that comes nearer the truth."""
    plain, tried = sums.get(Key(TRIED, service, PLAIN)), sums.get(Key(TRIED, service, WITH_SEASON))
    if plain is None or tried is None or tried.total >= plain.total:
        return 1.0
    return of_week(sums, service, slot)


def with_day(sums: Sums, lived: Lived, usual: Mapping[str, float]) -> dict[Key, Sum]:
    """`usual`: of each service, as typed in. A day on which nobody was served changes nothing."""
    if not lived.occupied and not lived.calls:
        return dict(sums)
    book = _Book(sums)
    known = dict.fromkeys((o.service for o in lived.occupied), 0.0)
    for service in known:
        known[service] = mean_seconds(sums, service, usual.get(service, 300.0))
    paces = paces_of(sums)
    for one in lived.occupied:  # before anything of the day is known
        pace = paces.get(one.staff, 1.0)
        book.try_out(one, one.seconds / (known[one.service] * pace), of_week(sums, one.service, one.slot))
        seconds = one.seconds / pace
        book.add(Key(OCCUPIED, one.service, bin_of(seconds)), 1.0, seconds)
        if one.handled is not None and one.handled > 0:
            book.add(Key(HANDLED, one.service), 1.0, one.handled / pace)
    for service in list(known):  # with the day, else a guess that was wrong stays in all paces
        known[service] = mean_seconds(book.sums, service, usual.get(service, 300.0))
    for one in lived.occupied:
        as_usual = one.seconds / known[one.service]
        book.add(Key(OF_WEEK, one.service, one.slot), 1.0, as_usual / paces.get(one.staff, 1.0))
        if one.staff:
            book.add(Key(PACE, one.staff), 1.0, as_usual / season(sums, one.service, one.slot))
    _add_people(book, lived)
    return book.sums


def _add_people(book: "_Book", lived: Lived) -> None:
    for waited, missed in lived.calls:
        book.add(Key(CALLED, "", wait_bin(waited)), 1.0, missed)
    for hold in lived.holds:
        book.add(Key(HOLD), 1.0, hold)
    for waited, left in lived.waits:
        last = wait_bin(waited)
        for slot in range(last):
            book.add(Key(STAYED, "", slot), 1.0, 0.0)
        book.add(Key(STAYED, "", last), 1.0 if left else 0.5, left)  # who was called was seen half of it
    for kind, subject, seconds in lived.away:
        book.add(Key(kind, subject, bin_of(seconds)), 1.0, 0.0 if seconds == inf else seconds)
    if lived.turns:
        book.add(Key(RESTED), lived.turns, lived.rests)
    for (comer, slot), many in lived.comers.items():
        book.add(Key(COMES, subject_of(comer), slot), 1.0, many)
    for comer, seconds in lived.behind:
        book.add(Key(BEHIND, subject_of(comer)), 1.0, seconds)
    if lived.comers:
        book.add(Key(DAYS, "", lived.day.weekday()), 1.0, 1.0)


class _Book:
    """A day later: everything has faded, and the day is added."""

    def __init__(self, sums: Sums) -> None:
        fades = 0.5 ** (1 / HALF_LIFE)
        lately = 0.5 ** (1 / TRIED_HALF_LIFE)
        self.sums: dict[Key, Sum] = {}
        for key, (weight, total) in sums.items():
            by = lately if key.kind == TRIED else fades
            if weight * by >= FORGOTTEN:
                self.sums[key] = Sum(weight * by, total * by)

    def add(self, key: Key, weight: float, total: float) -> None:
        before = self.sums.get(key, NOTHING)
        self.sums[key] = Sum(before.weight + weight, before.total + total)

    def try_out(self, one: Occupied, as_usual: float, of_week: float) -> None:
        """How far off it would have been to know the half-hour of the week, and not to."""
        for slot, factor in ((PLAIN, 1.0), (WITH_SEASON, of_week)):
            off = as_usual - factor
            self.add(Key(TRIED, one.service, slot), 1.0, off * off)


def spread_of(sums: Sums, kind: str, subject: str) -> tuple[Sequence[float], Sequence[float]]:
    """What was seen of something, each with its weight; `inf` is never."""
    seen = [(k.slot, s) for k, s in sums.items() if k.kind == kind and k.subject == subject and s.weight > 0]
    seen.sort()
    values = [inf if slot == NEVER else s.total / s.weight for slot, s in seen]
    return values, [s.weight for _, s in seen]


def subjects_of(sums: Sums, kind: str) -> Iterator[str]:
    """Each once."""
    yield from {key.subject: None for key in sums if key.kind == kind}


def half_hours_of(day: int) -> range:
    """Of a weekday."""
    return range(day * SLOTS, (day + 1) * SLOTS)
