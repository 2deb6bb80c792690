"""What counters and clerks have served, and how long it took (Q34, Q35)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.nouns import Leg, Visit
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, TooFew
from server.reports.spread import median, quantile
from server.reports.texts import sheet
from server.reports.visits import visits
from server.reports.waits import name_of

TITLE = Text("窗口与营业员", "Counters and clerks")


def columns() -> tuple[Sheet, ...]:
    clerk = ("staff", "service", "n", "median", "q1", "q3", "hall_n", "hall_median", "in_standard", "rank")
    return (sheet("by_counter", "counter", "served", "median", "in_standard"), sheet("by_clerk", *clerk))


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    legs = list(served(visits(events, period, config)))
    return [*_by_counter(legs, config), *_by_clerk(legs, config)]


def served(found: Iterable[Visit]) -> Iterator[Leg]:
    """Legs finished with a business done; a transferred one is not served."""
    return (leg for visit in found for leg in visit.legs if leg.served)


def seconds_of(legs: Iterable[Leg]) -> list[float]:
    return [leg.handling_seconds for leg in legs if leg.handling_seconds is not None]


def in_standard(legs: list[Leg]) -> Share:
    return Share(k=sum(leg.in_standard for leg in legs), n=len(legs))


def _by_counter(legs: list[Leg], config: HallConfig) -> Iterator[Row]:
    groups: dict[str, list[Leg]] = defaultdict(list)
    for leg in legs:
        groups[leg.counter].append(leg)
    for counter, group in sorted(groups.items()):
        place = config.counter.get(counter)
        cells: Cells = {
            "counter": place.name if place else Text(counter, counter),
            "served": len(group),
            "median": median(seconds_of(group)),
            "in_standard": in_standard(group),
        }
        yield Row(sheet="by_counter", cells=cells, events={"counter": counter})


def _by_clerk(legs: list[Leg], config: HallConfig) -> Iterator[Row]:
    """Business by business, because only the same business can be compared."""
    groups: dict[str, dict[str, list[Leg]]] = defaultdict(lambda: defaultdict(list))
    for leg in legs:
        groups[leg.done][leg.staff].append(leg)
    for service, clerks in sorted(groups.items()):
        hall = [s for group in clerks.values() for s in seconds_of(group)]
        ranks = ranking(clerks, config.figures.rated_minimum)
        for staff, group in sorted(clerks.items()):
            seconds = seconds_of(group)
            cells: Cells = {
                "staff": staff,
                "service": name_of(service, config),
                "n": len(group),
                "median": median(seconds),
                "q1": quantile(seconds, 0.25),
                "q3": quantile(seconds, 0.75),
                "hall_n": len(hall),
                "hall_median": median(hall),
                "in_standard": in_standard(group),
                "rank": ranks[staff],
            }
            yield Row(sheet="by_clerk", cells=cells, events={"staff": staff, "service": service})


def ranking(clerks: Mapping[str, list[Leg]], minimum: int) -> dict[str, int | TooFew]:
    """1 is the shortest median, equals share a place; nobody below the minimum is ranked (Q35)."""
    medians = {s: median(seconds_of(g)) or 0.0 for s, g in clerks.items() if len(g) >= minimum}
    return {
        staff: 1 + sum(other < medians[staff] for other in medians.values())
        if staff in medians
        else TooFew(n=len(group), minimum=minimum)
        for staff, group in clerks.items()
    }
