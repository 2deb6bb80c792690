"""Rules for tasks and care acts: explain, water, take, done."""

from server.domain.care import commands as c
from server.domain.care import events as e
from server.domain.care.asked import script_version, task_of
from server.domain.care.ladder import WAITS
from server.domain.care.refusals import UNKNOWN_ZONE
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue.asked import ticket_of
from server.domain.queue.lifecycle import STATE_NAMES
from server.domain.queue.refusals import WRONG_STATE
from server.domain.text import Text

TO_EXPLAIN = Text("解释等候", "explaining the wait")
TO_WATER = Text("送水", "giving water")
LAPSING = ("explain", "pre_alert", "remedy", "call_manager")  # about a wait: over with it


def raise_task(hall: Hall, command: c.RaiseTask, now: Now) -> tuple[Event, ...]:
    name = f"{command.kind}/{command.subject}"
    if name in hall.care.tasks:
        return ()
    ticket = hall.ticket(command.subject)
    if command.kind in LAPSING and (ticket is None or ticket.state not in WAITS):
        return ()  # called meanwhile
    return (
        e.TaskRaised(
            at=now.at,
            task=name,
            kind=command.kind,
            ticket=ticket.id if ticket else "",
            number=ticket.number if ticket else command.subject,
            roles=command.roles,
            detail=command.detail,
        ),
    )


def take(hall: Hall, command: c.TakeTask, now: Now) -> tuple[Event, ...]:
    task = task_of(hall, command.task)
    return () if task.taken_by else (e.TaskTaken(at=now.at, task=task.id, by=command.by),)


def drop(hall: Hall, command: c.DropTask, now: Now) -> tuple[Event, ...]:
    return (e.TaskEnded(at=now.at, task=task_of(hall, command.task).id),)


def explain(hall: Hall, command: c.ExplainWait, now: Now) -> tuple[Event, ...]:
    """Doing it ends the task; doing it again is on record, too."""
    ticket = _waiting(hall, command.ticket, TO_EXPLAIN)
    version = script_version(hall, "explain", now)
    done = e.WaitExplained(at=now.at, ticket=ticket.id, script=version, by=command.by)
    return (done, *_end(hall, f"explain/{ticket.id}", now))


def water(hall: Hall, command: c.GiveWater, now: Now) -> tuple[Event, ...]:
    version = script_version(hall, "water", now)
    given = tuple(
        e.WaterGiven(at=now.at, ticket=t.id, script=version, by=command.by)
        for t in _thirsty(hall, command)
        if t.id not in hall.care.watered
    )
    return (*given, *_end(hall, f"water/{command.zone}", now)) if command.zone else given


def _thirsty(hall: Hall, command: c.GiveWater) -> list[Ticket]:
    config = hall.setup
    if not command.zone:
        return [_waiting(hall, command.ticket, TO_WATER)]
    if command.zone not in config.zone:
        raise UNKNOWN_ZONE(zone=command.zone)
    in_zone = {q.id for q in config.queues if q.zone == command.zone}
    return [t for t in hall.tickets.values() if t.state in WAITS and t.leg.queue in in_zone]


def _waiting(hall: Hall, ticket: str, action: Text) -> Ticket:
    known = ticket_of(hall, ticket)
    if known.state not in WAITS:
        raise WRONG_STATE(number=known.number, state=STATE_NAMES[known.state], action=action)
    return known


def _end(hall: Hall, task: str, now: Now) -> tuple[Event, ...]:
    return (e.TaskEnded(at=now.at, task=task),) if task in hall.care.tasks else ()
