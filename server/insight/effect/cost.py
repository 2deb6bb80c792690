"""What the gifts cost, and what a point of satisfaction cost where an effect is established (R11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from server.insight.effect import texts as t
from server.insight.effect.causal import Judged
from server.insight.effect.intervals import Verdict
from server.insight.effect.sheet import Fact, Line, Section

FEN = 100  # a yuan


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What a remedy cost, whether or not its customer was asked about anything (R11)."""

    hall_id: str
    day: date
    cost_fen: int


def cost_section(gifts: Sequence[Gift], by: Sequence[Judged]) -> Section:
    """`by`: the comparisons, the most reliable first; the first that shows an effect counts."""
    spent = sum(g.cost_fen for g in gifts) / FEN
    each = spent / len(gifts) if gifts else None
    effect = established(by)
    per_point = each / effect if each is not None and effect is not None else None
    facts = (
        Fact(name=t.GIFT_COUNT, value=len(gifts), unit="count"),
        Fact(name=t.SPENT, value=spent, unit="yuan"),
        Fact(name=t.EACH, value=each, unit="yuan", why=t.NO_GIFT),
        Fact(name=t.PER_POINT, value=per_point, unit="yuan", why=t.NOT_ESTABLISHED),
    )
    note = t.COST_WAITS if per_point is None else t.COST_SHOWN
    line = Line(label=t.GIFTS, facts=facts, code=Verdict.INFORMATION, verdict=note)
    return Section(id="cost", title=t.TITLES["cost"], note=t.NOTES["cost"], lines=(line,), verdict=note)


def established(by: Sequence[Judged]) -> float | None:
    """Points one gift brought, by the first comparison that is allowed to say something.

    One that has said "nothing seen" or "lower" is not talked over by a weaker one that says more.
    """
    for judged in by:
        if judged.code is Verdict.HIGHER and judged.estimate is not None:
            return judged.estimate.value
        if judged.code in {Verdict.LOWER, Verdict.NOTHING_SEEN}:
            return None
    return None
