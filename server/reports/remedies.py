"""What was due to customers who waited too long, and what they got (R10, R11)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, minutes, number, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import MISSED_BY, sheet
from server.reports.waits import name_of
from server.visits.past import LEG, VISIT, Past

TITLE = Text("超时补救", "Remedies")
CASES = {"of": "cases"}
FEN = 100  # a yuan
FIGURES = ("due", "given", "declined", "missed", "waived", "open", "coverage", "cost", "cost_per_gift")


@dataclass(slots=True)
class Cases:
    """How many stand where, and what they cost."""

    count: Counter[CaseState] = field(default_factory=Counter)
    cost_fen: int = 0

    def add(self, state: CaseState, n: int, cost_fen: int) -> None:
        self.count[state] += n
        self.cost_fen += cost_fen


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("summary", *FIGURES),
        sheet("by_day", "day", *FIGURES),
        sheet("by_leader", "leader", "due", "missed", "coverage"),
        sheet("missed", "moment", "number", "service", "leader", "reason", "waited"),
        sheet("waived", "moment", "number", "service", "by", "reason"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    hall, days, leaders = Cases(), defaultdict[Any, Cases](Cases), defaultdict[Any, Cases](Cases)
    key = (VISIT.c.remedy_day, VISIT.c.remedy_leader, VISIT.c.remedy)
    asked = select(*key, func.count(), func.sum(VISIT.c.cost_fen)).where(
        past.within(VISIT.c.remedy_due_at, period.start, period.end), VISIT.c.remedy != ""
    )
    for day, leader, state, n, cost in past.rows(asked.group_by(*key)):
        for cases in (hall, days[day], leaders[leader]):
            cases.add(CaseState(state), n, cost)
    if not days:
        return []
    summary = Row(sheet="summary", cells=figures(hall), events={"what": "cases"}, tickets=CASES)
    return [
        summary,
        *(
            Row(
                sheet="by_day",
                cells={"day": day, **figures(days[day])},
                events={"date": day.isoformat(), "what": "cases"},
                tickets={**CASES, "day": day.isoformat()},
            )
            for day in sorted(days)
        ),
        *(_of_leader(leader, leaders[leader]) for leader in sorted(leaders)),
        *_missed(past, period, config),
        *_waived(past, period, config),
    ]


def figures(cases: Cases) -> Cells:
    """A waived remedy is not due, and is shown; a miss is never hidden (R10)."""
    count = cases.count
    given, due = count[CaseState.GIVEN], count.total() - count[CaseState.WAIVED]
    return {
        "due": due,
        "given": given,
        "declined": count[CaseState.DECLINED],
        "missed": count[CaseState.MISSED],
        "waived": count[CaseState.WAIVED],
        "open": sum(count[state] for state in UNSETTLED),
        "coverage": Share(k=given + count[CaseState.DECLINED], n=due),
        "cost": cases.cost_fen,
        "cost_per_gift": cases.cost_fen / given if given else None,
    }


def _of_leader(leader: str, cases: Cases) -> Row:
    got = figures(cases)
    cells = {"leader": leader, **{name: got[name] for name in ("due", "missed", "coverage")}}
    return Row(sheet="by_leader", cells=cells, events={"what": "cases"}, tickets={**CASES, "leader": leader})


def _listed(past: Past, period: Period, state: CaseState) -> Iterator[Any]:
    """In the order in which their numbers were given, with how long the last leg waited for its last call."""
    same = (LEG.c.hall_id == VISIT.c.hall_id) & (LEG.c.ticket == VISIT.c.ticket)
    last = same & (LEG.c.n == VISIT.c.legs - 1)
    of = past.within(VISIT.c.remedy_due_at, period.start, period.end)
    asked = select(VISIT, LEG.c.waited_seconds.label("waited")).join_from(VISIT, LEG, last)
    return past.rows(asked.where(of, VISIT.c.remedy == state.value).order_by(VISIT.c.seq))


def _head(visit: Any, config: HallConfig) -> Cells:
    service = name_of(visit.remedy_service, config)
    return {"moment": visit.remedy_at, "number": visit.remedy_number, "service": service}


def _missed(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    for visit in _listed(past, period, CaseState.MISSED):
        why = visit.remedy_reason
        reason = MISSED_BY.get(why, Text(why, why))
        about = {"leader": visit.remedy_leader, "reason": reason, "waited": waited(visit)}
        yield Row(sheet="missed", cells={**_head(visit, config), **about}, events={"ticket": visit.ticket})


def waited(visit: Any) -> float | None:
    """To the last call; whoever was not called since waited to the end."""
    if visit.waited is not None or visit.remedy_at is None:
        return visit.waited  # type: ignore[no-any-return]
    return (visit.remedy_at - visit.issued_at).total_seconds()  # type: ignore[no-any-return]


def _waived(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    for visit in _listed(past, period, CaseState.WAIVED):
        about = {"by": visit.remedy_by, "reason": visit.remedy_reason}
        yield Row(sheet="waived", cells={**_head(visit, config), **about}, events={"ticket": visit.ticket})


def opening(lived: Told) -> Text:
    every = lived.line("summary")
    if every is None:
        threshold = lived.config.figures.remedy_threshold_seconds
        return t.REMEDIES["none"].fill(threshold=minutes(threshold))
    got, before = share(every["coverage"]), lived.before.line("summary")
    counts = {name: every[name] for name in ("due", "given", "declined", "missed", "open")}
    if not enough(got):
        return t.REMEDIES["few"].fill(**counts)
    return t.REMEDIES["answer"].fill(
        **counts,
        share=percent(got),
        compared=compared(lived, got, share(before["coverage"]) if before else None),
        cost=f"{number(every['cost']) / FEN:.2f}",
    )
