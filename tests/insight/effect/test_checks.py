"""What could spoil the comparison at the threshold."""

from dataclasses import replace

import numpy as np

from server.insight.effect.bunching import bunching
from server.insight.effect.causal import threshold_section
from server.insight.effect.checks import bunching_section, response_section
from server.insight.effect.intervals import Verdict
from server.insight.effect.sheet import Bars
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

YEAR = answered(World(visits=HALL_YEAR), 1)


def test_hurrying_is_said_in_words_with_its_figures() -> None:
    hurried = answered(World(visits=HALL_YEAR, hurry=True), 1)
    section = bunching_section(bunching(hurried.waited, THRESHOLD), THRESHOLD)
    assert section.verdict.en == "Waits pile up: customers may be called just before 20 minutes"
    observed, expected, z, p = (fact.value for fact in section.lines[0].facts)
    assert observed is not None
    assert expected is not None
    assert observed > expected
    assert z is not None
    assert z > 2
    assert p is not None
    assert p < 0.01


def test_the_rules_own_pile_is_named_as_the_rules_and_is_no_bar() -> None:
    past = np.concatenate([YEAR.waited, np.full(300, 20.5)])
    section = bunching_section(bunching(past, THRESHOLD), THRESHOLD)
    assert "因规则" in section.verdict.zh
    assert [line.code for line in section.lines] == [Verdict.INFORMATION] * 2
    with_more = replace(YEAR, waited=np.where(np.arange(len(YEAR)) % 40 == 0, 20.5, YEAR.waited))
    judged = threshold_section(
        with_more, THRESHOLD, Bars(satisfied_from=4, minimum=30), bunching(past, THRESHOLD)
    )
    assert judged.code is not Verdict.HURRIED


def test_quiet_waits_are_not_talked_about() -> None:
    assert bunching_section(bunching(YEAR.waited, THRESHOLD), THRESHOLD).verdict.en == "No piling up seen"
    assert bunching_section(None, THRESHOLD).verdict.zh == "样本不足以下结论"


def test_the_share_answering_is_of_those_asked() -> None:
    past, asked_past, short, asked_short = response_section(YEAR, THRESHOLD).lines[0].facts
    above = YEAR.asked & (YEAR.waited > 20) & (YEAR.waited < 25)
    assert asked_past.value == above.sum()
    assert past.value == (YEAR.rating[above] > 0).sum() / above.sum()
    assert past.name.en == "Just past: share answering"
    assert short.value is not None
    assert 0 < short.value < 1
    assert asked_short.unit == "count"


def test_nobody_asked_is_not_enough_data() -> None:
    assert response_section(YEAR.where(~YEAR.asked), THRESHOLD).verdict.zh == "样本不足以下结论"
