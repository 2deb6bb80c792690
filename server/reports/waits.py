"""How long customers waited: by business, half-hour, day and peak (Q03–Q05)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from server.domain.config.config import HallConfig
from server.domain.config.hours import is_peak_day, peak_minutes
from server.domain.quantile import quantile
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, minutes, parts, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, mean
from server.reports.texts import ALL, WHEN, sheet
from server.visits.past import LEG, Past

TITLE = Text("等候时间", "Waits")
FIGURES = ("n", "mean", "p50", "p90", "max", "within")
HALF_HOUR = 30  # minutes
EVERY = ""  # in the place of a service
CALLED = {"of": "called"}


@dataclass(slots=True)
class Waits:
    """Numbers alone, the shortest first: over a hundred thousand objects the collector stops the house."""

    seconds: list[float] = field(default_factory=list)
    within: int = 0

    def add(self, seconds: float, within: bool) -> None:
        self.seconds.append(seconds)
        self.within += within


Groups = dict[Any, Waits]


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("by_service", "service", *FIGURES),
        sheet("by_half_hour", "clock", "service", *FIGURES),
        sheet("by_day", "day", "peak_day", *FIGURES),
        sheet("by_peak", "when", *FIGURES),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    """Whoever left before the call has no wait to its end; one is counted where its last call lies."""
    asked = (
        select(LEG.c.service, LEG.c.called_day, LEG.c.called_minute, LEG.c.waited_seconds, LEG.c.within_goal)
        .where(past.within(LEG.c.called_at, period.start, period.end))
        .order_by(LEG.c.waited_seconds)
    )
    services, halves, days, hours, kinds = (defaultdict[Any, Waits](Waits) for _ in range(5))
    peak, peaks = peak_minutes(config), PeakDays(config)
    for service, day, minute, seconds, within in past.rows(asked):
        half = minute // HALF_HOUR
        for group in (
            services[service],
            services[EVERY],
            halves[half, service],
            halves[half, EVERY],
            days[day],
            hours[minute in peak],
            kinds[peaks[day]],
        ):
            group.add(seconds, within)
    if not services:
        return []
    return [
        *_by_service("by_service", services, config),
        *_by_half_hour(halves, config),
        *_by_day(days, config),
        *_by_peak(hours, kinds),
    ]


class PeakDays(dict[date, bool]):
    """Which days are peak days, each asked once."""

    def __init__(self, config: HallConfig) -> None:
        super().__init__()
        self._config = config

    def __missing__(self, day: date) -> bool:
        self[day] = is_peak_day(self._config, day)
        return self[day]


def name_of(service: str, config: HallConfig) -> Text:
    known = config.service.get(service)
    return known.name if known else Text(service, service)


def figures(waits: Waits) -> Cells:
    seconds = waits.seconds
    return {
        "n": len(seconds),
        "mean": mean(seconds),
        "p50": quantile(seconds, 0.5),
        "p90": quantile(seconds, 0.9),
        "max": max(seconds, default=None),
        "within": Share(k=waits.within, n=len(seconds)),
    }


def _by_service(sheet: str, groups: Groups, config: HallConfig, **more: str) -> Iterator[Row]:
    """In the order of the set-up, then whatever is no longer in it, then all."""
    known = [s for s in config.service if s in groups]
    order = known + sorted(groups.keys() - config.service.keys() - {EVERY})
    for service in order:
        cells = {**more, "service": name_of(service, config), **figures(groups[service])}
        called = {**CALLED, **more, "service": service}
        yield Row(sheet=sheet, cells=cells, events={"service": service}, tickets=called)
    every = {**more, "service": ALL, **figures(groups[EVERY])}
    yield Row(sheet=sheet, cells=every, events={"what": "calls"}, tickets={**CALLED, **more})


def _by_half_hour(halves: Mapping[tuple[int, str], Waits], config: HallConfig) -> Iterator[Row]:
    for half in sorted({half for half, _ in halves}):
        clock = f"{half // 2:02}:{half % 2 * HALF_HOUR:02}"
        services = {service: waits for (of, service), waits in halves.items() if of == half}
        yield from _by_service("by_half_hour", services, config, clock=clock)


def _by_day(days: Mapping[date, Waits], config: HallConfig) -> Iterator[Row]:
    for day, waits in sorted(days.items(), key=lambda item: item[0]):
        cells = {"day": day, "peak_day": is_peak_day(config, day), **figures(waits)}
        of_day = {"date": day.isoformat(), "what": "calls"}
        yield Row(sheet="by_day", cells=cells, events=of_day, tickets={**CALLED, "day": day.isoformat()})


def _by_peak(hours: Mapping[bool, Waits], days: Mapping[bool, Waits]) -> Iterator[Row]:
    for when, waits in (
        ("peak_hours", hours.get(True, Waits())),
        ("off_peak_hours", hours.get(False, Waits())),
        ("peak_days", days.get(True, Waits())),
        ("ordinary_days", days.get(False, Waits())),
    ):
        cells = {"when": WHEN[when], **figures(waits)}
        yield Row(sheet="by_peak", cells=cells, events={"what": "calls"}, tickets={**CALLED, "when": when})


def opening(lived: Told) -> Text:
    every = lived.line("by_service")
    if every is None:
        return t.WAITS["none"]
    within, before = share(every["within"]), lived.before.line("by_service")
    goal = minutes(lived.config.figures.wait_goal_seconds)
    if not enough(within):
        return t.WAITS["few"].fill(n=within.n, k=within.k, goal=goal)
    answer = t.WAITS["answer"].fill(
        n=within.n,
        share=percent(within),
        goal=goal,
        kept=_kept(lived, within),
        compared=compared(lived, within, share(before["within"]) if before else None),
        p90=minutes(every["p90"]),
    )
    return answer + (_hardest(lived) or t.WAITS["longest"].fill(max=minutes(every["max"])))


def _kept(lived: Told, within: Share) -> Text:
    """Against the hall's own aim for this share, both cut alike."""
    aim = lived.config.figures.wait_goal_share
    kept = parts(within.value or 0.0) >= parts(aim)
    return t.WAITS["kept" if kept else "missed"].fill(target=f"{parts(aim) / 10:g} %")


def _hardest(lived: Told) -> Text | None:
    """The half-hour and business that kept the goal least, of those with enough people; None: all kept it."""
    lines = (line for line in lived.lines("by_half_hour") if line["service"] != ALL)
    hard = [line for line in lines if enough(share(line["within"])) and share(line["within"]).value != 1]
    if not hard:
        return None
    worst = min(hard, key=lambda line: share(line["within"]).value or 0.0)
    within, clock = share(worst["within"]), str(worst["clock"])
    half = int(clock[:2]) * 2 + int(clock[3:]) // HALF_HOUR + 1
    return t.WAITS["hardest"].fill(
        clock=clock,
        until=f"{half // 2:02}:{half % 2 * HALF_HOUR:02}",
        service=worst["service"],
        share=percent(within),
        k=within.k,
        n=within.n,
    )
