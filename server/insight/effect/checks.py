"""What could spoil the comparison at the threshold: waits that pile up before it, and who answers."""

from dataclasses import replace

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.bunching import Bunching, Pile
from server.insight.effect.causal import HURRIED_BELOW
from server.insight.effect.columns import Columns, Flags
from server.insight.effect.intervals import Verdict, newcombe
from server.insight.effect.sheet import LEAST_SHOWN, Fact, Line, Section
from server.insight.effect.threshold import BANDWIDTHS, near

Side = tuple[int, int]  # answered, of so many asked


def bunching_section(piled: Bunching | None, threshold: float) -> Section:
    """The minute before, which may spoil the comparison, and the one after, which our own rule fills."""
    place = {"low": f"{threshold - 1:g}", "minutes": f"{threshold:g}", "high": f"{threshold + 1:g}"}
    labels = (t.LAST_MINUTE.fill(**place), t.FIRST_MINUTE.fill(**place))
    if piled is None:
        few = (Line(label=of, code=Verdict.NOT_ENOUGH, verdict=t.NOT_ENOUGH) for of in labels)
        return _section("bunching", *few)
    hurried, by_rule = piled.short.p < HURRIED_BELOW, piled.past.p < HURRIED_BELOW
    code, note = Verdict.INFORMATION, t.NOT_PILED_UP
    if hurried:
        code, note = Verdict.HURRIED, t.PILED_UP.fill(**place)
    short = Line(label=labels[0], facts=_pile(piled.short), code=code, verdict=note)
    past_note = t.BY_RULE.fill(**place) if by_rule else t.NOT_PILED_UP
    past = Line(label=labels[1], facts=_pile(piled.past), code=Verdict.INFORMATION, verdict=past_note)
    verdict = past_note if by_rule and not hurried else note
    return replace(_section("bunching", short, past), verdict=verdict)


def _pile(pile: Pile) -> tuple[Fact, ...]:
    return (
        Fact(name=t.OBSERVED, value=pile.observed, unit="count"),
        Fact(name=t.EXPECTED, value=pile.expected, unit="count"),
        Fact(name=t.Z_SCORE, value=pile.z),
        Fact(name=t.P_VALUE, value=pile.p),
    )


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


def _section(name: str, *lines: Line) -> Section:
    note = t.NOTES[name]
    return Section(id=name, title=t.TITLES[name], note=note, lines=lines, verdict=lines[0].verdict)
