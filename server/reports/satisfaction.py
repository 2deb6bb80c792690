"""What customers said of the service and of the wait (E01, E02); whoever said nothing is not satisfied."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import GROUPS, sheet
from server.visits.past import LEG, Asked, Past

TITLE = Text("满意度", "Satisfaction")
RATED = {"of": "rated"}
FIGURES = ("finished", "asked", "rated", "rated_share", "satisfied", "flagged", "level_mean")
LEVELS = (5, 4, 3, 2, 1)


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("overall", *FIGURES),
        sheet("by_clerk", "staff", *FIGURES),
        sheet("levels", "level", "n", "share"),
        sheet("wait_question", "group", "asked", "rated", "satisfied", "level_mean"),
    )


class Said(NamedTuple):
    """Of a group of finished legs: how many, who was asked, who answered, and what."""

    finished: int = 0
    asked: int = 0
    rated: int = 0
    satisfied: int = 0
    flagged: int = 0
    levels: int = 0  # their sum


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    clerks = by_clerk(past, period)
    if not clerks:
        return []
    hall = Said(*map(sum, zip(*clerks.values(), strict=True)))
    minimum = config.figures.rated_minimum
    overall = Row(sheet="overall", cells=figures(hall, minimum), events={"what": "ratings"}, tickets=RATED)
    return [
        overall,
        *_by_clerk(clerks, config),
        *_levels(past, period, minimum),
        *_wait_question(past, period, minimum),
    ]


def by_clerk(past: Past, period: Period) -> Mapping[str, Said]:
    """A clerk answers for the legs that he or she finished."""
    rated = LEG.c.rating > 0
    asked = _served(
        past,
        period,
        LEG.c.staff,
        func.count(),
        func.count(LEG.c.asked_at),
        _number(rated),
        _number(rated & LEG.c.satisfied),
        _number(rated & (LEG.c.flagged != "")),
        func.sum(LEG.c.rating),
    ).group_by(LEG.c.staff)
    return {staff: Said(*figures_of) for staff, *figures_of in sorted(map(tuple, past.rows(asked)))}


def _served(past: Past, period: Period, *wanted: ColumnElement[Any]) -> Asked:
    return select(*wanted).where(past.within(LEG.c.ended_at, period.start, period.end), LEG.c.served)


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(cast(condition, Integer)), 0)


def figures(answers: Said, minimum: int = 0) -> Cells:
    return {
        "finished": answers.finished,
        "asked": answers.asked,
        "rated": answers.rated,
        "rated_share": Share(k=answers.rated, n=answers.finished),
        "satisfied": Share(k=answers.satisfied, n=answers.rated, minimum=minimum),
        "flagged": answers.flagged,
        "level_mean": answers.levels / answers.rated if answers.rated else None,
    }


def _by_clerk(clerks: Mapping[str, Said], config: HallConfig) -> Iterator[Row]:
    for staff, answers in clerks.items():
        cells: Cells = {"staff": staff, **figures(answers, config.figures.rated_minimum)}
        yield Row(sheet="by_clerk", cells=cells, events=of_clerk(staff), tickets={**RATED, "staff": staff})


def _levels(past: Past, period: Period, minimum: int) -> Iterator[Row]:
    asked = _served(past, period, LEG.c.rating, func.count()).where(LEG.c.rating > 0)
    given = {level: n for level, n in past.rows(asked.group_by(LEG.c.rating))}
    for level in LEVELS:
        n = given.get(level, 0)
        cells: Cells = {"level": level, "n": n, "share": Share(k=n, n=sum(given.values()), minimum=minimum)}
        given_so = {**RATED, "level": str(level)}
        yield Row(sheet="levels", cells=cells, events={"what": "ratings"}, tickets=given_so)


def _wait_question(past: Past, period: Period, minimum: int) -> Iterator[Row]:
    rated = LEG.c.wait_rating > 0
    kinds = (LEG.c.remedied, LEG.c.cared)
    sums = (func.count(), _number(rated), _number(rated & LEG.c.wait_satisfied), func.sum(LEG.c.wait_rating))
    asked = _served(past, period, *kinds, *sums).where(LEG.c.wait_asked).group_by(*kinds)
    sums_of: dict[str, list[int]] = {group: [0, 0, 0, 0] for group in GROUPS}
    for remedied, cared, *added in past.rows(asked):
        group = sums_of[group_of(remedied=remedied, cared=cared)]
        group[:] = [a + b for a, b in zip(group, added, strict=True)]
    for name, (n, answered, satisfied, levels) in sums_of.items():
        cells: Cells = {
            "group": GROUPS[name],
            "asked": n,
            "rated": answered,
            "satisfied": Share(k=satisfied, n=answered, minimum=minimum),
            "level_mean": levels / answered if answered else None,
        }
        of_group = {"of": "asked", "group": name}
        yield Row(sheet="wait_question", cells=cells, events={"what": "ratings"}, tickets=of_group)


def of_clerk(staff: str) -> Mapping[str, str]:
    return {"staff": staff, "what": "ratings"}


def group_of(*, remedied: bool, cared: bool) -> str:
    return "remedied" if remedied else "cared" if cared else "ordinary"


def opening(lived: Told) -> Text:
    every = lived.line("overall")
    if every is None:
        return t.SATISFACTION["none"]
    rated, before = share(every["satisfied"]), lived.before.line("overall")
    if not enough(rated):
        least = lived.config.figures.rated_minimum
        return t.SATISFACTION["few"].fill(finished=every["finished"], n=rated.n, minimum=least)
    return t.SATISFACTION["answer"].fill(
        n=rated.n,
        share=percent(rated),
        compared=compared(lived, rated, share(before["satisfied"]) if before else None),
        finished=every["finished"],
        rated=percent(share(every["rated_share"])),
    )
