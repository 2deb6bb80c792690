"""Whether customers had to come again, how long one stay took, and who answers for what is open.

A customer who comes again is known by their notice or pass alone (B09, E11, E12, K11). A stay is all that was
done under one number, however many businesses and counters that were (Q44).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Integer, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.quantile import quantile
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.counting.conditions import BROUGHT_BACK, FIRST_TIME, GIVEN, OPEN, RESOLVED, RETURN, STAYED
from server.reports.opening import Told, compared, enough, number, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, mean
from server.reports.texts import ALL, CASES, NOTICES, OUTCOMES, STOPS, UNSOLVED, sheet
from server.reports.waits import name_of
from server.visits.past import CONTACT, VISIT, Past

TITLE = Text("首问与一次办结", "First contact and first time")
WAYS = {1: "one", 2: "two"}  # stops, by their number


@dataclass(slots=True)
class Stays:
    """Numbers alone, in seconds."""

    whole: list[float] = field(default_factory=list)
    served: float = 0.0

    def add(self, whole: float, served: float) -> None:
        self.whole.append(whole)
        self.served += served


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("resolved", "service", "first_time"),
        sheet("cases", "visits", "n", "share"),
        sheet("stays", "stops", "n", "stay_mean", "stay_p90", "stay_max", "handled_mean"),
        sheet("notices", "notice", "returned"),
        sheet("owners", "owner", "n", "open"),
        sheet("open", "moment", "number", "service", "owner", "outcome"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return [
        *_resolved(past, period, config),
        *_cases(past, period),
        *_stays(past, period),
        *_notices(past, period),
        *_owners(past, period),
        *_open(past, period, config),
    ]


def _resolved(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """Of the first visits that ended at a counter: solved there, and not brought back by a notice since."""
    asked = (
        select(VISIT.c.service, func.count(), func.sum(cast(FIRST_TIME, Integer)))
        .where(past.within(VISIT.c.ended_at, period.start, period.end), RESOLVED)
        .group_by(VISIT.c.service)
        .order_by(VISIT.c.service)
    )
    by_service = [tuple(row) for row in past.rows(asked)]
    for service, n, k in by_service:
        cells: Cells = {"service": name_of(service, config), "first_time": Share(k=k, n=n)}
        listed = {"of": "resolved", "service": service}
        yield Row(sheet="resolved", cells=cells, events={"service": service}, tickets=listed)
    if by_service:
        every = Share(k=sum(k for _, _, k in by_service), n=sum(n for _, n, _ in by_service))
        cells = {"service": ALL, "first_time": every}
        yield Row(sheet="resolved", cells=cells, events={"what": "door"}, tickets={"of": "resolved"})


def _cases(past: Past, period: Period) -> Iterator[Row]:
    """Visits until it was done: one, or one more with a notice (K11)."""
    again = cast(RETURN, Integer)
    asked = (
        select(again, func.count())
        .where(past.within(VISIT.c.ended_at, period.start, period.end), VISIT.c.solved.is_(True))
        .group_by(again)
    )
    visits = {bool(came_again): n for came_again, n in past.rows(asked)}
    for came_again, way in ((False, "once"), (True, "again")):
        n = visits.get(came_again, 0)
        if visits:
            cells: Cells = {"visits": CASES[way], "n": n, "share": Share(k=n, n=sum(visits.values()))}
            listed = {"of": "solved", "way": way}
            yield Row(sheet="cases", cells=cells, events={"what": "door"}, tickets=listed)


def _stays(past: Past, period: Period) -> Iterator[Row]:
    """From the number to the end of the last business, waits and ways between included (Q44)."""
    asked = select(VISIT.c.legs, VISIT.c.issued_at, VISIT.c.ended_at, VISIT.c.handled_seconds).where(
        past.within(VISIT.c.ended_at, period.start, period.end), STAYED
    )
    by_stops, every = defaultdict[str, Stays](Stays), Stays()
    for legs, issued_at, ended_at, served in past.rows(asked):
        whole = (ended_at - issued_at).total_seconds()
        for group in (by_stops[WAYS.get(legs, "more")], every):
            group.add(whole, served)
    for way, name in STOPS.items():
        if way in by_stops:
            yield _stay(name, by_stops[way], {"way": way})
    if every.whole:
        yield _stay(ALL, every, {})


def _stay(stops: Text, stays: Stays, narrowed: dict[str, str]) -> Row:
    cells: Cells = {
        "stops": stops,
        "n": len(stays.whole),
        "stay_mean": mean(stays.whole),
        "stay_p90": quantile(stays.whole, 0.9),
        "stay_max": max(stays.whole),
        "handled_mean": stays.served / len(stays.whole),
    }
    return Row(sheet="stays", cells=cells, events={"what": "door"}, tickets={"of": "stayed", **narrowed})


def _notices(past: Past, period: Period) -> Iterator[Row]:
    """Given in the period; who has come back did so in time, or the code had been refused (B09)."""
    asked = (
        select(CONTACT.c.what, func.count(), func.sum(cast(BROUGHT_BACK, Integer)))
        .where(past.within(CONTACT.c.at, period.start, period.end), GIVEN)
        .group_by(CONTACT.c.what)
        .order_by(CONTACT.c.what)
    )
    for what, n, k in past.rows(asked):
        cells: Cells = {"notice": NOTICES[what], "returned": Share(k=k, n=n)}
        listed = {"of": "noticed", "way": what}
        yield Row(sheet="notices", cells=cells, events={"what": "door"}, tickets=listed)


def _owners(past: Past, period: Period) -> Iterator[Row]:
    asked = (
        select(VISIT.c.owner, func.count(), func.sum(cast(OPEN, Integer)))
        .where(past.issued(VISIT, period.start, period.end), VISIT.c.owner != "")
        .group_by(VISIT.c.owner)
    )
    for owner, n, still in sorted(map(tuple, past.rows(asked)), key=lambda row: (-row[2], row[0])):
        cells: Cells = {"owner": owner, "n": n, "open": still}
        yield Row(
            sheet="owners", cells=cells, events={"staff": owner}, tickets={"of": "open", "staff": owner}
        )


def _open(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """Each on the list of who met them first, whoever had them since (E11)."""
    asked = (
        select(VISIT)
        .where(past.issued(VISIT, period.start, period.end), OPEN)
        .order_by(VISIT.c.owner, VISIT.c.seq)
    )
    for visit in past.rows(asked):
        cells: Cells = {
            "moment": visit.issued_at,
            "number": visit.number,
            "service": name_of(visit.service, config),
            "owner": visit.owner,
            "outcome": UNSOLVED
            if visit.outcome == "done"
            else OUTCOMES.get(visit.outcome, Text(visit.outcome, visit.outcome)),
        }
        yield Row(sheet="open", cells=cells, events={"ticket": visit.ticket})


def opening(lived: Told) -> Text:
    every, owed = lived.line("resolved"), _owed(lived)
    if every is None:
        return t.FIRST_TIME["none"] + owed
    first, before = share(every["first_time"]), lived.before.line("resolved")
    if not enough(first):
        return t.FIRST_TIME["few"].fill(n=first.n, k=first.k) + owed
    return (
        t.FIRST_TIME["answer"].fill(
            n=first.n,
            k=first.k,
            share=percent(first),
            compared=compared(lived, first, share(before["first_time"]) if before else None),
        )
        + owed
    )


def _owed(lived: Told) -> Text:
    given = [share(line["returned"]) for line in lived.lines("notices")]
    still = sum(number(line["open"]) for line in lived.lines("owners"))
    answer = t.NONE
    if given:
        answer += t.FIRST_TIME["notices"].fill(n=sum(s.n for s in given), k=sum(s.k for s in given))
    return answer + t.FIRST_TIME["open"].fill(n=still) if still else answer
