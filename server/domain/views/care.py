"""What screens see of care: the banner at a counter, tasks, cases, the ladder of a waiting ticket, shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.domain.care.asked import script_of
from server.domain.care.ladder import next_rung
from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState, Task
from server.domain.care.remedies import cap_fen, stock_of
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket
from server.domain.text import Text
from server.domain.views.names import NameOf, counter_name, nobody, zone_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share never goes without its n."""

    part: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    id: str
    kind: str
    ticket: str
    number: str
    roles: tuple[str, ...]
    raised_at: datetime
    detail: str
    taken_by: str
    repeat_seconds: int
    at: Text  # the ticket's number, or what the zone or the counter is called
    taken_by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftRow:
    """`usable`: in stock and within the cap."""

    id: str
    name: Text
    unit_cost_fen: int
    stock: int
    low: bool
    usable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyBanner:
    """What a clerk or a guide needs to settle a remedy (R06–R08)."""

    state: str
    script: Text
    script_version: int
    acknowledged: bool  # offered: the script has been said
    gifts: tuple[GiftRow, ...]
    gift: str
    settled_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    ticket: str
    number: str
    service_name: Text
    state: str
    due_at: datetime
    leader: str
    gift: str
    settled_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesView:
    """R10: coverage is (given + declined) of due; waived ones are not due."""

    due: int
    settled: int
    open: int
    missed: int
    waived: int
    cost_fen: int
    rows: tuple[CaseRow, ...]  # newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeDo:
    """Q31: called at once, served within the standard, satisfied."""

    at_once: Share
    in_standard: Share
    satisfied: Share
    finished: int  # rated n of this many


def share_of(n: int, part: int) -> Share:
    return Share(part=part, n=n)


def three_do(hall: Hall) -> ThreeDo:
    care = hall.care
    return ThreeDo(
        at_once=share_of(sum(t.called for t in hall.tallies.values()), care.at_once),
        in_standard=share_of(care.finished, care.in_standard),
        satisfied=share_of(hall.opinion.rated, hall.opinion.satisfied),
        finished=care.finished,
    )


def task_rows(hall: Hall, role: str = "", name_of: NameOf = nobody) -> tuple[TaskRow, ...]:
    """Oldest first; only those for `role` where one is named."""
    assert hall.config is not None
    found = [t for t in hall.care.tasks.values() if not role or role in t.roles]
    return tuple(
        TaskRow(
            id=t.id,
            kind=t.kind,
            ticket=t.ticket,
            number=t.number,
            roles=t.roles,
            raised_at=t.raised_at,
            detail=t.detail,
            taken_by=t.taken_by,
            repeat_seconds=hall.config.figures.task_repeat_seconds,
            at=_task_at(hall, t),
            taken_by_name=name_of(t.taken_by),
        )
        for t in sorted(found, key=lambda t: t.raised_at)
    )


def _task_at(hall: Hall, task: Task) -> Text:
    subject = task.id.partition("/")[2]
    if task.kind == "water":
        return zone_name(hall, subject)
    return counter_name(hall, subject) if task.kind == "internal_work" else Text(task.number, task.number)


def gift_rows(hall: Hall) -> tuple[GiftRow, ...]:
    assert hall.config is not None
    cap = cap_fen(hall.config)
    return tuple(
        GiftRow(
            id=g.id,
            name=g.name,
            unit_cost_fen=g.unit_cost_fen,
            stock=stock_of(hall, g.id),
            low=stock_of(hall, g.id) < g.alert_below,
            usable=g.unit_cost_fen <= cap and stock_of(hall, g.id) > 0,
        )
        for g in hall.config.gifts
    )


def banner(hall: Hall, ticket: Ticket, now: datetime) -> RemedyBanner | None:
    case = hall.care.cases.get(ticket.id)
    if case is None or hall.config is None:
        return None
    script = script_of(hall.config, "remedy", local(hall.config, now).date())
    return RemedyBanner(
        state=case.state,
        script=script.text if script else Text("", ""),
        script_version=script.version if script else 0,
        acknowledged=case.state is not CaseState.OPEN,
        gifts=gift_rows(hall) if case.state in UNSETTLED else (),
        gift=case.gift,
        settled_by=case.settled_by,
    )


def cases_view(hall: Hall, name_of: NameOf = nobody) -> CasesView:
    assert hall.config is not None
    cases = sorted(hall.care.cases.values(), key=lambda c: c.due_at, reverse=True)
    count = {state: sum(c.state is state for c in cases) for state in CaseState}
    return CasesView(
        due=len(cases) - count[CaseState.WAIVED],
        settled=count[CaseState.GIVEN] + count[CaseState.DECLINED],
        open=count[CaseState.OPEN] + count[CaseState.OFFERED],
        missed=count[CaseState.MISSED],
        waived=count[CaseState.WAIVED],
        cost_fen=sum(c.cost_fen for c in cases),
        rows=tuple(
            CaseRow(
                ticket=c.ticket,
                number=c.number,
                service_name=_service_name(hall, c.service),
                state=c.state,
                due_at=c.due_at,
                leader=name_of(c.leader),
                gift=c.gift,
                settled_by=name_of(c.settled_by),
                reason=c.reason,
            )
            for c in cases
        ),
    )


def _service_name(hall: Hall, service: str) -> Text:
    """A case outlives the set-up: between two days a service may be taken away."""
    known = hall.config.service.get(service) if hall.config else None
    return known.name if known else Text(service, service)


def ladder_of_row(hall: Hall, ticket: Ticket, now: datetime) -> Mapping[str, Any]:
    """What is on record of a waiting ticket's ladder, and what comes next when."""
    case, soon = hall.care.cases.get(ticket.id), next_rung(hall, ticket, now)
    return {
        "reached": hall.care.reached.get(ticket.id, ()),
        "next_act": soon[0].act if soon else "",
        # From the visit's clock, not from now: the same until something happens.
        "next_at": ticket.clock_from + timedelta(seconds=soon[0].after_seconds) if soon else None,
        "case": case.state if case else "",
    }
