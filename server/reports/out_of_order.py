"""Who was called before those who came earlier, by whom and why."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, select
from sqlalchemy import Row as Made

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import sheet
from server.reports.waits import name_of
from server.visits.past import CALL, VISIT, Past

TITLE = Text("插队叫号", "Calls out of order")
DETAILS = ("moment", "number", "service", "counter", "staff", "waited", "reason")
SPECIFIC = CALL.c.kind == "specific"


def columns() -> tuple[Sheet, ...]:
    summary = ("calls", "specific", "specific_share", "priority", "priority_share")
    return (sheet("summary", *summary), sheet("specific", *DETAILS), sheet("priority", *DETAILS))


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    """The private reason of a priority is not in it; the reason of the call is."""
    of = past.within(CALL.c.at, period.start, period.end)
    sums = (func.sum(cast(condition, Integer)) for condition in (SPECIFIC, CALL.c.priority))
    n, specific, priority = past.one(select(func.count(), *sums).where(of))
    if not n:
        return []
    cells: Cells = {
        "calls": n,
        "specific": specific,
        "specific_share": Share(k=specific, n=n),
        "priority": priority,
        "priority_share": Share(k=priority, n=n),
    }
    summary = Row(sheet="summary", cells=cells, events={"what": "calls"}, tickets={"of": "calls"})
    lists = {"specific": SPECIFIC, "priority": CALL.c.priority}
    return [
        summary,
        *(row for name, which in lists.items() for row in _listed(name, _made(past, of, which), config)),
    ]


def _made(past: Past, of: ColumnElement[bool], which: ColumnElement[bool]) -> Iterator[Made[Any]]:
    """By their time; of one moment, in the order in which their numbers were given."""
    same = (VISIT.c.hall_id == CALL.c.hall_id) & (VISIT.c.ticket == CALL.c.ticket)
    asked = select(CALL).join_from(CALL, VISIT, same).where(of, which)
    return past.rows(asked.order_by(CALL.c.at, VISIT.c.seq, CALL.c.n))


def _listed(sheet: str, calls: Iterable[Made[Any]], config: HallConfig) -> Iterator[Row]:
    for call in calls:
        place = config.counter.get(call.counter)
        cells: Cells = {
            "moment": call.at,
            "number": call.number,
            "service": name_of(call.service, config),
            "counter": place.name if place else Text(call.counter, call.counter),
            "staff": call.staff,
            "waited": call.waited_seconds,
            "reason": Text(call.reason_zh, call.reason_en),
        }
        yield Row(sheet=sheet, cells=cells, events={"ticket": call.ticket})


def opening(lived: Told) -> Text:
    every = lived.line("summary")
    if every is None:
        return t.OUT_OF_ORDER["none"]
    chosen, before = share(every["specific_share"]), lived.before.line("summary")
    counts = {"n": chosen.n, "specific": every["specific"], "priority": every["priority"]}
    if not enough(chosen):
        return t.OUT_OF_ORDER["few"].fill(**counts)
    with_earlier = compared(lived, chosen, share(before["specific_share"]) if before else None)
    return t.OUT_OF_ORDER["answer"].fill(**counts, share=percent(chosen), compared=with_earlier)
