"""The waits of a day as points over time, with the lines they must stay below (Q04, R05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.period import Period
from server.reports.texts import LINES
from server.reports.visits import visits


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One wait, where it ended in its last call."""

    at: datetime
    clock: str
    waited_seconds: float
    service: str
    number: str
    ticket: str
    remedied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    seconds: int
    title: Text


def points(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Point]:
    found = (
        Point(
            at=leg.last_call.at,
            clock=period.local(leg.last_call.at).strftime("%H:%M:%S"),
            waited_seconds=leg.last_call.waited_seconds,
            service=leg.service,
            number=visit.number,
            ticket=visit.ticket,
            remedied=visit.case is not None,
        )
        for visit in visits(events, period, config)
        for leg in visit.legs
        if leg.last_call is not None
    )
    return sorted(found, key=lambda point: point.at)


def lines(config: HallConfig) -> list[Line]:
    figures = config.figures
    both = (("goal", figures.wait_goal_seconds), ("remedy", figures.remedy_threshold_seconds))
    return [Line(seconds=s, title=LINES[name].fill(minutes=f"{s / 60:g}")) for name, s in both]
