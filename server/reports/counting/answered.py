"""What customers said of their waiting, one line a finished leg; and what the gifts cost (R11)."""

from array import array

from sqlalchemy import select

from server.insight.effect.columns import Columns
from server.insight.effect.cost import Gift
from server.later import np
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
    floats = tuple(array("d") for _ in range(3))
    flags = tuple(array("b") for _ in range(4))
    numbers, halls = tuple(array("q") for _ in range(2)), dict[str, int]()
    for hall, day, waited, remedied, cared, wait_asked, share, rating, lot in past.rows(asked):
        drawn = -1 if lot is None else lot
        for column, value in zip(floats, (waited, share, rating), strict=True):
            column.append(value)
        for flag, value in zip(flags, (remedied, cared, wait_asked, drawn), strict=True):
            flag.append(value)
        for number, value in zip(numbers, (halls.setdefault(hall, len(halls)), day.toordinal()), strict=True):
            number.append(value)
    shares = np.array(floats[1])
    return Columns(
        waited=np.array(floats[0]) / SECONDS,
        remedied=np.array(flags[0], dtype=np.bool_),
        cared=np.array(flags[1], dtype=np.bool_),
        asked=np.array(flags[2], dtype=np.bool_),
        weight=np.divide(1.0, shares, out=np.ones_like(shares), where=shares > 0),
        rating=np.array(floats[2]),
        lot=np.array(flags[3], dtype=np.int64),
        hall=np.array(numbers[0]),
        day=np.array(numbers[1]),
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
