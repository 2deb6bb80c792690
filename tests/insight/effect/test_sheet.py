"""What a line may show."""

import pytest

from server.domain.text import Text
from server.insight.effect.intervals import Sample, Verdict, around
from server.insight.effect.sheet import causal_line, group

LABEL = Text("线", "line")


@pytest.mark.parametrize("verdict", [Verdict.NOT_ENOUGH, Verdict.HURRIED])
def test_a_verdict_that_refuses_hides_the_number_and_keeps_the_power_line(verdict: Verdict) -> None:
    line = causal_line(LABEL, (), around(0.5, 0.2), verdict)
    assert line.difference is None
    assert line.detectable == pytest.approx(0.56, abs=0.01)


def test_an_effect_is_shown_with_its_interval() -> None:
    line = causal_line(LABEL, (), around(0.28, 0.04), Verdict.HIGHER)
    assert line.difference == around(0.28, 0.04)


def test_nothing_seen_says_what_would_have_been() -> None:
    line = causal_line(LABEL, (), around(0.02, 0.04), Verdict.NOTHING_SEEN)
    assert "0.11" in line.verdict.zh
    assert "0.11" in line.verdict.en


def test_nobody_has_no_mean() -> None:
    assert group(LABEL, Sample(n=0)).mean is None
