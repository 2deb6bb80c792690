"""Rules for proposals: what is proposed, what taking one does, and when it is judged.

What a step does is `carrying_out.py`'s; `undoing.py` takes it back.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.proposals import commands as c
from server.domain.proposals import events as e
from server.domain.proposals.carrying_out import carried_out, is_possible
from server.domain.proposals.nouns import Taken
from server.domain.proposals.refusals import PROPOSAL_GONE

JUDGED_AFTER = timedelta(minutes=30)
CHANGED = 1.5  # people more or less: from then on a proposal is told anew


def make(hall: Hall, command: c.MakeProposals, now: Now) -> tuple[Event, ...]:
    """Told anew when they are others, or would do clearly more or less: a board does not flicker."""
    made = tuple(p for p in command.proposals if is_possible(hall, p, now))
    before = hall.proposals.made
    same = [p.key for p in made] == [p.key for p in before]
    if same and all(abs(new.kept - old.kept) < CHANGED for new, old in zip(made, before, strict=True)):
        return ()
    return (e.ProposalsMade(at=now.at, proposals=made),)


def take(hall: Hall, command: c.TakeProposal, now: Now) -> tuple[Event, ...]:
    key = (command.step, command.counter, command.profile)
    proposal = next((p for p in hall.proposals.made if p.key == key), None)
    if proposal is None or not is_possible(hall, proposal, now):
        raise PROPOSAL_GONE()
    taken = e.ProposalTaken(at=now.at, taken=now.new_id, proposal=proposal, by=command.by)
    return (taken, *carried_out(hall, proposal, command.by, now))


def judge(hall: Hall, command: c.JudgeProposal, now: Now) -> tuple[Event, ...]:
    taken = hall.proposals.taken.get(command.proposal)
    if taken is None or taken.judged or taken.undone or not _is_due(hall, taken, now.at):
        return ()
    judged = e.ProposalJudged(
        at=now.at,
        taken=taken.id,
        counter=taken.proposal.counter,
        people=taken.proposal.people,
        expected=taken.proposal.after,
        in_time=taken.in_time,
        left=taken.left,
    )
    return (judged,)


def due(hall: Hall, at: datetime) -> list[str]:
    """Those that can be judged now."""
    open_ = (t for t in hall.proposals.taken.values() if not t.judged and not t.undone)
    return [t.id for t in open_ if _is_due(hall, t, at)]


def _is_due(hall: Hall, taken: Taken, at: datetime) -> bool:
    """Whoever waited then has been called in time by now, or never will have been."""
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    return not taken.open or at - taken.at > max(JUDGED_AFTER, threshold)


def in_question(hall: Hall, at: datetime) -> Iterable[Ticket]:
    """Who waits and not too long yet: those of whom a proposal speaks."""
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    return (t for t in hall.waiting() if t.wait_at(at) <= threshold)
