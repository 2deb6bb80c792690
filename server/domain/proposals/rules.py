"""Rules for proposals: what is proposed, what taking one does, and when it is judged.

A proposal that is taken is the command it stands for, with its own rules and refusals. Nobody sits down at a
closed counter because of a tap, so opening one is a task to whoever can send somebody there.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from server.domain.care.events import TaskEnded, TaskRaised
from server.domain.event import Event
from server.domain.hall import CounterState, Hall, Ticket
from server.domain.line import Now
from server.domain.proposals import commands as c
from server.domain.proposals import events as e
from server.domain.proposals.nouns import Proposal, ProposedStep, Taken
from server.domain.proposals.refusals import PROPOSAL_GONE
from server.domain.queue import commands as qc
from server.domain.queue import counters
from server.domain.queue import events as q

JUDGED_AFTER = timedelta(minutes=30)
OPEN_TASK = "open_counter"
OPENERS = ("team_leader", "guide")
CHANGED = 1.5  # people more or less: from then on a proposal is told anew
AT_WORK = frozenset({CounterState.OPEN_IDLE, CounterState.CALLING, CounterState.SERVING})


def make(hall: Hall, command: c.MakeProposals, now: Now) -> tuple[Event, ...]:
    """Told anew when they are others, or would do clearly more or less: a board does not flicker."""
    made = tuple(p for p in command.proposals if is_possible(hall, p))
    before = hall.proposals.made
    same = [p.key for p in made] == [p.key for p in before]
    if same and all(abs(new.kept - old.kept) < CHANGED for new, old in zip(made, before, strict=True)):
        return ()
    return (e.ProposalsMade(at=now.at, proposals=made),)


def take(hall: Hall, command: c.TakeProposal, now: Now) -> tuple[Event, ...]:
    key = (command.step, command.counter, command.profile)
    proposal = next((p for p in hall.proposals.made if p.key == key), None)
    if proposal is None or not is_possible(hall, proposal):
        raise PROPOSAL_GONE()
    taken = e.ProposalTaken(at=now.at, taken=now.new_id, proposal=proposal, by=command.by)
    return (taken, *_does(hall, proposal, now))


def _does(hall: Hall, proposal: Proposal, now: Now) -> tuple[Event, ...]:
    match proposal.step:
        case ProposedStep.SWITCH:
            asked = qc.ChangeProfile(counter=proposal.counter, profile=proposal.profile)
            return counters.change_profile(hall, asked, now)
        case ProposedStep.RESUME:
            return counters.unpause(hall, qc.ResumeCounter(counter=proposal.counter), now)
        case ProposedStep.OPEN:
            return _asks_for(hall, proposal, now)


def _asks_for(hall: Hall, proposal: Proposal, now: Now) -> tuple[Event, ...]:
    task = _task(proposal.counter)
    if task in hall.care.tasks:
        return ()
    raised = TaskRaised(
        at=now.at,
        task=task,
        kind=OPEN_TASK,
        ticket="",
        number=proposal.counter,
        roles=OPENERS,
        detail=proposal.profile,
    )
    return (raised,)


def _task(counter: str) -> str:
    return f"{OPEN_TASK}/{counter}"


def opened(hall: Hall, event: q.CounterOpened, now: Now) -> tuple[Event, ...]:
    """Somebody has come."""
    task = _task(event.counter)
    return (TaskEnded(at=now.at, task=task),) if task in hall.care.tasks else ()


def is_possible(hall: Hall, proposal: Proposal) -> bool:
    """The hall still stands as it does where the proposal begins."""
    counter, config = hall.counters.get(proposal.counter), hall.config
    if counter is None or config is None or proposal.profile not in config.profile:
        return False
    match proposal.step:
        case ProposedStep.OPEN:
            asked_for = _task(counter.id) in hall.care.tasks
            return counter.state is CounterState.CLOSED and counter.id in config.counter and not asked_for
        case ProposedStep.SWITCH:
            return counter.state in AT_WORK and counter.profile != proposal.profile
        case ProposedStep.RESUME:
            return counter.state is CounterState.PAUSED


def judge(hall: Hall, command: c.JudgeProposal, now: Now) -> tuple[Event, ...]:
    taken = hall.proposals.taken.get(command.proposal)
    if taken is None or taken.judged or not _is_due(hall, taken, now.at):
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
    return [t.id for t in hall.proposals.taken.values() if not t.judged and _is_due(hall, t, at)]


def _is_due(hall: Hall, taken: Taken, at: datetime) -> bool:
    """Whoever waited then has been called in time by now, or never will have been."""
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    return not taken.open or at - taken.at > max(JUDGED_AFTER, threshold)


def in_question(hall: Hall, at: datetime) -> Iterable[Ticket]:
    """Who waits and not too long yet: those of whom a proposal speaks."""
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    return (t for t in hall.waiting() if t.wait_at(at) <= threshold)
