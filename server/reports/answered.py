"""What customers said of their waiting, one line a finished leg; and what the gifts cost (R11)."""

from typing import Any

import numpy as np
from sqlalchemy import select

from server.insight.effect_columns import Columns
from server.insight.effect_cost import Gift
from server.reports.period import Period
from server.visits.past import LATE, LEG, VISIT, Past

SECONDS = 60  # a minute
WANTED = (
    LEG.c.hall_id,
    LEG.c.asked_day,
    LEG.c.asked_waited_seconds,
    LEG.c.remedied,
    LEG.c.cared,
    LEG.c.wait_asked,
    LEG.c.ask_share,
    LEG.c.wait_rating,
    LEG.c.lot,
)


def answered(past: Past, period: Period) -> Columns:
    """By the day on which the leg was finished, in one order; column by column, as numbers alone."""
    asked = (
        select(*WANTED)
        .where(
            past.issued(LEG, period.start - LATE, period.end),
            LEG.c.asked_day.between(period.first, period.last),
        )
        .order_by(LEG.c.hall_id, LEG.c.asked_day, LEG.c.ticket, LEG.c.n)
    )
    columns: tuple[list[Any], ...] = tuple([] for _ in WANTED)
    for row in past.rows(asked):
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    hall, day, waited, remedied, cared, wait_asked, share, rating, lot = columns
    numbers = {name: n for n, name in enumerate(sorted(set(hall)))}
    shares = np.array(share, dtype=np.float64)
    return Columns(
        waited=np.array(waited, dtype=np.float64) / SECONDS,
        remedied=np.array(remedied, dtype=np.bool_),
        cared=np.array(cared, dtype=np.bool_),
        asked=np.array(wait_asked, dtype=np.bool_),
        weight=np.divide(1.0, shares, out=np.ones_like(shares), where=shares > 0),
        rating=np.array(rating, dtype=np.float64),
        lot=np.array([-1 if drawn is None else int(drawn) for drawn in lot], dtype=np.int64),
        hall=np.array([numbers[name] for name in hall], dtype=np.int64),
        day=np.array([on.toordinal() for on in day], dtype=np.int64),
    )


def gifts(past: Past, period: Period) -> list[Gift]:
    """By the day on which they were handed over, whether or not their customer was asked about anything."""
    asked = select(VISIT.c.hall_id, VISIT.c.remedy_at, VISIT.c.cost_fen).where(
        past.issued(VISIT, period.start - LATE, period.end),
        VISIT.c.remedy == "given",
        VISIT.c.remedy_at >= period.start,
        VISIT.c.remedy_at < period.end,
    )
    return [Gift(hall_id=h, day=period.day_of(at), cost_fen=cost) for h, at, cost in past.rows(asked)]
