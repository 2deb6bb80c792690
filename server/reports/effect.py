"""What the remedy did to satisfaction with waiting, as far as it can be said (R04, R09, R11)."""

from collections.abc import Iterator

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.intervals import Estimate, Verdict
from server.insight.effect.page import sheet_of_columns
from server.insight.effect.sheet import LEAST_SHOWN, STRONGEST, Fact, Few, Group, Line, Section, answering
from server.insight.effect.sheet import Sheet as EffectSheet
from server.reports.counting.answered import answered, gifts
from server.reports.opening import Told
from server.reports.period import Period
from server.reports.report import Cell, Cells, Column, Row, Share, Sheet, TooFew
from server.visits.past import Past

TITLE = t.SHEET
COMPARED = ("ordinary", "bands", "threshold", "lot", "launch", "cared")
GROUPS = ("group_a", "n_a", "mean_a", "satisfied_a", "group_b", "n_b", "mean_b", "satisfied_b")
POINTS = ("difference", "low", "high")
SATISFIED = ("satisfied_difference", "satisfied_low", "satisfied_high")
PERCENT = 100


def columns() -> tuple[Sheet, ...]:
    compared = ("line", *GROUPS, *POINTS, *SATISFIED, "detectable", "verdict", "answers")
    return (
        Sheet(id="overview", title=t.OVERVIEW, columns=_heads("section", "verdict", "note")),
        *(Sheet(id=name, title=t.TITLES[name], columns=_heads(*compared)) for name in COMPARED),
        Sheet(id="figures", title=t.FIGURES, columns=_heads("section", "line", "figure", "value")),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    """The effect sheet of the period, flat; nobody asked and nothing given makes no lines."""
    sheet = sheet_of(past, period, config)
    return list(rows_of(sheet)) if sheet else []


def sheet_of(past: Past, period: Period, config: HallConfig) -> EffectSheet | None:
    """The same as a page shows it: sections, lines, verdicts."""
    answers, given = answered(past, period), gifts(past, period)
    if not len(answers) and not given:
        return None
    return sheet_of_columns(answers, config, period, given)


def rows_of(sheet: EffectSheet) -> Iterator[Row]:
    answer = answering(sheet)
    for section in sheet.sections:
        cells: Cells = {"section": section.title, "verdict": section.verdict, "note": section.note}
        yield Row(sheet="overview", cells=cells, events={})
        for line in section.lines:
            if section.id in COMPARED:
                yield Row(sheet=section.id, cells=_compared(line, answers=line is answer), events={})
            yield from _figures(section, line)


def _compared(line: Line, *, answers: bool) -> Cells:
    cells: dict[str, Cell] = {"line": line.label, "verdict": line.verdict, "answers": answers}
    for side, group in zip("ab", line.groups, strict=False):
        cells |= _group(side, group)
    without = _too_few(line.few) if line.few else t.WITHHELD.get(line.code)
    detectable = _too_few(line.few) if line.few else line.detectable
    points = _interval(POINTS, line.difference, 1, without)
    satisfied = _interval(SATISFIED, line.satisfied, PERCENT, _too_few(line.few) if line.few else None)
    return {**cells, **points, **satisfied, "detectable": detectable}


def _group(side: str, group: Group) -> Cells:
    return {
        f"group_{side}": group.name,
        f"n_{side}": group.n,
        f"mean_{side}": group.mean if group.n >= LEAST_SHOWN else TooFew(n=group.n, minimum=LEAST_SHOWN),
        f"satisfied_{side}": Share(k=group.satisfied, n=group.n),
    }


def _too_few(few: Few) -> TooFew:
    return TooFew(n=few.n, minimum=few.least)


def _interval(names: tuple[str, ...], estimate: Estimate | None, scale: int, without: Cell) -> Cells:
    """All three or none: a difference never goes without its interval, nor its absence without a word."""
    if estimate is None:
        return dict.fromkeys(names, without)
    return dict(
        zip(names, (estimate.value * scale, estimate.low * scale, estimate.high * scale), strict=True)
    )


def _figures(section: Section, line: Line) -> Iterator[Row]:
    for fact in line.facts:
        about: Cells = {"section": section.title, "line": line.label}
        yield Row(sheet="figures", cells={**about, "figure": fact.name, "value": _value(fact)}, events={})


def _value(fact: Fact) -> Cell:
    if isinstance(fact.value, Few):
        return _too_few(fact.value)
    return fact.why if fact.value is None else fact.value


def _heads(*names: str) -> tuple[Column, ...]:
    return tuple(Column(id=n, title=t.COLUMNS[n][0], kind=t.COLUMNS[n][1]) for n in names)


def opening(lived: Told) -> Text:
    """What the line that answers says, the one the picture draws large; else that none does yet, and why."""
    if not lived.rows:
        return t.OPENING["none"]
    first = [(name, line) for name in STRONGEST for line in lived.lines(name)[:1]]
    for name, line in first:
        if line["answers"]:
            return _answer(name, line)
    most, minimum = max((least_n(line) for _, line in first), default=0), lived.config.figures.rated_minimum
    return t.OPENING["few" if most < minimum else "imprecise"].fill(n=most, minimum=minimum)


def _answer(name: str, line: Cells) -> Text:
    verdicts = (verdict for verdict in ("higher", "lower") if line["verdict"] == t.VERDICTS[Verdict(verdict)])
    return t.OPENING[next(verdicts, "unsettled")].fill(
        difference=f"{abs(float(str(line['difference']))):.2f}",
        low=signed(line["low"]),
        high=signed(line["high"]),
        how=t.TITLES[name],
    )


def least_n(line: Cells) -> int:
    """Of the smaller group."""
    return min(int(str(line.get("n_a") or 0)), int(str(line.get("n_b") or 0)))


def signed(cell: Cell) -> str:
    return f"{float(str(cell)):+.2f}".replace("-", "−")
