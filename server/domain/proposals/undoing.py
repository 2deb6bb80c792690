"""Taking back what was just taken: all of it, while nobody has built on it; what has gone on is said.

A customer who was called meanwhile stays called: no tap sends anybody back to the chairs.
"""

from datetime import timedelta

from server.domain.care.events import TaskEnded
from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall, TicketState
from server.domain.line import Now
from server.domain.proposals import commands as c
from server.domain.proposals import events as e
from server.domain.proposals.carrying_out import (
    ASSIST_TASK,
    AT_WORK,
    LATER_TASK,
    OPEN_TASK,
    rostered,
    task_of,
)
from server.domain.proposals.nouns import ProposedStep, Taken
from server.domain.proposals.refusals import PROPOSAL_MOVED_ON
from server.domain.queue import commands as qc
from server.domain.queue import counters
from server.domain.queue import events as q
from server.domain.queue.refusals import NOTHING_TO_UNDO, UNDO_TOO_LATE

TASKS = {
    ProposedStep.OPEN: OPEN_TASK,
    ProposedStep.LATER: LATER_TASK,
    ProposedStep.ASSIST: ASSIST_TASK,
}


def undo(hall: Hall, command: c.UndoProposal, now: Now) -> tuple[Event, ...]:
    taken, seconds = hall.proposals.taken.get(command.proposal), hall.setup.figures.proposal_undo_seconds
    if taken is None or taken.undone or taken.judged:
        raise NOTHING_TO_UNDO()
    if now.at - taken.at > timedelta(seconds=seconds):
        raise UNDO_TOO_LATE(seconds=seconds)
    counter = hall.counters.get(taken.proposal.counter)
    if counter is None:
        raise NOTHING_TO_UNDO()
    undone = e.ProposalUndone(at=now.at, taken=taken.id, counter=counter.id, by=command.by)
    return (undone, *_back(hall, taken, counter, command.by, now))


def _back(hall: Hall, taken: Taken, counter: Counter, by: str, now: Now) -> tuple[Event, ...]:
    proposal = taken.proposal
    match proposal.step:
        case ProposedStep.SWITCH if counter.state in AT_WORK and counter.profile == proposal.profile:
            asked = qc.ChangeProfile(counter=counter.id, profile=taken.before)
            return counters.change_profile(hall, asked, now)
        case ProposedStep.RESUME if counter.state is CounterState.OPEN_IDLE:
            return counters.pause(hall, qc.PauseCounter(counter=counter.id, reason=taken.before), now)
        case ProposedStep.MISS if _missed_last(hall, taken, counter):
            return (q.NoShowUndone(at=now.at, ticket=proposal.ticket, counter=counter.id),)
        case ProposedStep.OPEN | ProposedStep.LATER | ProposedStep.ASSIST if _asked(hall, taken):
            ended = TaskEnded(at=now.at, task=task_of(TASKS[proposal.step], counter.id))
            later = proposal.step is ProposedStep.LATER
            return (*(rostered(hall, proposal, by, now, back=True) if later else ()), ended)
    raise PROPOSAL_MOVED_ON(counter=counter.id)


def _asked(hall: Hall, taken: Taken) -> bool:
    return task_of(TASKS[taken.proposal.step], taken.proposal.counter) in hall.care.tasks


def _missed_last(hall: Hall, taken: Taken, counter: Counter) -> bool:
    """Nobody has been called since, and the number has not come back by itself."""
    ticket = hall.ticket(taken.proposal.ticket)
    missed = ticket is not None and ticket.state is TicketState.NO_SHOW
    return missed and counter.state is CounterState.OPEN_IDLE and counter.last_ticket == taken.proposal.ticket
