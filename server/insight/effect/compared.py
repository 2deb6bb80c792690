"""Plain comparisons: the sources' own table, and like waits with and without remedy or care (R09, R04)."""

from collections.abc import Iterator
from datetime import date

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.columns import Columns, Flags
from server.insight.effect.intervals import Verdict, detectable_between, direction, newcombe, sample, welch
from server.insight.effect.sheet import LEAST_SHOWN, Bars, Line, Section, group, verdict_text
from server.later import np

Band = tuple[float, float]  # minutes: more than the first, up to the second
BANDS: tuple[Band, ...] = ((10, 15), (15, 20), (20, 25), (25, np.inf))
CARE_BANDS: tuple[Band, ...] = ((10, 15), (15, 20), (20, np.inf))


def ordinary_section(answers: Columns, bars: Bars) -> Section:
    """Remedied against everybody else, as the sources ask; never with a verdict."""
    rated = answers.rated
    line = compared(t.ALL, rated, rated.remedied, (t.REMEDIED, t.ORDINARY), bars, judged=False)
    return _section("ordinary", (line,), verdict_text(Verdict.DIFFERENCE_ONLY))


def bands_section(answers: Columns, bars: Bars) -> Section:
    lines = tuple(
        compared(band_name(b), rows, rows.remedied, (t.REMEDIED, t.NOT_REMEDIED), bars)
        for b in BANDS
        for rows in [_within(answers.rated, b)]
    )
    return _section("bands", lines, overall(lines), minimum=bars.minimum)


def cared_section(answers: Columns, bars: Bars) -> Section:
    """R04: the whole period first, then week by week."""
    lines = tuple(
        compared(name, rows, rows.cared, (t.CARED, t.NOT_CARED), bars)
        for name, rows in _by_week(answers.rated)
    )
    return _section("cared", lines, overall(lines), minimum=bars.minimum)


def _by_week(rated: Columns) -> Iterator[tuple[Text, Columns]]:
    for band in CARE_BANDS:
        yield band_name(band), _within(rated, band)
    mondays = rated.day - (rated.day - 1) % 7  # ordinal 1 was a Monday
    for monday in np.unique(mondays):
        week = rated.where(mondays == monday)
        for band in CARE_BANDS:
            yield _week_name(int(monday), band), _within(week, band)


def compared(
    label: Text,
    rated: Columns,
    treated: Flags,
    names: tuple[Text, Text],
    bars: Bars,
    *,
    judged: bool = True,
) -> Line:
    """One difference with its interval; `judged` false for a line that never has a verdict."""
    a = sample(rated.rating[treated], bars.satisfied_from)
    b = sample(rated.rating[~treated], bars.satisfied_from)
    groups = (group(names[0], a), group(names[1], b))
    if min(a.n, b.n) < LEAST_SHOWN:
        return Line(label=label, groups=groups, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH)
    difference, power = welch(a, b), detectable_between(a, b)
    code = Verdict.DIFFERENCE_ONLY
    if judged:
        code = direction(difference) if min(a.n, b.n) >= bars.minimum else Verdict.NOT_ENOUGH
    return Line(
        label=label,
        groups=groups,
        difference=difference,
        satisfied=newcombe(a.satisfied, a.n, b.satisfied, b.n),
        detectable=power,
        code=code,
        verdict=verdict_text(code, power),
    )


def overall(lines: tuple[Line, ...]) -> Text:
    """A section whose lines all lack data says so itself."""
    if all(line.code is Verdict.NOT_ENOUGH for line in lines):
        return t.NOT_ENOUGH
    return verdict_text(Verdict.DIFFERENCE_ONLY)


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
