"""Plain comparisons: the sources' own table, and like waits with and without remedy or care (R09, R04)."""

from collections.abc import Iterator, Sequence
from datetime import date

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.columns import Columns, Flags
from server.insight.effect.intervals import (
    Estimate,
    Sample,
    Verdict,
    detectable,
    detectable_between,
    direction,
    newcombe,
    pooled,
    sample,
    welch,
)
from server.insight.effect.sheet import LEAST_SHOWN, Bars, Group, Line, Section, group, verdict_text
from server.later import np

Sides = tuple[Sample, Sample]
Named = tuple[Text, Sides]
Band = tuple[float, float]  # minutes: more than the first, up to the second
BANDS: tuple[Band, ...] = ((10, 15), (15, 20), (20, 25), (25, np.inf))
CARE_BANDS: tuple[Band, ...] = ((10, 15), (15, 20), (20, np.inf))


def ordinary_section(answers: Columns, bars: Bars) -> Section:
    """Remedied against everybody else, as the sources ask; never with a verdict."""
    rated = answers.rated
    sides = _sides(rated, rated.remedied, bars)
    line = compared(t.ALL, sides, (t.REMEDIED, t.ORDINARY), LEAST_SHOWN, Verdict.DIFFERENCE_ONLY)
    return _section("ordinary", (line,), verdict_text(Verdict.DIFFERENCE_ONLY))


def bands_section(answers: Columns, bars: Bars) -> Section:
    names = (t.REMEDIED, t.NOT_REMEDIED)
    bands = [
        (band_name(b), _sides(rows, rows.remedied, bars))
        for b in BANDS
        for rows in [_within(answers.rated, b)]
    ]
    return _like_waits("bands", bands, (), names, bars)


def cared_section(answers: Columns, bars: Bars) -> Section:
    """R04: the whole period first, then week by week."""
    names, rated = (t.CARED, t.NOT_CARED), answers.rated
    bands = [
        (band_name(b), _sides(rows, rows.cared, bars)) for b in CARE_BANDS for rows in [_within(rated, b)]
    ]
    weeks = [(name, _sides(rows, rows.cared, bars)) for name, rows in _by_week(rated)]
    return _like_waits("cared", bands, weeks, names, bars)


def _by_week(rated: Columns) -> Iterator[tuple[Text, Columns]]:
    mondays = rated.day - (rated.day - 1) % 7  # ordinal 1 was a Monday
    for monday in np.unique(mondays):
        week = rated.where(mondays == monday)
        for band in CARE_BANDS:
            yield _week_name(int(monday), band), _within(week, band)


def _like_waits(
    name: str, bands: Sequence[Named], looks: Sequence[Named], names: tuple[Text, Text], bars: Bars
) -> Section:
    """One verdict, of all bands together: of fifteen lines judged alone one is wrong every other month."""
    first = together([sides for _, sides in bands], names, bars)
    lines = tuple(
        compared(label, sides, names, bars.minimum, Verdict.INFORMATION) for label, sides in (*bands, *looks)
    )
    return _section(name, (first, *lines), first.verdict, minimum=bars.minimum)


def together(strata: Sequence[Sides], names: tuple[Text, Text], bars: Bars) -> Line:
    """Like waits held against like, then added up (Mantel and Haenszel's weights)."""
    used = [(a, b) for a, b in strata if min(a.n, b.n) >= LEAST_SHOWN]
    groups = tuple(
        Group(
            name=name,
            n=sum(of[side].n for of in used),
            mean=None,  # of unlike waits: it would contradict the difference
            sd=None,
            satisfied=sum(of[side].satisfied for of in used),
        )
        for side, name in enumerate(names)
    )
    least = max(bars.minimum, LEAST_SHOWN)
    if min(g.n for g in groups) < least:
        return Line(
            label=t.TOGETHER, groups=groups, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH, least=least
        )
    weights = [a.size * b.size / (a.size + b.size) for a, b in used]
    difference = pooled([(w, welch(a, b)) for w, (a, b) in zip(weights, used, strict=True)])
    satisfied = pooled([(w, _satisfied(a, b)) for w, (a, b) in zip(weights, used, strict=True)])
    power, code = detectable(difference.se), direction(difference)
    return Line(
        label=t.TOGETHER,
        groups=groups,
        difference=difference,
        satisfied=satisfied,
        detectable=power,
        code=code,
        verdict=verdict_text(code, power),
    )


def compared(label: Text, sides: Sides, names: tuple[Text, Text], least: int, code: Verdict) -> Line:
    """One difference with its interval, and no verdict of its own but that fewer than `least` are too few."""
    a, b = sides
    groups = (group(names[0], a), group(names[1], b))
    if min(a.n, b.n) < LEAST_SHOWN:
        return Line(label=label, groups=groups, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH)
    verdict = code if min(a.n, b.n) >= least else Verdict.NOT_ENOUGH
    return Line(
        label=label,
        groups=groups,
        difference=welch(a, b),
        satisfied=_satisfied(a, b),
        detectable=detectable_between(a, b),
        code=verdict,
        verdict=verdict_text(verdict),
    )


def _sides(rated: Columns, treated: Flags, bars: Bars) -> Sides:
    """Each answer by how likely it was asked: who is cared for always is, the others one in three."""
    a, b = (
        sample(rated.rating[rows], bars.satisfied_from, rated.weight[rows]) for rows in (treated, ~treated)
    )
    return a, b


def _satisfied(a: Sample, b: Sample) -> Estimate:
    return newcombe(a.share * a.size, a.size, b.share * b.size, b.size)


def band_name(band: Band) -> Text:
    low, high = band
    if high == np.inf:
        return t.OVER.fill(low=f"{low:g}")
    return t.BAND.fill(low=f"{low:g}", high=f"{high:g}")


def _week_name(monday: int, band: Band) -> Text:
    name, week = band_name(band), date.fromordinal(monday)
    return Text(
        t.WEEK.zh.format(monday=week.isoformat(), band=name.zh),
        t.WEEK.en.format(monday=week.isoformat(), band=name.en),
    )


def _within(rated: Columns, band: Band) -> Columns:
    return rated.where((rated.waited > band[0]) & (rated.waited <= band[1]))


def _section(name: str, lines: tuple[Line, ...], verdict: Text, **places: object) -> Section:
    note = t.NOTES[name].fill(**places)
    return Section(id=name, title=t.TITLES[name], note=note, lines=lines, verdict=verdict)
