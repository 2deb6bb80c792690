"""What customers said of the service and of the wait (E01, E02); whoever said nothing is not satisfied."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.counters import served
from server.reports.nouns import Leg, Opinion
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.spread import mean
from server.reports.texts import GROUPS, sheet
from server.reports.visits import visits

TITLE = Text("满意度", "Satisfaction")
FIGURES = ("finished", "asked", "rated", "rated_share", "satisfied", "flagged", "level_mean")
LEVELS = (5, 4, 3, 2, 1)


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("overall", *FIGURES),
        sheet("by_clerk", "staff", *FIGURES),
        sheet("levels", "level", "n", "share"),
        sheet("wait_question", "group", "asked", "rated", "satisfied", "level_mean"),
    )


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    legs = list(served(visits(events, period, config)))
    if not legs:
        return []
    overall = Row(sheet="overall", cells=figures(legs), events={"what": "ratings"})
    return [overall, *_by_clerk(legs, config), *_levels(legs), *_wait_question(legs)]


def figures(legs: list[Leg], minimum: int = 0) -> Cells:
    asked = [leg.opinion for leg in legs if leg.opinion is not None]
    rated = [opinion for opinion in asked if opinion.level]
    return {
        "finished": len(legs),
        "asked": len(asked),
        "rated": len(rated),
        "rated_share": Share(k=len(rated), n=len(legs)),
        "satisfied": Share(k=sum(o.satisfied for o in rated), n=len(rated), minimum=minimum),
        "flagged": sum(bool(o.flagged) for o in rated),
        "level_mean": mean([o.level for o in rated]),
    }


def by_clerk(legs: Iterable[Leg]) -> dict[str, list[Leg]]:
    """A clerk answers for the legs that he or she finished."""
    groups: dict[str, list[Leg]] = defaultdict(list)
    for leg in legs:
        groups[leg.staff].append(leg)
    return dict(sorted(groups.items()))


def _by_clerk(legs: list[Leg], config: HallConfig) -> Iterator[Row]:
    for staff, group in by_clerk(legs).items():
        cells: Cells = {"staff": staff, **figures(group, config.figures.rated_minimum)}
        yield Row(sheet="by_clerk", cells=cells, events={"staff": staff, "what": "ratings"})


def _levels(legs: list[Leg]) -> Iterator[Row]:
    given = [leg.opinion.level for leg in legs if leg.opinion is not None and leg.opinion.level]
    for level in LEVELS:
        n = given.count(level)
        cells: Cells = {"level": level, "n": n, "share": Share(k=n, n=len(given))}
        yield Row(sheet="levels", cells=cells, events={"what": "ratings"})


def _wait_question(legs: list[Leg]) -> Iterator[Row]:
    asked = [leg.opinion for leg in legs if leg.opinion is not None and leg.opinion.wait_asked]
    for group, name in GROUPS.items():
        members = [opinion for opinion in asked if group_of(opinion) == group]
        rated = [o for o in members if o.wait_level]
        cells: Cells = {
            "group": name,
            "asked": len(members),
            "rated": len(rated),
            "satisfied": Share(k=sum(o.wait_satisfied for o in rated), n=len(rated)),
            "level_mean": mean([o.wait_level for o in rated]),
        }
        yield Row(sheet="wait_question", cells=cells, events={"what": "ratings"})


def group_of(opinion: Opinion) -> str:
    return "remedied" if opinion.remedied else "cared" if opinion.cared else "ordinary"
