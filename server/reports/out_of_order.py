"""Who was called before those who came earlier, by whom and why."""

from collections.abc import Iterable, Iterator

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.nouns import CallMade, Leg, Visit
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import sheet
from server.reports.visits import visits
from server.reports.waits import name_of

TITLE = Text("插队叫号", "Calls out of order")
DETAILS = ("moment", "number", "service", "counter", "staff", "waited", "reason")
Made = tuple[Visit, Leg, CallMade]


def columns() -> tuple[Sheet, ...]:
    summary = ("calls", "specific", "specific_share", "priority", "priority_share")
    return (sheet("summary", *summary), sheet("specific", *DETAILS), sheet("priority", *DETAILS))


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    """The private reason of a priority is not in it; the reason of the call is."""
    calls = [(v, leg, c) for v in visits(events, period, config) for leg in v.legs for c in leg.calls]
    if not calls:
        return []
    calls.sort(key=lambda made: made[2].at)
    specific = [made for made in calls if made[2].kind == "specific"]
    priority = [made for made in calls if made[0].priority]
    cells: Cells = {
        "calls": len(calls),
        "specific": len(specific),
        "specific_share": Share(k=len(specific), n=len(calls)),
        "priority": len(priority),
        "priority_share": Share(k=len(priority), n=len(calls)),
    }
    summary = Row(sheet="summary", cells=cells, events={"what": "calls"})
    return [summary, *_listed("specific", specific, config), *_listed("priority", priority, config)]


def _listed(sheet: str, calls: list[Made], config: HallConfig) -> Iterator[Row]:
    for visit, leg, call in calls:
        place = config.counter.get(call.counter)
        cells: Cells = {
            "moment": call.at,
            "number": call.number,
            "service": name_of(leg.service, config),
            "counter": place.name if place else Text(call.counter, call.counter),
            "staff": call.staff,
            "waited": call.waited_seconds,
            "reason": call.reason,
        }
        yield Row(sheet=sheet, cells=cells, events={"ticket": visit.ticket})
