"""The effect sheet as values: sections of lines, each with its n, difference, interval and verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from server.domain.config.figures import LEAST
from server.domain.text import Text
from server.insight.effect.intervals import Estimate, Sample, Verdict, detectable
from server.insight.effect.texts import NOT_ENOUGH, VERDICTS

LEAST_SHOWN = LEAST  # answers a group; of fewer nothing that is measured is shown, only how many they are


class Period(Protocol):
    """Both days are inside, in hall days."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


def within(period: Period, day: date) -> bool:
    return period.first <= day <= period.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """From which rating a customer is satisfied, and from how many answers a group is judged."""

    satisfied_from: int
    minimum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Few:
    """In place of a figure: of so many people, of the smaller group, and from how many it would be shown."""

    n: int
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Answers of one kind of customer; mean on 1–5 and sd are None where too few answered."""

    name: Text
    n: int
    mean: float | None
    sd: float | None
    satisfied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One more figure of a line; None: nothing to measure, and `why` says so."""

    name: Text
    value: float | Few | None
    unit: str = ""  # "", "count", "share", "yuan", "points"
    why: Text = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`difference` in points of 1–5, `satisfied` in shares; None wherever the answers do not carry it.

    Whoever makes a line: on fewer than `least` in the smaller group it keeps no figure and no verdict.
    """

    label: Text
    groups: tuple[Group, ...] = ()
    difference: Estimate | None = None
    satisfied: Estimate | None = None
    detectable: float | None = None  # the least difference this many answers show at 80 % power
    facts: tuple[Fact, ...] = ()
    code: Verdict
    verdict: Text
    least: int = LEAST_SHOWN

    def __post_init__(self) -> None:
        if self.few is None:
            return
        for figure in ("difference", "satisfied", "detectable"):
            object.__setattr__(self, figure, None)
        if self.code is not Verdict.NOT_ENOUGH:
            object.__setattr__(self, "code", Verdict.NOT_ENOUGH)
            object.__setattr__(self, "verdict", NOT_ENOUGH)

    @property
    def few(self) -> Few | None:
        return few((group.n for group in self.groups), self.least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    id: str
    title: Text
    note: Text
    lines: tuple[Line, ...]
    verdict: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    first: date
    last: date
    threshold_seconds: int
    n: int  # answers about the wait
    sections: tuple[Section, ...]


STRONGEST = ("lot", "threshold", "launch", "bands")  # what carries a conclusion best comes first


def answering(sheet: Sheet) -> Line | None:
    """The one line that answers whether the remedy helps: of the strongest comparison that shows a figure.

    What it says stands, also "no difference seen": a weaker comparison does not talk it over.
    """
    first = {section.id: section.lines[0] for section in sheet.sections if section.lines}
    lines = (first[name] for name in STRONGEST if name in first)
    return next((line for line in lines if line.difference is not None), None)


def few(sizes: Iterable[int], least: int) -> Few | None:
    """None where all are enough, and where there are none to be counted."""
    smallest = min(sizes, default=None)
    return Few(n=smallest, least=least) if smallest is not None and smallest < least else None


def group(name: Text, of: Sample) -> Group:
    mean, sd = (of.mean, of.sd) if of.n >= LEAST_SHOWN else (None, None)
    return Group(name=name, n=of.n, mean=mean, sd=sd, satisfied=of.satisfied)


def verdict_text(verdict: Verdict, line: float | None = None) -> Text:
    """The verdict in words; `line` is the detectable difference, where the words speak of it."""
    return VERDICTS[verdict].fill(line=f"{line:.2f}" if line is not None else "–")


def to_compare(line: Line) -> Line:
    """A line beside the one its section stands by: its figures are looked at, its verdict is none."""
    concluded = line.code in {Verdict.HIGHER, Verdict.LOWER, Verdict.NOTHING_SEEN}
    return replace(line, code=Verdict.INFORMATION, verdict=Text("", "")) if concluded else line


def causal_line(
    label: Text,
    groups: tuple[Group, ...],
    estimate: Estimate | None,
    verdict: Verdict,
    *facts: Fact,
    least: int = LEAST_SHOWN,
) -> Line:
    """What may be called an effect: its number is there only where the answers are enough for it."""
    line = detectable(estimate.se) if estimate else None
    shown = estimate if verdict not in {Verdict.NOT_ENOUGH, Verdict.HURRIED} else None
    return Line(
        label=label,
        groups=groups,
        difference=shown,
        detectable=line,
        facts=facts,
        code=verdict,
        verdict=verdict_text(verdict, line),
        least=least,
    )
