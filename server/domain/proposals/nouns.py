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
    LATER = "later"  # a break that is about to begin is put off
    MISS = "miss"  # a call that nobody follows is given up
    ASSIST = "assist"  # somebody goes to a counter whose customer takes far longer than usual


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One change at one counter, and what it would do; seconds, less is minus.

    Of `people` who wait now and not too long yet, so many are expected to be called in time `without` it and
    `after` it; `noise` is how far the difference may be off by chance. All three are 0 where no run can say.
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
    ticket: str = ""  # whom it is about, of a call and of a service
    begins: datetime | None = None  # of a break, when it would
    minutes: int = 0  # of a break, by how many; of a service, how many are usual

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
    """One that was taken, and what has become of it: `open` are those who wait still, of whom it was said.

    `before`: what it changed, by the step: the profile, the reason of the pause.
    """

    id: str
    proposal: Proposal
    at: datetime
    by: str
    open: tuple[str, ...]
    in_time: int = 0
    left: int = 0  # gone before any call
    judged: bool = False
    before: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is proposed now, and by name what was taken today, the newest last."""

    made: tuple[Proposal, ...] = ()
    taken: Mapping[str, Taken] = field(default_factory=dict)
