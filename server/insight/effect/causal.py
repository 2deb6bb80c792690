"""Comparisons that may be called an effect: at the threshold, by lot, by launch."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.bunching import Bunching
from server.insight.effect.columns import Columns, Floats
from server.insight.effect.intervals import WORTH_SEEING, Estimate, Verdict, detectable, judge, needed, sample
from server.insight.effect.launch import LEAST_HALLS, LEAST_QUIET, by_launch, launches
from server.insight.effect.lot import by_lot
from server.insight.effect.sheet import (
    LEAST_SHOWN,
    Bars,
    Fact,
    Line,
    Section,
    causal_line,
    few,
    group,
    to_compare,
)
from server.insight.effect.threshold import BANDWIDTHS, DONUT, Effect, step
from server.later import np

STEP_AT_LEAST = 0.2  # of customers: a threshold that changes less than this about remedies tells nothing
HURRIED_BELOW = 0.01  # p of the bunching test before the threshold; after it our own rule piles up


class Side(NamedTuple):
    name: Text
    ratings: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A section, and the estimate and verdict it stands by."""

    section: Section
    estimate: Estimate | None
    code: Verdict


def threshold_section(answers: Columns, threshold: float, bars: Bars, piled: Bunching | None) -> Judged:
    """The section stands by its first line, the widest; the others may contradict it and conclude nothing."""
    hurried = piled is not None and piled.short.p < HURRIED_BELOW
    shapes = (*((width, 0.0) for width in BANDWIDTHS), (BANDWIDTHS[0], DONUT))
    judged_lines = []
    for width, donut in shapes:
        label = (t.DONUT if donut else t.BANDWIDTH).fill(width=f"{width:g}", donut=f"{donut:g}")
        near = step(answers, threshold, width, donut)
        sides = (Side(t.ABOVE, near.above), Side(t.BELOW, near.below))
        judged_lines.append(_line(label, sides, near.effect, bars, hurried=hurried))
    (first, estimate), *others = judged_lines
    return _judged("threshold", (first, *(to_compare(line) for line, _ in others)), estimate)


def lot_section(answers: Columns, threshold: float, bars: Bars) -> Judged:
    draw = by_lot(answers, threshold)
    label = t.PAST_THRESHOLD.fill(minutes=f"{threshold:g}")
    sides = (Side(t.LOT_WON, draw.won), Side(t.LOT_LOST, draw.lost))
    line, estimate = _line(label, sides, draw.effect, bars)
    judged = _judged("lot", (line,), estimate)
    return judged if (answers.lot >= 0).any() else _without_lot(judged)


def launch_section(answers: Columns, threshold: float, bars: Bars) -> Judged:
    """Judged by its precision alone: the least number of halls stands in the estimator."""
    launch = by_launch(answers, threshold)
    code = judge(launch.estimate, 1, 1)
    rated = answers.rated
    late = rated.where(rated.waited > threshold)
    own = np.isin(late.hall, list(launches(answers)))
    groups = tuple(
        group(name, sample(late.rating[rows], bars.satisfied_from))
        for name, rows in ((t.LAUNCHED, own), (t.NOT_LAUNCHED, ~own))
    )
    label = t.PAST_THRESHOLD.fill(minutes=f"{threshold:g}")
    counts = (
        Fact(name=t.LAUNCHED_COUNT, value=launch.launched, unit="count"),
        Fact(name=t.QUIET_COUNT, value=launch.quiet, unit="count"),
    )
    line = causal_line(label, groups, launch.estimate, code, *counts)
    if launch.launched >= LEAST_HALLS and launch.quiet < LEAST_QUIET:
        line = replace(line, verdict=t.FEW_QUIET.fill(n=launch.quiet, least=LEAST_QUIET))
    return _judged("launch", (line,), launch.estimate)


def _line(
    label: Text, sides: tuple[Side, Side], step_effect: Effect | None, bars: Bars, *, hurried: bool = False
) -> tuple[Line, Estimate | None]:
    samples = [sample(side.ratings, bars.satisfied_from) for side in sides]
    least, n = min(s.n for s in samples), sum(s.n for s in samples)
    wide_enough = step_effect is not None and step_effect.reached >= STEP_AT_LEAST
    estimate = step_effect.per_remedy if step_effect and wide_enough else None
    code = judge(estimate, least, bars.minimum)
    if hurried and code is not Verdict.NOT_ENOUGH:
        code = Verdict.HURRIED
    groups = tuple(group(side.name, of) for side, of in zip(sides, samples, strict=True))
    enough = max(LEAST_SHOWN, bars.minimum)
    too_few = few((of.n for of in samples), enough)
    # A line fitted to the answers may step by more than everybody; the share it stands for cannot.
    reached = too_few or (min(step_effect.reached, 1.0) if step_effect else None)
    facts: tuple[Fact, ...] = (Fact(name=t.REACHED, value=reached, unit="share", why=t.NO_STEP),)
    if too_few is None:
        facts += _need(n, estimate)
    return causal_line(label, groups, estimate, code, *facts, least=enough), estimate


def _need(n: int, estimate: Estimate | None) -> tuple[Fact, ...]:
    """Said only where the answers are enough to tell by, and not for a conclusion."""
    if estimate is None or detectable(estimate.se) <= WORTH_SEEING:
        return ()
    return (Fact(name=t.NEEDED, value=needed(n, detectable(estimate.se)), unit="count"),)


def _judged(name: str, lines: tuple[Line, ...], estimate: Estimate | None) -> Judged:
    section = Section(
        id=name,
        title=t.TITLES[name],
        note=t.NOTES[name],
        lines=lines,
        verdict=lines[0].verdict,
    )
    return Judged(section=section, estimate=estimate, code=lines[0].code)


def _without_lot(judged: Judged) -> Judged:
    was = judged.section
    section = Section(id=was.id, title=was.title, note=was.note, lines=(), verdict=t.NO_LOT)
    return Judged(section=section, estimate=None, code=Verdict.NOT_ENOUGH)
