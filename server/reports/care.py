"""Whether long waits were explained and eased (Q30, R01–R03, R12)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.journal import Recorded
from server.reports.nouns import Visit
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.spread import median
from server.reports.texts import act_name, sheet
from server.reports.visits import visits

TITLE = Text("等候关怀", "Care for those who wait")


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("acts", "act", "n", "due", "share", "to_explain"),
        sheet("ladder", "act", "after", "n"),
        sheet("by_person", "person", "explained", "watered"),
    )


def rows(events: Iterable[Recorded], period: Period, config: HallConfig) -> list[Row]:
    found = visits(events, period, config)
    if not found:
        return []
    return [*_acts(found), *_ladder(found), *_by_person(found)]


def _acts(found: Iterable[Visit]) -> Iterator[Row]:
    """Explaining is due from the rung on; water is given to whoever waits, so nothing of it is due."""
    visits = list(found)
    due = [v for v in visits if "explain" in v.rungs]
    explained: Cells = {
        "act": act_name("explain"),
        "n": sum(v.explained_at is not None for v in visits),
        "due": len(due),
        "share": Share(k=sum(v.explained_at is not None for v in due), n=len(due)),
        "to_explain": median([s for v in due if (s := seconds_to_explain(v)) is not None]),
    }
    watered = sum(v.watered_at is not None for v in visits)
    water: Cells = {
        "act": act_name("water"),
        "n": watered,
        "due": None,
        "share": Share(k=watered, n=len(visits)),
        "to_explain": None,
    }
    yield Row(sheet="acts", cells=explained, events={"what": "care"})
    yield Row(sheet="acts", cells=water, events={"what": "care"})


def seconds_to_explain(visit: Visit) -> float | None:
    """From the rung to the first explanation; none where it came before the rung, unasked."""
    rung = visit.rungs.get("explain")
    if rung is None or visit.explained_at is None or visit.explained_at < rung.at:
        return None
    return (visit.explained_at - rung.at).total_seconds()


def _ladder(found: Iterable[Visit]) -> Iterator[Row]:
    reached = Counter((r.after_seconds, act) for v in found for act, r in v.rungs.items())
    for (after, act), n in sorted(reached.items()):
        cells: Cells = {"act": act_name(act), "after": after, "n": n}
        yield Row(sheet="ladder", cells=cells, events={"what": "care"})


def _by_person(found: Iterable[Visit]) -> Iterator[Row]:
    visits = list(found)
    explained = Counter(v.explained_by for v in visits if v.explained_at is not None)
    watered = Counter(v.watered_by for v in visits if v.watered_at is not None)
    for person in sorted(explained.keys() | watered.keys()):
        cells: Cells = {"person": person, "explained": explained[person], "watered": watered[person]}
        yield Row(sheet="by_person", cells=cells, events={"staff": person, "what": "care"})
