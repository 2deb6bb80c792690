"""What screens see of care: the banner at a counter, tasks, cases, shares."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from server.domain.care.asked import script_of
from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState, RemedyCase, Task
from server.domain.care.remedies import cap_fen
from server.domain.config.config import HallConfig
from server.domain.config.figures import LEAST
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket
from server.domain.kept import FEW, kept, once, same, together
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.names import COUNTER, ZONE, NameOf, nobody

# kinds of tasks whose subject is one
AT_A_COUNTER = ("internal_work", "pause_in_need", "open_counter", "later_break", "long_service")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share never goes without its n; of too few it is no share."""

    part: int
    n: int
    enough: bool


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
    unsettled: bool  # neither given nor declined nor otherwise over
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
    coverage: Share
    rows: tuple[CaseRow, ...]  # newest first


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeDo:
    """Q31: called at once, served within the standard, satisfied."""

    at_once: Share
    in_standard: Share
    satisfied: Share
    finished: int  # rated n of this many


def share_of(n: int, part: int, minimum: int = 0) -> Share:
    share: Share = same(Share(part=part, n=n, enough=n >= (minimum or LEAST)))
    return share


def three_do(hall: Hall) -> ThreeDo:
    care = hall.care
    return once(
        ThreeDo,
        at_once=share_of(sum(t.called for t in hall.tallies.values()), care.at_once),
        in_standard=share_of(care.finished, care.in_standard),
        satisfied=share_of(hall.opinion.rated, hall.opinion.satisfied, hall.setup.figures.rated_minimum),
        finished=care.finished,
    )


def task_rows(hall: Hall, role: str = "", name_of: NameOf = nobody) -> tuple[TaskRow, ...]:
    """Oldest first; only those for `role` where one is named."""
    config = hall.setup
    return together(
        _task_row(t, config, name_of(t.taken_by))
        for t in _by_age(hall.care.tasks)
        if not role or role in t.roles
    )


@kept(FEW)
def _by_age(tasks: Mapping[str, Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks.values(), key=lambda t: t.raised_at))


@kept()
def _task_row(task: Task, config: HallConfig, taken_by: str) -> TaskRow:
    return TaskRow(
        id=task.id,
        kind=task.kind,
        ticket=task.ticket,
        number=task.number,
        roles=task.roles,
        raised_at=task.raised_at,
        detail=task.detail,
        taken_by=task.taken_by,
        repeat_seconds=config.figures.task_repeat_seconds,
        at=_task_at(config, task),
        taken_by_name=taken_by,
    )


def _task_at(config: HallConfig, task: Task) -> Text:
    subject = task.id.partition("/")[2]
    if task.kind == "water":
        zone = config.zone.get(subject)
        return zone.name if zone else ZONE
    if task.kind in AT_A_COUNTER:
        counter = config.counter.get(subject)
        return counter.name if counter else COUNTER
    return Text(task.number, task.number)


def gift_rows(hall: Hall) -> tuple[GiftRow, ...]:
    return _gift_rows(hall.setup, hall.care.stock)


@kept(FEW)
def _gift_rows(config: HallConfig, stock: Mapping[str, int]) -> tuple[GiftRow, ...]:
    cap, left = cap_fen(config), {g.id: stock.get(g.id, g.stock) for g in config.gifts}
    return tuple(
        GiftRow(
            id=g.id,
            name=g.name,
            unit_cost_fen=g.unit_cost_fen,
            stock=left[g.id],
            low=left[g.id] < g.alert_below,
            usable=g.unit_cost_fen <= cap and left[g.id] > 0,
        )
        for g in config.gifts
    )


def banner(hall: Hall, ticket: Ticket, now: datetime) -> RemedyBanner | None:
    case = hall.care.cases.get(ticket.id)
    if case is None or hall.config is None:
        return None
    gifts = gift_rows(hall) if case.state in UNSETTLED else None
    return _banner(case, hall.config, same(local(hall.config, now).date()), gifts)


@kept()
def _banner(
    case: RemedyCase, config: HallConfig, today: date, gifts: tuple[GiftRow, ...] | None
) -> RemedyBanner:
    script = script_of(config, "remedy", today)
    return RemedyBanner(
        state=case.state,
        unsettled=case.state in UNSETTLED,
        script=script.text if script else Text("", ""),
        script_version=script.version if script else 0,
        acknowledged=case.state is not CaseState.OPEN,
        gifts=gifts or (),
        gift=case.gift,
        settled_by=case.settled_by,
    )


def cases_view(hall: Hall, name_of: NameOf = nobody) -> CasesView:
    cases = hall.care.cases
    return _cases_view(cases, hall.setup, same(tuple((who, name_of(who)) for who in _who(cases))))


@kept(FEW)
def _who(cases: Mapping[str, RemedyCase]) -> tuple[str, ...]:
    """Everybody's log-ins that the cases name."""
    return tuple(dict.fromkeys(who for c in cases.values() for who in (c.leader, c.settled_by)))


@kept(FEW)
def _cases_view(
    cases: Mapping[str, RemedyCase], config: HallConfig, names: tuple[tuple[str, str], ...]
) -> CasesView:
    newest, name = sorted(cases.values(), key=lambda c: c.due_at, reverse=True), dict(names)
    count = Counter(c.state for c in newest)
    due, settled = len(newest) - count[CaseState.WAIVED], count[CaseState.GIVEN] + count[CaseState.DECLINED]
    return CasesView(
        due=due,
        settled=settled,
        coverage=share_of(due, settled),
        open=count[CaseState.OPEN] + count[CaseState.OFFERED],
        missed=count[CaseState.MISSED],
        waived=count[CaseState.WAIVED],
        cost_fen=sum(c.cost_fen for c in newest),
        rows=tuple(_case_row(c, config, name[c.leader], name[c.settled_by]) for c in newest),
    )


@kept()
def _case_row(case: RemedyCase, config: HallConfig, leader: str, settled_by: str) -> CaseRow:
    known = config.service.get(case.service)  # a case outlives the set-up
    return CaseRow(
        ticket=case.ticket,
        number=case.number,
        service_name=known.name if known else Text(case.service, case.service),
        state=case.state,
        due_at=case.due_at,
        leader=leader,
        gift=case.gift,
        settled_by=settled_by,
        reason=case.reason,
    )
