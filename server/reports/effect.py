"""What the remedy did to satisfaction with waiting, as far as it can be said (R04, R09, R11)."""

from collections.abc import Iterator

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.intervals import Estimate, Verdict
from server.insight.effect.page import sheet_of_columns
from server.insight.effect.sheet import Group, Line, Section
from server.insight.effect.sheet import Sheet as EffectSheet
from server.reports.counting.answered import answered, gifts
from server.reports.opening import Told
from server.reports.period import Period
from server.reports.report import Cell, Cells, Column, Row, Share, Sheet
from server.visits.past import Past

TITLE = t.SHEET
COMPARED = ("ordinary", "bands", "threshold", "lot", "launch", "cared")
GROUPS = ("group_a", "n_a", "mean_a", "satisfied_a", "group_b", "n_b", "mean_b", "satisfied_b")
POINTS = ("difference", "low", "high")
SATISFIED = ("satisfied_difference", "satisfied_low", "satisfied_high")
PERCENT = 100


def columns() -> tuple[Sheet, ...]:
    compared = ("line", *GROUPS, *POINTS, *SATISFIED, "detectable", "verdict")
    return (
        Sheet(id="overview", title=t.OVERVIEW, columns=_heads("section", "verdict", "note")),
        *(Sheet(id=name, title=t.TITLES[name], columns=_heads(*compared)) for name in COMPARED),
        Sheet(id="figures", title=t.FIGURES, columns=_heads("section", "line", "figure", "value")),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    """The effect sheet of the period, flat; nobody asked and nothing given makes no lines."""
    sheet = sheet_of(past, period, config)
    return list(_rows(sheet)) if sheet else []


def sheet_of(past: Past, period: Period, config: HallConfig) -> EffectSheet | None:
    """The same as a page shows it: sections, lines, verdicts."""
    answers, given = answered(past, period), gifts(past, period)
    if not len(answers) and not given:
        return None
    return sheet_of_columns(answers, config, period, given)


def _rows(sheet: EffectSheet) -> Iterator[Row]:
    for section in sheet.sections:
        cells: Cells = {"section": section.title, "verdict": section.verdict, "note": section.note}
        yield Row(sheet="overview", cells=cells, events={})
        for line in section.lines:
            if section.id in COMPARED:
                yield Row(sheet=section.id, cells=_compared(line), events={})
            yield from _figures(section, line)


def _compared(line: Line) -> Cells:
    cells: dict[str, Cell] = {"line": line.label, "detectable": line.detectable, "verdict": line.verdict}
    for side, group in zip("ab", line.groups, strict=False):
        cells |= _group(side, group)
    return {**cells, **_interval(POINTS, line.difference, 1), **_interval(SATISFIED, line.satisfied, PERCENT)}


def _group(side: str, group: Group) -> Cells:
    return {
        f"group_{side}": group.name,
        f"n_{side}": group.n,
        f"mean_{side}": group.mean,
        f"satisfied_{side}": Share(k=group.satisfied, n=group.n),
    }


def _interval(names: tuple[str, ...], estimate: Estimate | None, scale: int) -> Cells:
    """All three or none: a difference never goes without its interval."""
    if estimate is None:
        return dict.fromkeys(names)
    return dict(
        zip(names, (estimate.value * scale, estimate.low * scale, estimate.high * scale), strict=True)
    )


def _figures(section: Section, line: Line) -> Iterator[Row]:
    for fact in line.facts:
        about: Cells = {"section": section.title, "line": line.label}
        yield Row(sheet="figures", cells={**about, "figure": fact.name, "value": fact.value}, events={})


def _heads(*names: str) -> tuple[Column, ...]:
    return tuple(Column(id=n, title=t.COLUMNS[n][0], kind=t.COLUMNS[n][1]) for n in names)


STRONGEST = ("lot", "threshold", "launch", "bands")  # what carries a conclusion best comes first


def opening(lived: Told) -> Text:
    """What the best comparison that is precise enough says; else that nothing can be said yet, and why.

    One that sees no difference is not talked over by a weaker one that does.
    """
    answers = [
        (name, line) for name in STRONGEST for line in lived.lines(name)[:1]
    ]  # what the section stands by
    if not lived.rows:
        return t.OPENING["none"]
    for name, line in [(name, line) for name, line in answers if line["difference"] is not None][:1]:
        if line["verdict"] in (t.VERDICTS[Verdict.HIGHER], t.VERDICTS[Verdict.LOWER]):
            higher = line["verdict"] == t.VERDICTS[Verdict.HIGHER]
            points = {p: f"{abs(float(str(line[p]))):.2f}" for p in ("difference",)}
            return t.OPENING["higher" if higher else "lower"].fill(
                **points, low=signed(line["low"]), high=signed(line["high"]), how=t.TITLES[name]
            )
    most = max((least_n(line) for _, line in answers), default=0)
    if any(line["difference"] is not None for _, line in answers):
        return t.OPENING["unsettled"]
    return t.OPENING["few"].fill(n=most, minimum=lived.config.figures.rated_minimum)


def least_n(line: Cells) -> int:
    """Of the smaller group."""
    return min(int(str(line.get("n_a") or 0)), int(str(line.get("n_b") or 0)))


def signed(cell: Cell) -> str:
    return f"{float(str(cell)):+.2f}".replace("-", "−")
