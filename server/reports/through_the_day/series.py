"""The waits of a day as points over time, with the lines they must stay below (Q04, R05)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports.period import Period
from server.reports.texts import LINES
from server.visits.past import LEG, VISIT, Past


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
class Threshold:
    seconds: int
    title: Text


def points(past: Past, period: Period) -> list[Point]:
    same = (VISIT.c.hall_id == LEG.c.hall_id) & (VISIT.c.ticket == LEG.c.ticket)
    asked = (
        select(
            LEG.c.called_at, LEG.c.waited_seconds, LEG.c.service, VISIT.c.number, LEG.c.ticket, VISIT.c.remedy
        )
        .join_from(LEG, VISIT, same)
        .where(past.within(LEG.c.called_at, period.start, period.end))
        .order_by(LEG.c.called_at, VISIT.c.seq, LEG.c.n)
    )
    return [
        Point(
            at=at,
            clock=period.local(at).strftime("%H:%M:%S"),
            waited_seconds=waited,
            service=service,
            number=number,
            ticket=ticket,
            remedied=remedy != "",
        )
        for at, waited, service, number, ticket, remedy in past.rows(asked)
    ]


def lines(config: HallConfig) -> list[Threshold]:
    figures = config.figures
    both = (("goal", figures.wait_goal_seconds), ("remedy", figures.remedy_threshold_seconds))
    return [Threshold(seconds=s, title=LINES[name].fill(minutes=f"{s / 60:g}")) for name, s in both]
