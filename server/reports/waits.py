"""How long customers waited: by business, half-hour, day and peak (Q03–Q05)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from server.domain.config.config import HallConfig
from server.domain.config.hours import in_peak, is_peak_day
from server.domain.text import Text
from server.journal import Recorded
from server.reports.nouns import CallMade, Leg, Visit
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.spread import mean, quantile
from server.reports.texts import ALL, WHEN, sheet
from server.reports.visits import visits

TITLE = Text("等候时间", "Waits")
FIGURES = ("n", "mean", "p50", "p90", "max", "within")
Wait = tuple[Leg, CallMade]  # a wait is counted where its last call lies
K = TypeVar("K")


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("by_service", "service", *FIGURES),
        sheet("by_half_hour", "clock", "service", *FIGURES),
        sheet("by_day", "day", "peak_day", *FIGURES),
        sheet("by_peak", "when", *FIGURES),
    )


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    waits = list(waited(visits(events, period, config)))
    if not waits:
        return []
    parts = (
        _by_half_hour(waits, period, config),
        _by_day(waits, period, config),
        _by_peak(waits, period, config),
    )
    return [*_by_service("by_service", waits, config), *(row for part in parts for row in part)]


def waited(found: Iterable[Visit]) -> Iterator[Wait]:
    """Every leg that was called, with its last call: whoever left before has no wait to its end."""
    return ((leg, leg.last_call) for visit in found for leg in visit.legs if leg.last_call is not None)


def name_of(service: str, config: HallConfig) -> Text:
    known = config.service.get(service)
    return known.name if known else Text(service, service)


def figures(waits: Sequence[Wait]) -> Cells:
    seconds = [call.waited_seconds for _, call in waits]
    return {
        "n": len(seconds),
        "mean": mean(seconds),
        "p50": quantile(seconds, 0.5),
        "p90": quantile(seconds, 0.9),
        "max": max(seconds, default=None),
        "within": Share(k=sum(call.within_goal for _, call in waits), n=len(waits)),
    }


def _grouped(waits: Iterable[Wait], key: Callable[[Wait], K]) -> Mapping[K, list[Wait]]:
    groups: dict[K, list[Wait]] = defaultdict(list)
    for wait in waits:
        groups[key(wait)].append(wait)
    return groups


def _by_service(sheet: str, waits: Sequence[Wait], config: HallConfig, **more: str) -> Iterator[Row]:
    """In the order of the set-up, then whatever is no longer in it, then all."""
    groups = _grouped(waits, lambda w: w[0].service)
    order = [s for s in config.service if s in groups] + sorted(groups.keys() - config.service.keys())
    for service in order:
        cells = {**more, "service": name_of(service, config), **figures(groups[service])}
        yield Row(sheet=sheet, cells=cells, events={"service": service})
    yield Row(sheet=sheet, cells={**more, "service": ALL, **figures(waits)}, events={"what": "calls"})


def _by_half_hour(waits: Sequence[Wait], period: Period, config: HallConfig) -> Iterator[Row]:
    for clock, group in sorted(_grouped(waits, lambda w: half_hour(w[1], period)).items()):
        yield from _by_service("by_half_hour", group, config, clock=clock)


def half_hour(call: CallMade, period: Period) -> str:
    at = period.local(call.at)
    return f"{at.hour:02}:{at.minute // 30 * 30:02}"


def _by_day(waits: Sequence[Wait], period: Period, config: HallConfig) -> Iterator[Row]:
    for day, group in sorted(_grouped(waits, lambda w: period.day_of(w[1].at)).items()):
        cells = {"day": day, "peak_day": is_peak_day(config, day), **figures(group)}
        yield Row(sheet="by_day", cells=cells, events={"date": day.isoformat(), "what": "calls"})


def _by_peak(waits: Sequence[Wait], period: Period, config: HallConfig) -> Iterator[Row]:
    hours = _grouped(waits, lambda w: in_peak(config, w[1].at))
    days = _grouped(waits, lambda w: is_peak_day(config, period.day_of(w[1].at)))
    for when, groups, peak in (
        ("peak_hours", hours, True),
        ("off_peak_hours", hours, False),
        ("peak_days", days, True),
        ("ordinary_days", days, False),
    ):
        yield Row(
            sheet="by_peak",
            cells={"when": WHEN[when], **figures(groups.get(peak, []))},
            events={"what": "calls"},
        )
