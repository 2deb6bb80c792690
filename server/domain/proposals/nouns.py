"""The nouns of proposals; frozen. `Proposal` comes from outside, from whoever runs the hall forward."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.domain.values import quick


class ProposedStep(StrEnum):
    """What would be done."""

    OPEN = "open"  # somebody sits down at a closed counter
    SWITCH = "switch"  # a counter calls by another profile
    RESUME = "resume"  # a paused counter calls again


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One change at one counter, and what it would do; seconds, less is minus.

    Of `people` who wait now and not too long yet, so many are expected to be called in time `without` it and
    `after` it; `noise` is how far the difference may be off by chance.
    """

    step: ProposedStep
    counter: str
    profile: str
    people: int
    without: float
    after: float
    noise: float
    mean_wait: float = 0.0
    newcomer: float = 0.0

    @property
    def kept(self) -> float:
        """So many more are called in time."""
        return self.after - self.without

    @property
    def key(self) -> tuple[ProposedStep, str, str]:
        return self.step, self.counter, self.profile


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One that was taken, and what has become of it: `open` are those who wait still, of whom it was said."""

    id: str
    proposal: Proposal
    at: datetime
    by: str
    open: tuple[str, ...]
    in_time: int = 0
    left: int = 0  # gone before any call
    judged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is proposed now, and by name what was taken today, the newest last."""

    made: tuple[Proposal, ...] = ()
    taken: Mapping[str, Taken] = field(default_factory=dict)
