"""What was due to customers who waited too long, and what they got (R10, R11)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.nouns import Case, Visit
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import MISSED_BY, sheet
from server.reports.visits import visits
from server.reports.waits import name_of

TITLE = Text("超时补救", "Remedies")
FIGURES = ("due", "given", "declined", "missed", "waived", "open", "coverage", "cost", "cost_per_gift")
Remedied = tuple[Visit, Case]


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("summary", *FIGURES),
        sheet("by_day", "day", *FIGURES),
        sheet("by_leader", "leader", "due", "missed", "coverage"),
        sheet("missed", "moment", "number", "service", "leader", "reason", "waited"),
        sheet("waived", "moment", "number", "service", "by", "reason"),
    )


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    found = [(v, v.case) for v in visits(events, period, config) if v.case is not None]
    if not found:
        return []
    summary = Row(sheet="summary", cells=figures([case for _, case in found]), events={"what": "cases"})
    parts = (_by_day(found, period), _by_leader(found), _missed(found, config), _waived(found, config))
    return [summary, *(row for part in parts for row in part)]


def figures(cases: list[Case]) -> Cells:
    """A waived remedy is not due, and is shown; a miss is never hidden (R10)."""
    count = {state: sum(c.state is state for c in cases) for state in CaseState}
    given, due = count[CaseState.GIVEN], len(cases) - count[CaseState.WAIVED]
    cost = sum(c.cost_fen for c in cases)
    return {
        "due": due,
        "given": given,
        "declined": count[CaseState.DECLINED],
        "missed": count[CaseState.MISSED],
        "waived": count[CaseState.WAIVED],
        "open": sum(count[state] for state in UNSETTLED),
        "coverage": Share(k=given + count[CaseState.DECLINED], n=due),
        "cost": cost,
        "cost_per_gift": cost / given if given else None,
    }


def _by_day(found: list[Remedied], period: Period) -> Iterator[Row]:
    groups: dict[date, list[Case]] = defaultdict(list)
    for _, case in found:
        groups[period.day_of(case.due_at)].append(case)
    for day, cases in sorted(groups.items()):
        cells = {"day": day, **figures(cases)}
        yield Row(sheet="by_day", cells=cells, events={"date": day.isoformat(), "what": "cases"})


def _by_leader(found: list[Remedied]) -> Iterator[Row]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for _, case in found:
        groups[case.leader].append(case)
    for leader, cases in sorted(groups.items()):
        got = figures(cases)
        cells = {"leader": leader, **{name: got[name] for name in ("due", "missed", "coverage")}}
        yield Row(sheet="by_leader", cells=cells, events={"what": "cases"})


def _listed(
    found: list[Remedied], state: CaseState, cells: Callable[[Visit, Case], Cells], config: HallConfig
) -> Iterator[Row]:
    for visit, case in found:
        if case.state is state:
            head = {
                "moment": case.settled_at,
                "number": case.number,
                "service": name_of(case.service, config),
            }
            events = {"ticket": visit.ticket}
            yield Row(sheet=state.value, cells={**head, **cells(visit, case)}, events=events)


def _missed(found: list[Remedied], config: HallConfig) -> Iterator[Row]:
    def cells(visit: Visit, case: Case) -> Cells:
        reason = MISSED_BY.get(case.reason, Text(case.reason, case.reason))
        return {"leader": case.leader, "reason": reason, "waited": waited(visit, case)}

    return _listed(found, CaseState.MISSED, cells, config)


def waited(visit: Visit, case: Case) -> float | None:
    """To the last call; whoever was not called since waited to the end."""
    call = visit.leg.last_call
    if call is not None:
        return call.waited_seconds
    return (case.settled_at - visit.issued_at).total_seconds() if case.settled_at else None


def _waived(found: list[Remedied], config: HallConfig) -> Iterator[Row]:
    return _listed(found, CaseState.WAIVED, lambda _, c: {"by": c.settled_by, "reason": c.reason}, config)
