"""The effect sheet as values: sections of lines, each with its n, difference, interval and verdict."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from server.domain.text import Text
from server.insight.effect.intervals import Estimate, Sample, Verdict, detectable
from server.insight.effect.texts import VERDICTS

LEAST_SHOWN = 10  # answers a group; fewer and not even the plain difference is shown


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
class Group:
    """Answers of one kind of customer; mean on 1–5 and sd are None without answers."""

    name: Text
    n: int
    mean: float | None
    sd: float | None
    satisfied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One more figure of a line; None: nothing to measure, or not to be shown."""

    name: Text
    value: float | None
    unit: str = ""  # "", "count", "share", "yuan", "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`difference` in points of 1–5, `satisfied` in shares; None wherever the answers do not carry it."""

    label: Text
    groups: tuple[Group, ...] = ()
    difference: Estimate | None = None
    satisfied: Estimate | None = None
    detectable: float | None = None  # the least difference this many answers show at 80 % power
    facts: tuple[Fact, ...] = ()
    code: Verdict
    verdict: Text


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


def group(name: Text, of: Sample) -> Group:
    mean, sd = (of.mean, of.sd) if of.n else (None, None)
    return Group(name=name, n=of.n, mean=mean, sd=sd, satisfied=of.satisfied)


def verdict_text(verdict: Verdict, line: float | None = None) -> Text:
    """The verdict in words; `line` is the detectable difference, where the words speak of it."""
    return VERDICTS[verdict].fill(line=f"{line:.2f}" if line is not None else "–")


def to_compare(line: Line) -> Line:
    """A line beside the one its section stands by: its figures are looked at, its verdict is none."""
    concluded = line.code in {Verdict.HIGHER, Verdict.LOWER, Verdict.NOTHING_SEEN}
    return replace(line, code=Verdict.INFORMATION, verdict=Text("", "")) if concluded else line


def causal_line(
    label: Text, groups: tuple[Group, ...], estimate: Estimate | None, verdict: Verdict, *facts: Fact
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
    )
