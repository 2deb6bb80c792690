"""What each step does when it is taken, and whether the hall still stands as it does where the step begins.

A step is the command it stands for, with its own rules and refusals. Where a person has to act – sit down,
eat later, go and help – no tap brings that about: it is a task to whoever can see to it, until it is done.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from server.domain.care.events import TaskEnded, TaskRaised
from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall
from server.domain.line import Now
from server.domain.proposals import commands as c
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.domain.queue import calls, counters
from server.domain.queue import commands as qc
from server.domain.queue import events as q
from server.domain.queue.refusals import COUNTER_OPEN, UNKNOWN_COUNTER, UNKNOWN_PROFILE
from server.domain.refusals import Refused
from server.domain.roster.commands import PlanDay
from server.domain.roster.nouns import NO_ROSTER, Post, Shift
from server.domain.roster.rules import plan_day
from server.domain.values import replace

OPEN_TASK, LATER_TASK, ASSIST_TASK = "open_counter", "later_break", "long_service"
TOLD = ("team_leader", "guide")
AT_WORK = frozenset({CounterState.OPEN_IDLE, CounterState.CALLING, CounterState.SERVING})
LAST_MINUTE = 24 * 60 - 1

# What a task was waiting for.
SETTLED_BY: Mapping[type[Event], str] = {
    q.CounterOpened: OPEN_TASK,
    q.CounterPaused: LATER_TASK,
    q.CounterClosed: LATER_TASK,
    **dict.fromkeys((q.TicketFinished, q.TicketParked, q.TicketTransferred), ASSIST_TASK),
}


def carried_out(hall: Hall, proposal: Proposal, by: str, now: Now) -> tuple[Event, ...]:
    match proposal.step:
        case ProposedStep.SWITCH:
            asked = qc.ChangeProfile(counter=proposal.counter, profile=proposal.profile)
            return counters.change_profile(hall, asked, now)
        case ProposedStep.RESUME:
            return counters.unpause(hall, qc.ResumeCounter(counter=proposal.counter), now)
        case ProposedStep.MISS:
            return calls.no_show(hall, qc.MarkNoShow(counter=proposal.counter), now)
        case ProposedStep.OPEN:
            return (_asks_for(OPEN_TASK, proposal.counter, proposal.profile, now),)
        case ProposedStep.ASSIST:
            return (_asks_for(ASSIST_TASK, proposal.counter, "", now),)
        case ProposedStep.LATER:
            begins = f"{local(hall.setup, ends_at(proposal)):%H:%M}"
            return (*rostered(hall, proposal, by, now), _asks_for(LATER_TASK, proposal.counter, begins, now))


def ask_for_counter(hall: Hall, command: c.AskForCounter, now: Now) -> tuple[Event, ...]:
    """Without a proposal; asked once more, nothing changes."""
    place, counter = hall.setup.counter.get(command.counter), hall.counters.get(command.counter)
    if place is None or counter is None:
        raise UNKNOWN_COUNTER(counter=command.counter)
    if counter.state is not CounterState.CLOSED:
        raise COUNTER_OPEN(counter=command.counter)
    profile = command.profile or counter.profile or place.profile
    if profile not in hall.setup.profile:
        raise UNKNOWN_PROFILE(profile=profile)
    if task_of(OPEN_TASK, command.counter) in hall.care.tasks:
        return ()
    return (_asks_for(OPEN_TASK, command.counter, profile, now),)


def _asks_for(kind: str, counter: str, detail: str, now: Now) -> Event:
    return TaskRaised(
        at=now.at,
        task=task_of(kind, counter),
        kind=kind,
        ticket="",
        number=counter,
        roles=TOLD,
        detail=detail,
    )


def task_of(kind: str, counter: str) -> str:
    return f"{kind}/{counter}"


def settled(hall: Hall, event: q.CounterOpened, now: Now) -> tuple[Event, ...]:
    """Of any of `SETTLED_BY`: what somebody was asked to see to has come about."""
    task = task_of(SETTLED_BY[type(event)], event.counter)
    return (TaskEnded(at=now.at, task=task),) if task in hall.care.tasks else ()


def is_possible(hall: Hall, proposal: Proposal, now: Now) -> bool:
    counter, config = hall.counters.get(proposal.counter), hall.config
    if counter is None or config is None or proposal.profile not in config.profile:
        return False
    match proposal.step:
        case ProposedStep.OPEN:
            asked_for = task_of(OPEN_TASK, counter.id) in hall.care.tasks
            return counter.state is CounterState.CLOSED and counter.id in config.counter and not asked_for
        case ProposedStep.SWITCH:
            return counter.state in AT_WORK and counter.profile != proposal.profile
        case ProposedStep.RESUME:
            return counter.state is CounterState.PAUSED
        case ProposedStep.MISS:
            return _has(counter, proposal, CounterState.CALLING)
        case ProposedStep.ASSIST:
            asked_for = task_of(ASSIST_TASK, counter.id) in hall.care.tasks
            return _has(counter, proposal, CounterState.SERVING) and not asked_for
        case ProposedStep.LATER:
            return _can_be_later(hall, counter, proposal, now)


def _has(counter: Counter, proposal: Proposal, state: CounterState) -> bool:
    return counter.state is state and counter.ticket == proposal.ticket


def _can_be_later(hall: Hall, counter: Counter, proposal: Proposal, now: Now) -> bool:
    """Before it begins, once, and where the roster has room for it."""
    asked_for = task_of(LATER_TASK, counter.id) in hall.care.tasks
    if counter.state not in AT_WORK or proposal.begins is None or proposal.begins <= now.at or asked_for:
        return False
    try:
        rostered(hall, proposal, "", now)
    except Refused:
        return False
    return True


# a break on the roster


def ends_at(proposal: Proposal) -> datetime:
    """When a break begins that was put off."""
    assert proposal.begins is not None
    return proposal.begins + timedelta(minutes=proposal.minutes)


def rostered(hall: Hall, proposal: Proposal, by: str, now: Now, *, back: bool = False) -> tuple[Event, ...]:
    """The day with the break as long, but later; nothing where nobody planned it. Raises as planning does."""
    assert proposal.begins is not None
    at = local(hall.setup, ends_at(proposal) if back else proposal.begins)
    minutes = -proposal.minutes if back else proposal.minutes
    shifts = hall.roster.days.get(at.date().isoformat(), NO_ROSTER).shifts
    moved = _moved(shifts, proposal.counter, f"{at:%H:%M}", minutes)
    if moved == shifts:
        return ()
    return plan_day(hall, PlanDay(day=at.date(), shifts=moved, by=by), now)


def _moved(shifts: tuple[Shift, ...], counter: str, clock: str, minutes: int) -> tuple[Shift, ...]:
    """Whoever has the break leaves later and is back as much later."""
    first = next((s for s in shifts if (s.post, s.counter, s.ends) == (Post.COUNTER, counter, clock)), None)
    if first is None:
        return shifts
    after = [s for s in shifts if s.person == first.person and s.begins >= first.ends]
    second = min(after, key=lambda s: s.begins, default=None)
    return tuple(
        replace(s, ends=_later(s.ends, minutes))
        if s is first
        else replace(s, begins=_later(s.begins, minutes))
        if s is second
        else s
        for s in shifts
    )


def _later(clock: str, minutes: int) -> str:
    at = min(int(clock[:2]) * 60 + int(clock[3:]) + minutes, LAST_MINUTE)
    return f"{at // 60:02}:{at % 60:02}"
