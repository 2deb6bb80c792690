"""What counters and clerks have served, and how long it took (Q34, Q35)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from sqlalchemy import select

from server.domain.config.config import HallConfig
from server.domain.quantile import quantile
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, percent, share, together
from server.reports.period import Period
from server.reports.report import Cell, Cells, Row, Share, Sheet, TooFew, median
from server.reports.texts import sheet
from server.reports.waits import name_of
from server.visits.past import LEG, Past

TITLE = Text("窗口与营业员", "Counters and clerks")
SERVED = {"of": "served"}


def columns() -> tuple[Sheet, ...]:
    clerk = ("staff", "service", "n", "median", "q1", "q3", "hall_n", "hall_median", "in_standard", "rank")
    return (sheet("by_counter", "counter", "served", "median", "in_standard"), sheet("by_clerk", *clerk))


@dataclass(slots=True)
class Served:
    """Legs finished with a business done, as numbers alone; a transferred one is not served."""

    seconds: list[float] = field(default_factory=list)  # of handling, the shortest first
    within: int = 0  # the standard

    def add(self, seconds: float, within: bool) -> None:
        self.seconds.append(seconds)
        self.within += within

    @property
    def in_standard(self) -> Share:
        return Share(k=self.within, n=len(self.seconds))


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    asked = (
        select(LEG.c.counter, LEG.c.staff, LEG.c.done, LEG.c.handling_seconds, LEG.c.in_standard)
        .where(past.within(LEG.c.ended_at, period.start, period.end), LEG.c.served)
        .order_by(LEG.c.handling_seconds)
    )
    counters = defaultdict[str, Served](Served)
    services = defaultdict[str, dict[str, Served]](lambda: defaultdict(Served))
    for counter, staff, done, seconds, within in past.rows(asked):
        counters[counter].add(seconds, within)
        if done:  # else an enquiry was answered or papers were missing, and no business has that time
            services[done][staff].add(seconds, within)
    return [*_by_counter(counters, config), *_by_clerk(services, config)]


def _by_counter(counters: Mapping[str, Served], config: HallConfig) -> Iterator[Row]:
    for counter, served in sorted(counters.items(), key=lambda item: item[0]):
        place = config.counter.get(counter)
        cells: Cells = {
            "counter": place.name if place else Text(counter, counter),
            "served": len(served.seconds),
            "median": median(served.seconds),
            "in_standard": served.in_standard,
        }
        yield Row(
            sheet="by_counter",
            cells=cells,
            events={"counter": counter},
            tickets={**SERVED, "counter": counter},
        )


def _by_clerk(services: Mapping[str, Mapping[str, Served]], config: HallConfig) -> Iterator[Row]:
    """Business by business, because only the same business can be compared."""
    for service, clerks in sorted(services.items(), key=lambda item: item[0]):
        hall = sorted(chain.from_iterable(served.seconds for served in clerks.values()))
        ranks = ranking(clerks, config.figures.rated_minimum)
        for staff, served in sorted(clerks.items(), key=lambda item: item[0]):
            cells: Cells = {
                "staff": staff,
                "service": name_of(service, config),
                "n": len(served.seconds),
                "median": median(served.seconds),
                "q1": quantile(served.seconds, 0.25),
                "q3": quantile(served.seconds, 0.75),
                "hall_n": len(hall),
                "hall_median": median(hall),
                "in_standard": served.in_standard,
                "rank": ranks[staff],
            }
            whose = {"staff": staff, "service": service}
            yield Row(sheet="by_clerk", cells=cells, events=whose, tickets={**SERVED, **whose})


def ranking(clerks: Mapping[str, Served], minimum: int) -> dict[str, int | TooFew]:
    """1 is the shortest median, equals share a place; nobody below the minimum is ranked (Q35)."""
    medians = {s: median(c.seconds) or 0.0 for s, c in clerks.items() if len(c.seconds) >= minimum}
    return {
        staff: 1 + sum(other < medians[staff] for other in medians.values())
        if staff in medians
        else TooFew(n=len(served.seconds), minimum=minimum)
        for staff, served in clerks.items()
    }


def opening(lived: Told) -> Text:
    counters = lived.lines("by_counter")
    if not counters:
        return t.COUNTERS["none"]
    within = _within(counters)
    if not enough(within):
        return t.COUNTERS["few"].fill(counters=len(counters), n=within.n)
    before = lived.before.lines("by_counter")
    answer = t.COUNTERS["answer"].fill(
        counters=len(counters),
        n=within.n,
        share=percent(within),
        compared=compared(lived, within, _within(before) if before else None),
    )
    slowest = _slowest(lived)
    return answer + slowest if slowest else answer


def _within(lines: list[Cells]) -> Share:
    return together([share(line["in_standard"]) for line in lines])


def _slowest(lived: Told) -> Text | None:
    services = defaultdict[Cell, list[Cells]](list)
    for line in lived.lines("by_clerk"):
        services[line["service"]].append(line)
    over = {name: within for name, lines in services.items() if enough(within := _within(lines))}
    over = {name: within for name, within in over.items() if within.value != 1}
    if not over:
        return None
    service, within = min(over.items(), key=lambda item: item[1].value or 0.0)
    return t.COUNTERS["slowest"].fill(service=service, share=percent(within), k=within.k, n=within.n)
