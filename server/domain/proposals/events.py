"""Everything that can have happened to proposals."""

from dataclasses import dataclass

from server.domain.event import Event
from server.domain.proposals.nouns import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsMade(Event):
    """What the board proposes, the best first; none takes back what was proposed."""

    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalTaken(Event):
    """Somebody took it, with what was expected of it then; what it asks for stands behind it."""

    taken: str
    proposal: Proposal
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalUndone(Event):
    """Somebody took it back; what that takes stands behind it, and it is not judged."""

    taken: str
    counter: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalJudged(Event):
    """What became of the people it was about: so many were called in time, so many left before any call."""

    taken: str
    counter: str
    people: int
    expected: float
    in_time: int
    left: int
