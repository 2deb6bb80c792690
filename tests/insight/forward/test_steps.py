"""What a tap could begin now, and which of it is worth a word."""

from dataclasses import replace
from typing import Any

from server.domain.hall import CounterState
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.insight.forward.steps import candidates, worth_saying
from tests.insight.forward.test_whatif import closed
from tests.insight.waiting_halls import hall, with_counter


def test_what_can_be_done_now_is_every_counter_by_every_profile_and_no_more() -> None:
    standing = hall({"1": "A", "2": "D", "3": "A"})
    standing = with_counter(closed(standing, "2"), "3", state=CounterState.PAUSED)
    steps = {(c.step, c.counter, c.profile) for c in candidates(standing)}
    assert steps == {
        (ProposedStep.SWITCH, "1", "D"),
        (ProposedStep.OPEN, "2", "D"),
        (ProposedStep.OPEN, "2", "A"),
        (ProposedStep.RESUME, "3", "A"),
    }


def test_a_dedicated_place_keeps_to_its_profile() -> None:
    standing = hall({"1": "A", "2": "D"})
    own = tuple(replace(p, dedicated=True) for p in standing.setup.counters)
    standing = closed(replace(standing, config=replace(standing.setup, counters=own)), "2")
    assert [(c.step, c.counter, c.profile) for c in candidates(standing)] == [(ProposedStep.OPEN, "2", "D")]


def proposal(counter: str, kept: float, step: ProposedStep = ProposedStep.OPEN, **more: Any) -> Proposal:
    given = {"profile": "all", "people": 20, "without": 5.0, "after": 5.0 + kept, "noise": 0.1}
    return Proposal(step=step, counter=counter, **{**given, **more})


def test_at_most_three_that_differ_and_are_worth_a_word() -> None:
    some = [
        proposal("6", 3.0),
        proposal("7", 3.0),  # the same once more at another door
        proposal("8", 2.8, profile="B"),  # by another profile, to the same effect
        proposal("6", 2.0, profile="A"),  # the same counter
        proposal("2", 4.0, ProposedStep.RESUME),
        proposal("3", 1.4, ProposedStep.SWITCH, noise=0.8),  # chance
        proposal("4", 1.2, ProposedStep.SWITCH),
        proposal("5", 1.1, ProposedStep.SWITCH, profile="A"),
        proposal("9", 0.9, profile="B"),
    ]
    assert [p.counter for p in worth_saying(some, 1.0)] == ["2", "6", "4"]
    assert [p.counter for p in worth_saying(some, 3.0)] == ["2", "6"]
    assert worth_saying([], 1.0) == ()
