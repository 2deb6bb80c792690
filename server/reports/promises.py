"""How true the promised waits were: called in time, within what was said, how far off (3.2)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Integer, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.counting.conditions import PROMISED
from server.reports.counting.promised_bands import BANDS, band_name, band_of
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import ALL, sheet
from server.reports.waits import name_of
from server.visits.past import VISIT, Asked, Past

TITLE = Text("预计准确度", "How true the waits were")
WORST = 10
SCORES = ("n", "in_time", "covered", "error")
WAIT, LOW, HIGH = VISIT.c.promised_wait, VISIT.c.promised_low, VISIT.c.promised_high
IN_TIME, COVERED = WAIT <= HIGH, (WAIT >= LOW) & (WAIT <= HIGH)
ERROR = func.abs(WAIT - (LOW + HIGH) / 2)  # from the middle of what was said
TOLD_ANEW = VISIT.c.promises > 1


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("by_band", "band", *SCORES),
        sheet("by_service", "service", *SCORES, "told_anew"),
        sheet("by_day", "day", *SCORES),
        sheet("worst", "number", "day", "service", "said", "waited", "late"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return [
        *_by_band(past, period),
        *_by_service(past, period, config),
        *_by_day(past, period),
        *_worst(past, period, config),
    ]


def _scored(past: Past, period: Period, *by: Any) -> Asked:
    counted = (
        func.count(),
        func.sum(cast(IN_TIME, Integer)),
        func.sum(cast(COVERED, Integer)),
        func.avg(ERROR),
        func.sum(cast(TOLD_ANEW, Integer)),
    )
    asked = select(*by, *counted).where(past.issued(VISIT, period.start, period.end), PROMISED)
    return asked.group_by(*by).order_by(*by) if by else asked


def _scores(n: int, in_time: int, covered: int, error: float) -> Cells:
    return {
        "n": n,
        "in_time": Share(k=in_time, n=n),
        "covered": Share(k=covered, n=n),
        "error": float(error),
    }


def _by_band(past: Past, period: Period) -> Iterator[Row]:
    for band, *scores, _ in past.rows(_scored(past, period, band_of())):
        name = BANDS[band]
        cells: Cells = {"band": band_name(name), **_scores(*scores)}
        yield Row(sheet="by_band", cells=cells, events={}, tickets={"of": "promised", "way": name})


def _by_service(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    for service, n, *scores, anew in past.rows(_scored(past, period, VISIT.c.service)):
        told_anew = Share(k=anew, n=n)
        cells: Cells = {"service": name_of(service, config), **_scores(n, *scores), "told_anew": told_anew}
        listed = {"of": "promised", "service": service}
        yield Row(sheet="by_service", cells=cells, events={"service": service}, tickets=listed)
    n, *scores, anew = past.one(_scored(past, period))
    if n:
        cells = {"service": ALL, **_scores(n, *scores), "told_anew": Share(k=anew, n=n)}
        yield Row(sheet="by_service", cells=cells, events={}, tickets={"of": "promised"})


def _by_day(past: Past, period: Period) -> Iterator[Row]:
    for day, *scores, _ in past.rows(_scored(past, period, VISIT.c.day)):
        listed = {"of": "promised", "day": day.isoformat()}
        yield Row(sheet="by_day", cells={"day": day, **_scores(*scores)}, events={}, tickets=listed)


def _worst(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """Who was called longest behind the later end of what was said."""
    late = WAIT - HIGH
    asked = (
        select(VISIT.c.ticket, VISIT.c.number, VISIT.c.day, VISIT.c.service, HIGH, WAIT)
        .where(past.issued(VISIT, period.start, period.end), PROMISED, late > 0)
        .order_by(late.desc(), VISIT.c.seq)
        .limit(WORST)
    )
    for ticket, number, day, service, longest, waited in past.rows(asked):
        cells: Cells = {
            "number": number,
            "day": day,
            "service": name_of(service, config),
            "said": longest,
            "waited": waited,
            "late": waited - longest,
        }
        yield Row(sheet="worst", cells=cells, events={"ticket": ticket})


def opening(lived: Told) -> Text:
    """ "按时叫到 83 %（98/118），比上月 …": of all that were promised something, the share that held."""
    every = lived.line("by_service")
    if every is None:
        return t.PROMISES["none"]
    held, before = share(every["in_time"]), lived.before.line("by_service")
    counts = {"k": held.k, "n": held.n}
    if not enough(held):
        return t.PROMISES["few"].fill(**counts)
    return t.PROMISES["answer"].fill(
        **counts,
        share=percent(held),
        compared=compared(lived, held, share(before["in_time"]) if before else None),
    )
