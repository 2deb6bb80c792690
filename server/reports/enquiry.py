"""How long counters spend on what a guide could answer, and what is asked (Q29, B20)."""

from collections.abc import Iterator

from sqlalchemy import Integer, case, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.counting.conditions import ENQUIRY
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import ALL, sheet
from server.visits.past import CONTACT, LEG, VISIT, Past

TITLE = Text("咨询占用", "Enquiries at counters")
SECONDS = 60  # a minute


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("by_counter", "counter", "n", "enquiry_time", "enquiry_share"),
        sheet("topics", "topic", "n"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return [*_by_counter(past, period, config), *_topics(past, period)]


def _by_counter(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """Of all the time at counters that a leg was handled in, whatever came of it; a share of minutes."""
    asked = (
        select(
            LEG.c.counter,
            func.sum(cast(ENQUIRY, Integer)),
            func.sum(case((ENQUIRY, LEG.c.handling_seconds), else_=0.0)),
            func.sum(LEG.c.handling_seconds),
        )
        .where(past.within(LEG.c.ended_at, period.start, period.end), LEG.c.handling_seconds.is_not(None))
        .group_by(LEG.c.counter)
        .order_by(LEG.c.counter)
    )
    counters = [tuple(row) for row in past.rows(asked)]
    for counter, *spent in counters:
        place = config.counter.get(counter)
        name = place.name if place else Text(counter, counter)
        listed = {"of": "enquiries", "counter": counter}
        yield Row(sheet="by_counter", cells=_spent(name, *spent), events={"counter": counter}, tickets=listed)
    if counters:
        n, enquiry, all_of_it = (sum(row[column] for row in counters) for column in (1, 2, 3))
        yield Row(
            sheet="by_counter",
            cells=_spent(ALL, n, enquiry, all_of_it),
            events={"what": "door"},
            tickets={"of": "enquiries"},
        )


def _spent(counter: Text, n: int, enquiry: float, all_of_it: float) -> Cells:
    return {
        "counter": counter,
        "n": n,
        "enquiry_time": float(enquiry),
        "enquiry_share": Share(k=round(enquiry / SECONDS), n=round(all_of_it / SECONDS)),
    }


def _topics(past: Past, period: Period) -> Iterator[Row]:
    topic = (CONTACT.c.topic_zh, CONTACT.c.topic_en)
    asked = (
        select(*topic, func.count())
        .where(past.within(CONTACT.c.at, period.start, period.end), CONTACT.c.topic_zh != "")
        .group_by(*topic)
    )
    for zh, en, n in sorted(map(tuple, past.rows(asked)), key=lambda row: (-row[2], row[0])):
        yield Row(sheet="topics", cells={"topic": Text(zh, en), "n": n}, events={"what": "door"})


def opening(lived: Told) -> Text:
    """ "窗口咨询占用 46 min / 1 日, 9 %" (Q29)."""
    every = lived.line("by_counter")
    if every is None:
        return t.ENQUIRY["none"]
    spent, before = share(every["enquiry_share"]), lived.before.line("by_counter")
    counts = {"minutes": spent.k, "days": _days(lived), "n": every["n"]}
    if not enough(spent):
        return t.ENQUIRY["few"].fill(**counts)
    return t.ENQUIRY["answer"].fill(
        **counts,
        share=percent(spent),
        compared=compared(lived, spent, share(before["enquiry_share"]) if before else None),
    )


def _days(lived: Told) -> int:
    """On which numbers were given."""
    of = lived.past.issued(VISIT, lived.period.start, lived.period.end)
    days: int = lived.past.one(select(func.count(VISIT.c.day.distinct())).where(of))[0]
    return max(1, days)
