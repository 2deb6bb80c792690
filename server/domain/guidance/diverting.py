"""Rules for whoever needs no counter: greeted, sent another way; peak mode, rain, terminals and their faults.

What counts for a day opens it, as the first number does: the door is busy before the kiosk.
"""

from dataclasses import replace

from server.domain.care.events import TaskEnded, TaskRaised
from server.domain.config.pieces.catalogue import Terminal
from server.domain.event import Event
from server.domain.guidance import commands as c
from server.domain.guidance import events as e
from server.domain.guidance.nouns import Way
from server.domain.guidance.refusals import TERMINAL_FAULTY, UNKNOWN_TERMINAL
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue import calls
from server.domain.queue import commands as qc
from server.domain.queue import events as q
from server.domain.queue.asked import movable, service_of, ticket_of
from server.domain.queue.days import day_events
from server.domain.text import Text

DIVERTED = "diverted"  # the outcome of such a ticket
NO_TOPIC = Text("", "")
FOR_RAIN = ("umbrella_stand", "wet_floor")  # kinds of tasks, of the whole hall (O37)
AT_THE_DOOR = ("guide",)


def greet(hall: Hall, command: c.Greet, now: Now) -> tuple[Event, ...]:
    return (*day_events(hall, now), e.CustomerGreeted(at=now.at, by=command.by))


def divert(hall: Hall, command: c.Divert, now: Now) -> tuple[Event, ...]:
    """A ticket ends with it, but to the form desk, from where its holder comes back to the line."""
    ticket = ticket_of(hall, command.ticket) if command.ticket else None
    service = ticket.leg.service if ticket else command.service
    entry = service_of(hall, service).entry if service else None
    if command.terminal:
        terminal = terminal_of(hall, command.terminal)
        if terminal.id in hall.guidance.faults:
            raise TERMINAL_FAULTY(terminal=terminal.name)
    topics = entry.topics if entry else ()
    diverted = e.CustomerDiverted(
        at=now.at,
        way=command.way,
        service=service,
        ticket=command.ticket,
        number=ticket.number if ticket else "",
        terminal=command.terminal,
        topic=topics[command.topic] if 0 <= command.topic < len(topics) else NO_TOPIC,
        words=command.words,
        by=command.by,
        where=command.where,
    )
    if ticket is None:
        return (*day_events(hall, now), diverted)
    if command.way is Way.FORM_DESK:
        movable(hall, ticket.id, q.FormStarted)
        return (diverted, q.FormStarted(at=now.at, ticket=ticket.id))
    return (diverted, *ended(hall, ticket, DIVERTED, now))


def ended(hall: Hall, ticket: Ticket, outcome: str, now: Now, *, solved: bool = True) -> tuple[Event, ...]:
    """Its holder goes: at a counter the leg ends with nothing done, in the line the ticket is given up."""
    counter = ticket.at_counter
    if counter is None:
        movable(hall, ticket.id, q.TicketCancelled)
        return (q.TicketCancelled(at=now.at, ticket=ticket.id, by=outcome),)
    asked = qc.FinishTicket(counter=counter, ticket=ticket.id, solved=solved)
    *before, finished = calls.finish(hall, asked, now)
    assert isinstance(finished, q.TicketFinished)
    return (*before, replace(finished, outcome=outcome, services_done=()))


def set_peak(hall: Hall, command: c.SetPeakMode, now: Now) -> tuple[Event, ...]:
    if command.on == hall.guidance.peak:
        return ()
    return (*day_events(hall, now), e.PeakModeSet(at=now.at, on=command.on, by=command.by))


def set_rain(hall: Hall, command: c.SetRainMode, now: Now) -> tuple[Event, ...]:
    """It asks somebody to see to the door, once each time it begins to rain; nobody need when it is over."""
    if command.on == hall.guidance.rain:
        return ()
    opening = day_events(hall, now)
    open_tasks = () if opening else hall.care.tasks
    switched = e.RainModeSet(at=now.at, on=command.on, by=command.by)
    if not command.on:
        return (*opening, switched, *(TaskEnded(at=now.at, task=t) for t in _for_rain() if t in open_tasks))
    wanted = [task for task in _for_rain() if task not in open_tasks]
    return (*opening, switched, *(_to_the_door(task, now) for task in wanted))


def _for_rain() -> tuple[str, ...]:
    return tuple(f"{kind}/" for kind in FOR_RAIN)


def _to_the_door(task: str, now: Now) -> TaskRaised:
    kind = task.partition("/")[0]
    return TaskRaised(at=now.at, task=task, kind=kind, ticket="", number="", roles=AT_THE_DOOR, detail="")


def report_terminal(hall: Hall, command: c.ReportTerminal, now: Now) -> tuple[Event, ...]:
    terminal = terminal_of(hall, command.terminal)
    known = hall.guidance.faults.get(terminal.id)
    if command.works == (known is None) and (known is None or known.detail == command.detail):
        return ()
    reported = e.TerminalReported(
        at=now.at,
        terminal=terminal.id,
        works=command.works,
        detail="" if command.works else command.detail.strip(),
        by=command.by,
    )
    return (reported,)


def terminal_of(hall: Hall, terminal: str) -> Terminal:
    known = next((t for t in hall.setup.terminals if t.id == terminal), None)
    if known is None:
        raise UNKNOWN_TERMINAL(terminal=terminal)
    return known


def terminals_for(hall: Hall, service: str) -> tuple[Terminal, ...]:
    """Those that can do it and work: what may be recommended (Q19)."""
    faults = hall.guidance.faults
    return tuple(t for t in hall.setup.terminals if service in t.services and t.id not in faults)
