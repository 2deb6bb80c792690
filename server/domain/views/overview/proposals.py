"""What the manager's board proposes to do now, and what became of what was taken (Q12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.hall import Hall
from server.domain.kept import FEW, kept, together
from server.domain.proposals.nouns import Proposal, ProposedStep, Taken
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.names import COUNTER, NameOf, nobody

LISTED = 3
NOTHING = Text("", "")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """Of `people` who wait so many are expected in time `without` it and `after` it; seconds, minus: less."""

    step: ProposedStep
    counter: str
    counter_name: Text
    profile: str
    profile_name: Text
    people: int
    without: float
    after: float
    mean_wait: float
    newcomer: float


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """`in_time`, `left`: so far, until it is `judged`."""

    id: str
    of: ProposalRow
    at: datetime
    by: str
    in_time: int
    left: int
    judged: bool


def proposal_rows(hall: Hall) -> tuple[ProposalRow, ...]:
    return together(_row(p, hall.setup) for p in hall.proposals.made)


def taken_rows(hall: Hall, name_of: NameOf = nobody) -> tuple[TakenRow, ...]:
    """The newest first."""
    return together(_taken(t, hall.setup, name_of(t.by)) for t in _newest(hall.proposals.taken))


@kept(FEW)
def _newest(taken: Mapping[str, Taken]) -> tuple[Taken, ...]:
    return tuple(reversed(tuple(taken.values())[-LISTED:]))


@kept()
def _row(proposal: Proposal, config: HallConfig) -> ProposalRow:
    place, profile = config.counter.get(proposal.counter), config.profile.get(proposal.profile)
    return ProposalRow(
        step=proposal.step,
        counter=proposal.counter,
        counter_name=place.name if place else COUNTER,
        profile=proposal.profile,
        profile_name=profile.name if profile else NOTHING,
        people=proposal.people,
        without=proposal.without,
        after=proposal.after,
        mean_wait=proposal.mean_wait,
        newcomer=proposal.newcomer,
    )


@kept()
def _taken(taken: Taken, config: HallConfig, by: str) -> TakenRow:
    return TakenRow(
        id=taken.id,
        of=_row(taken.proposal, config),
        at=taken.at,
        by=by,
        in_time=taken.in_time,
        left=taken.left,
        judged=taken.judged,
    )
