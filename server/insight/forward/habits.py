"""What a hall usually does, as a value: how long, how often, who stays away. Here is what day one knows.

A table is a distribution by its quantiles, evenly spaced; `inf` at its end is the share of never.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, inf, log, sqrt
from statistics import NormalDist

from server.domain.hall import Hall, ParkKind
from server.insight.handling import expected_seconds
from server.later import np

Table = tuple[float, ...]

POINTS = 512
SPREAD = 0.8  # a handling time's standard deviation by its mean, where nothing is known
WALK = 30.0  # from the call to the counter, and the clerk's gap
TRUSTED = 10  # how many customers the typed-in mean is worth
PSEUDO = 20  # and how many the usual spread
BINS = (0.0, 300.0, 600.0, 900.0, 1200.0, 1800.0, 2700.0)  # of the wait so far
KEPT = 256  # tables of usual times
LAST = 5400.0  # whoever has waited as long stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Those who will come and be called before some who are here.

    `behind`: by how many seconds their place in line lies before the moment they join, as a transfer's does.
    """

    service: str
    queue: str
    priority: bool
    per_second: float
    behind: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """By the wait so far: `no_show`, for each of `BINS`; `stays`, at each of them and at the last, the share
    that has not walked out by then.
    """

    occupancy: Mapping[str, Table] = field(default_factory=dict)  # service -> from a call to the next
    paces: Mapping[str, float] = field(default_factory=dict)  # person -> as many times the usual
    no_show: tuple[float, ...] = (0.02, 0.03, 0.05, 0.08, 0.11, 0.17, 0.25)
    hold: float = 45.0  # a counter waits for who does not come
    stays: tuple[float, ...] = (1.0, 1.0, 0.995, 0.985, 0.97, 0.94, 0.9, 0.85)
    returns: Table = (90.0, 150.0, 240.0, 420.0, *(inf,) * 6)  # missed, and back
    arrives: Table = (
        600.0,
        900.0,
        1200.0,
        1500.0,
        1800.0,
        2400.0,
        3000.0,
        inf,
        inf,
    )  # taken at home, and here
    forms: Table = (120.0, 240.0, 360.0, 540.0, 900.0)
    parked: Mapping[str, Table] = field(default_factory=lambda: dict.fromkeys(ParkKind, PARKED))
    pauses: Mapping[str, Table] = field(default_factory=lambda: {"": PAUSES})  # reason; "": any other
    rest_share: float = 0.03  # of services, after which the counter pauses
    streams: Sequence[Stream] = ()

    def takes(self, service: str) -> Table:
        """Also of one that was taken out of the set-up while somebody still waits for it."""
        return self.occupancy.get(service, UNKNOWN)


PARKED: Table = (180.0, 300.0, 480.0, 720.0, 1200.0, 2400.0)
PAUSES: Table = (60.0, 150.0, 240.0, 360.0, 540.0, 780.0, 1200.0, 2100.0)


def usual_habits(hall: Hall) -> Habits:
    """Day one: the typed-in times drawn to what today has shown, and nothing else known."""
    if hall.config is None:
        return Habits()
    return Habits(occupancy={s: spread_table(usual + WALK) for s, usual in expected_seconds(hall).items()})


def _spread(points: int) -> Table:
    sigma = sqrt(log(1 + SPREAD**2))
    normal = NormalDist(-(sigma**2) / 2, sigma)
    return tuple(exp(normal.inv_cdf((n + 0.5) / points)) for n in range(points))


USUAL, USUAL_FEW = _spread(POINTS), _spread(PSEUDO)  # of mean one


@lru_cache(maxsize=KEPT)
def spread_table(mean: float) -> Table:
    return tuple(mean * x for x in USUAL)


UNKNOWN: Table = spread_table(5 * 60.0)


def learned_table(observed: Sequence[float], usual: float, weights: Sequence[float] | None = None) -> Table:
    """Of occupancies seen: drawn to the usual mean, and spread as usual where there are few."""
    weight = np.ones(len(observed)) if weights is None else np.asarray(weights, dtype=np.float64)
    seen, n = np.asarray(observed, dtype=np.float64), float(np.sum(weight))
    mean = (float(seen @ weight) + TRUSTED * (usual + WALK)) / (n + TRUSTED)
    values = np.concatenate([seen, mean * np.asarray(USUAL_FEW)])
    weight = np.concatenate([weight, np.ones(PSEUDO)])
    order = np.argsort(values)
    values, weight = values[order], weight[order]
    reached = (np.cumsum(weight) - weight / 2) / np.sum(weight)
    table = np.interp((np.arange(POINTS) + 0.5) / POINTS, reached, values)
    return tuple(float(x) for x in table * (mean / table.mean()))
