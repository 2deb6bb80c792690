"""Days of a hall whose truth is known."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from server.insight.learning.lived import Lived, Occupied, slot_of
from server.insight.learning.sums import Key, Sum, with_day
from tests.builders import ZONE

FIRST = date(2026, 3, 2)  # a Monday
PACES = {"quick": 0.8, "usual": 1.0, "slow": 1.25}


def days(
    many: int, *, mean: float = 300.0, monday: float = 1.0, seed: int = 1, a_day: int = 60
) -> Iterator[Lived]:
    """Of `bill` alone; on Mondays customers take `monday` times as long."""
    dice = Random(seed)
    for n in range(many):
        day = FIRST + timedelta(days=n)
        lived = Lived(day=day)
        for _ in range(a_day):
            at = datetime.combine(day, datetime.min.time(), ZONE) + timedelta(
                hours=9, minutes=dice.random() * 420
            )
            staff = dice.choice(list(PACES))
            seconds = (
                mean * PACES[staff] * dice.gammavariate(4, 0.25) * (monday if day.weekday() == 0 else 1.0)
            )
            lived.occupied.append(
                Occupied(
                    service="bill", staff=staff, slot=slot_of(at), seconds=seconds, handled=seconds * 0.9
                )
            )
        yield lived


def learned(lived: Iterator[Lived], usual: float = 300.0) -> dict[Key, Sum]:
    sums: dict[Key, Sum] = {}
    for one in lived:
        sums = with_day(sums, one, {"bill": usual})
    return sums
