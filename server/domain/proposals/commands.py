"""Everything that can be asked about proposals: the hall itself makes and judges them, a leader takes one."""

from dataclasses import dataclass

from server.domain.command import Command
from server.domain.proposals.nouns import Proposal, ProposedStep


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeProposals(Command):
    """From now on these are proposed, and no others."""

    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeProposal(Command):
    """Do what is proposed; the hall knows what it was said to do (Q12)."""

    step: ProposedStep
    counter: str
    profile: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoProposal(Command):
    """Take back what was just taken, as far as the hall still stands as it left it."""

    proposal: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForCounter(Command):
    """A closed counter is needed: a task to whoever can send somebody; without a profile its usual one."""

    counter: str
    profile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeProposal(Command):
    """Long enough after: write down what it did for those of whom it was said."""

    proposal: str
