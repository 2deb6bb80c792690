"""What the manager's board proposes to do now, and what became of what was taken (Q12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

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
    number: str = ""  # whom it is about, of a call and of a service
    begins: datetime | None = None  # of a break, when it would
    minutes: int = 0  # of a break, by how many; of a service, how many are usual


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
    undone: bool = False
    undo_until: datetime | None = None  # None: not any more


def proposal_rows(hall: Hall) -> tuple[ProposalRow, ...]:
    return together(_row(p, hall.setup, _number(hall, p)) for p in hall.proposals.made)


def _number(hall: Hall, proposal: Proposal) -> str:
    ticket = hall.ticket(proposal.ticket) if proposal.ticket else None
    return ticket.number if ticket is not None else ""


def taken_rows(hall: Hall, name_of: NameOf = nobody) -> tuple[TakenRow, ...]:
    """The newest first."""
    newest = _newest(hall.proposals.taken)
    return together(_taken(t, hall.setup, name_of(t.by), _number(hall, t.proposal)) for t in newest)


@kept(FEW)
def _newest(taken: Mapping[str, Taken]) -> tuple[Taken, ...]:
    return tuple(reversed(tuple(taken.values())[-LISTED:]))


@kept()
def _row(proposal: Proposal, config: HallConfig, number: str) -> ProposalRow:
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
        number=number,
        begins=proposal.begins,
        minutes=proposal.minutes,
    )


@kept()
def _taken(taken: Taken, config: HallConfig, by: str, number: str) -> TakenRow:
    return TakenRow(
        id=taken.id,
        of=_row(taken.proposal, config, number),
        at=taken.at,
        by=by,
        in_time=taken.in_time,
        left=taken.left,
        judged=taken.judged,
        undone=taken.undone,
        undo_until=None
        if taken.undone or taken.judged
        else taken.at + timedelta(seconds=config.figures.proposal_undo_seconds),
    )
