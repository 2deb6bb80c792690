"""What could spoil the comparison at the threshold: waits that pile up before it, and who answers."""

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.bunching import Bunching
from server.insight.effect.causal import HURRIED_BELOW
from server.insight.effect.columns import Columns, Flags
from server.insight.effect.intervals import Verdict, newcombe
from server.insight.effect.sheet import LEAST_SHOWN, Fact, Line, Section
from server.insight.effect.threshold import BANDWIDTHS, near

Side = tuple[int, int]  # answered, of so many asked


def bunching_section(piled: Bunching | None, threshold: float) -> Section:
    label = t.LAST_MINUTE.fill(low=f"{threshold - 1:g}", high=f"{threshold:g}")
    if piled is None:
        line = Line(label=label, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH)
    else:
        facts = (
            Fact(name=t.OBSERVED, value=piled.observed, unit="count"),
            Fact(name=t.EXPECTED, value=piled.expected, unit="count"),
            Fact(name=t.Z_SCORE, value=piled.z),
            Fact(name=t.P_VALUE, value=piled.p),
        )
        hurried = piled.p < HURRIED_BELOW
        note = t.PILED_UP.fill(minutes=f"{threshold:g}") if hurried else t.NOT_PILED_UP
        code = Verdict.HURRIED if hurried else Verdict.INFORMATION
        line = Line(label=label, facts=facts, code=code, verdict=note)
    return _section("bunching", line)


def response_section(answers: Columns, threshold: float) -> Section:
    close = answers.where(near(answers, threshold, BANDWIDTHS[0]) & answers.asked)
    past = close.waited > threshold
    above, below = _side(close, past), _side(close, ~past)
    label = t.BANDWIDTH.fill(width=f"{BANDWIDTHS[0]:g}")
    if min(above[1], below[1]) < LEAST_SHOWN:
        return _section("response", Line(label=label, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH))
    difference = newcombe(*above, *below)
    apart = difference.low > 0 or difference.high < 0
    line = Line(
        label=label,
        facts=(*_facts(t.ABOVE, above), *_facts(t.BELOW, below)),
        code=Verdict.INFORMATION,
        verdict=t.ANSWER_DIFFERENTLY if apart else t.ANSWER_ALIKE,
    )
    return _section("response", line)


def _side(close: Columns, rows: Flags) -> Side:
    return int((close.rating[rows] > 0).sum()), int(rows.sum())


def _facts(side: Text, answered: Side) -> tuple[Fact, ...]:
    names = [Text(n.zh.format(side=side.zh), n.en.format(side=side.en)) for n in (t.ANSWERED, t.ASKED)]
    share = Fact(name=names[0], value=answered[0] / answered[1], unit="share")
    return (share, Fact(name=names[1], value=answered[1], unit="count"))


def _section(name: str, line: Line) -> Section:
    note = t.NOTES[name]
    return Section(id=name, title=t.TITLES[name], note=note, lines=(line,), verdict=line.verdict)
