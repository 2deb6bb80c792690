"""What the ladder, gifts and scripts ask, and what a hall starts with."""

from server.domain.config.pieces.care import TOLD, USUAL_GIFTS, USUAL_LADDER, USUAL_SCRIPTS, GiftItem, Rung
from server.domain.form import Kind, form_of


def test_the_usual_ladder_tells_only_whom_a_form_offers() -> None:
    offered = {choice.value for choice in TOLD}
    assert {whom for rung in USUAL_LADDER.rungs for whom in rung.tells} <= offered
    assert [rung.after_seconds for rung in USUAL_LADDER.rungs] == [600, 900, 1200, 1800]


def test_what_a_hall_starts_with_lies_within_what_may_be_asked() -> None:
    ends = {known.id: known.ends for known in form_of(GiftItem) if known.ends}
    for gift in USUAL_GIFTS:
        assert all(getattr(gift, name) in bound for name, bound in ends.items())
    assert {script.moment for script in USUAL_SCRIPTS} == {"explain", "water", "remedy"}


def test_money_and_time_are_told_apart() -> None:
    assert {k.id: k.kind for k in (*form_of(GiftItem), *form_of(Rung)) if k.unit.zh} == {
        "unit_cost_fen": Kind.MONEY,
        "stock": Kind.NUMBER,
        "alert_below": Kind.NUMBER,
        "after_seconds": Kind.SPAN,
    }
