"""Whether long waits were explained and eased (Q30, R01–R03, R12)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, median
from server.reports.texts import act_name, sheet
from server.visits.past import RUNG, VISIT, Past

TITLE = Text("等候关怀", "Care for those who wait")


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("acts", "act", "n", "due", "share", "to_explain"),
        sheet("ladder", "act", "after", "n"),
        sheet("by_person", "person", "explained", "watered"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    of = past.issued(VISIT, period.start, period.end)
    asked = select(func.count(), func.count(VISIT.c.explained_at), func.count(VISIT.c.watered_at)).where(of)
    n, explained, watered = past.one(asked)
    if not n:
        return []
    due = _due(past, period)
    return [
        _explained(explained, due),
        _watered(watered, n),
        *_ladder(past, period),
        *_by_person(past, period),
    ]


@dataclass(slots=True)
class Due:
    """Visits that came to the rung where their wait is to be explained, and who were lived."""

    n: int = 0
    explained: int = 0
    seconds: list[float] = field(default_factory=list)  # from the rung to the first explanation


def _due(past: Past, period: Period) -> Due:
    same = (RUNG.c.hall_id == VISIT.c.hall_id) & (RUNG.c.ticket == VISIT.c.ticket)
    asked = (
        select(RUNG.c.at, VISIT.c.explained_at)
        .join_from(RUNG, VISIT, same)
        .where(past.within(RUNG.c.at, period.start, period.end), RUNG.c.act == "explain")
    )
    due = Due()
    for at, explained_at in past.rows(asked):
        due.n += 1
        if explained_at is not None:
            due.explained += 1
            if explained_at >= at:  # else it came before the rung, unasked
                due.seconds.append((explained_at - at).total_seconds())
    return due


def _explained(n: int, due: Due) -> Row:
    """Explaining is due from the rung on; water is given to whoever waits, so nothing of it is due."""
    cells: Cells = {
        "act": act_name("explain"),
        "n": n,
        "due": due.n,
        "share": Share(k=due.explained, n=due.n),
        "to_explain": median(due.seconds),
    }
    return Row(sheet="acts", cells=cells, events={"what": "care"}, tickets={"of": "explained"})


def _watered(n: int, visits: int) -> Row:
    cells: Cells = {
        "act": act_name("water"),
        "n": n,
        "due": None,
        "share": Share(k=n, n=visits),
        "to_explain": None,
    }
    return Row(sheet="acts", cells=cells, events={"what": "care"}, tickets={"of": "watered"})


def _ladder(past: Past, period: Period) -> Iterator[Row]:
    asked = (
        select(RUNG.c.after_seconds, RUNG.c.act, func.count())
        .where(past.within(RUNG.c.at, period.start, period.end))
        .group_by(RUNG.c.after_seconds, RUNG.c.act)
    )
    for after, act, n in sorted(map(tuple, past.rows(asked))):
        cells: Cells = {"act": act_name(act), "after": after, "n": n}
        rung = {"of": "rung", "act": act, "after": str(after)}
        yield Row(sheet="ladder", cells=cells, events={"what": "care"}, tickets=rung)


def _by_person(past: Past, period: Period) -> Iterator[Row]:
    def counted(by: str, at: str) -> dict[str, int]:
        asked = select(VISIT.c[by], func.count()).where(
            past.issued(VISIT, period.start, period.end), VISIT.c[at].is_not(None)
        )
        return {person: n for person, n in past.rows(asked.group_by(VISIT.c[by]))}

    explained, watered = counted("explained_by", "explained_at"), counted("watered_by", "watered_at")
    for person in sorted(explained.keys() | watered.keys()):
        both = {"explained": explained.get(person, 0), "watered": watered.get(person, 0)}
        cells: Cells = {"person": person, **both}
        whose = {"of": "cared", "staff": person}
        yield Row(sheet="by_person", cells=cells, events={"staff": person, "what": "care"}, tickets=whose)


def opening(lived: Told) -> Text:
    acts = lived.lines("acts")
    if not acts:
        return t.CARE["none"]
    explained, watered = share(acts[0]["share"]), acts[1]["n"]
    if not enough(explained):
        return t.CARE["few"].fill(due=explained.n, k=explained.k, watered=watered)
    before = lived.before.lines("acts")
    return t.CARE["answer"].fill(
        due=explained.n,
        share=percent(explained),
        compared=compared(lived, explained, share(before[0]["share"]) if before else None),
        watered=watered,
    )
