"""Proposals for the hall of `tests/builders.py`."""

from typing import Any

from server.domain.event import Event
from server.domain.proposals.commands import MakeProposals, TakeProposal
from server.domain.proposals.nouns import Proposal, ProposedStep
from tests.builders import Story


def proposal(**more: Any) -> Proposal:
    """By default: somebody sits down at counter 2."""
    given: dict[str, Any] = {"step": ProposedStep.OPEN, "counter": "2", "profile": "all", "people": 3}
    return Proposal(**{**given, "without": 1.0, "after": 3.0, "noise": 0.1, **more})


def proposed(story: Story, *proposals: Proposal) -> tuple[Event, ...]:
    return story.do(MakeProposals(proposals=proposals))


def took(story: Story, one: Proposal) -> tuple[Event, ...]:
    return story.do(TakeProposal(step=one.step, counter=one.counter, profile=one.profile, by="wang"))
