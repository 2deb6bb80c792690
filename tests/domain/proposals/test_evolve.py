"""What each event of proposals makes of the hall."""

from dataclasses import replace
from functools import reduce

import pytest

from server.domain.command import Command
from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.proposals.evolve import KEPT
from server.domain.proposals.nouns import Proposals, ProposedStep
from server.domain.queue import commands as c
from tests.builders import Story
from tests.domain.proposals.story import proposal, proposed, took
from tests.domain.proposals.test_rules import judged


def test_the_log_alone_rebuilds_proposals() -> None:
    today = Story("1")
    for _ in range(3):
        today.issue()
    one, other = proposal(), proposal(step=ProposedStep.SWITCH, counter="1", profile="bills")
    proposed(today, one, other)
    took(today, one)
    today.serve("1")
    assert len(judged(today.later(minutes=31))) == 1
    assert reduce(evolve, today.log, Hall()) == today.hall


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (None, c.OpenCounter(counter="2", staff="li")),
        (None, c.PauseCounter(counter="1", reason="drink")),
        (None, c.ChangeProfile(counter="1", profile="bills")),
        (None, c.CloseCounter(counter="1")),
        (c.PauseCounter(counter="1", reason="drink"), c.ResumeCounter(counter="1")),
    ],
    ids=lambda a: type(a).__name__,
)
def test_a_counter_that_has_changed_is_proposed_no_more_and_the_others_are(
    before: Command | None, change: Command
) -> None:
    today = Story("1")
    if before is not None:
        today.do(before)
    first = (
        proposal(step=ProposedStep.RESUME, profile="quick") if before else proposal(step=ProposedStep.SWITCH)
    )
    some = (proposal(), proposal(counter="6"), replace(first, counter="1"))
    proposed(today, *some)
    assert len(today.hall.proposals.made) == 3
    today.do(change)
    gone = getattr(change, "counter")  # noqa: B009
    assert [p.counter for p in today.hall.proposals.made] == [p.counter for p in some if p.counter != gone]


def test_a_day_keeps_the_newest_and_a_new_one_begins_without() -> None:
    today = Story("1")
    for n in range(KEPT + 2):
        one = proposal(step=ProposedStep.SWITCH, counter="1", profile=("all", "bills")[n % 2])
        proposed(today, one)
        took(today, one)
    assert len(today.hall.proposals.taken) == KEPT
    today.later(days=1).issue()
    assert today.hall.proposals == Proposals()
