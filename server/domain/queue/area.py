"""The area of the queue: days, tickets, counters and calls."""

from collections.abc import Mapping

from server.domain.area import Area, Means, Rule
from server.domain.askers import CLERKS, GUIDES, LEADERS, MANAGERS, STAFF, SYSTEM, by
from server.domain.command import Command
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import (
    calls,
    counters,
    days,
    leases,
    refusals,
    restoring,
    settling,
    stranded,
    suspending,
    tickets,
)
from server.domain.queue import commands as c
from server.domain.queue.asked import require_meant
from server.domain.queue.evolve import MOVES
from server.domain.queue.tallies import COMPARE, OBSERVE
from server.domain.refusals import said_in


def _meant(rule: Rule) -> Rule:
    """Ask first whether a key hits the customer it was pressed for."""

    def ruled(hall: Hall, command: c.AtCounter, now: Now) -> tuple[Event, ...]:
        require_meant(hall, command)
        return rule(hall, command, now)

    return ruled


def _into_the_line(role: str, command: c.ResumeTicket) -> bool:
    """A guide sends a parked customer into the line, and to no counter."""
    return role != "guide" or command.counter is None


RULES: Mapping[type[Command], Rule] = {
    c.SuspendService: suspending.suspend,
    c.RestoreService: suspending.restore,
    c.CloseDay: days.close_day,
    c.TurnDay: days.turn_day,
    c.GoOnRestored: restoring.go_on,
    c.SettleClock: settling.settle,
    c.IssueTicket: tickets.issue,
    c.LeaseNumbers: leases.lease,
    c.MergeOffline: leases.merge,
    c.TakeOtherWay: tickets.take_other_way,
    c.WalkDirect: tickets.walk_direct,
    c.StartFormFilling: tickets.start_form,
    c.EndFormFilling: tickets.end_form,
    c.ChangeService: tickets.change_service,
    c.FreeTicket: stranded.free,
    c.MarkWalkout: tickets.walk_out,
    c.CancelTicket: tickets.cancel,
    c.RequeueTicket: tickets.requeue,
    c.GiveWay: tickets.give_way,
    c.ResumeTicket: tickets.resume,
    c.CallNext: calls.call_next,
    c.CallSpecific: calls.call_specific,
    c.Recall: calls.recall,
    c.StartService: calls.start,
    c.FinishTicket: calls.finish,
    c.MarkNoShow: calls.no_show,
    c.ReturnToQueue: calls.give_back,
    c.UndoLast: calls.undo,
    c.ParkTicket: calls.park,
    c.TransferTicket: calls.transfer,
    c.AddService: calls.add_service,
    c.OpenCounter: counters.open_up,
    c.CloseCounter: counters.close_down,
    c.PauseCounter: counters.pause,
    c.ResumeCounter: counters.unpause,
    c.ChangeProfile: counters.change_profile,
}

KEYS = CLERKS | by("keypad")
KIOSK = by("kiosk")

TAKES_NUMBER: Mapping[str, Means] = {
    "channel": Means.CHANNEL,
    "language": Means.LANGUAGE,
    "segment": Means.SEGMENT,
    "printer": Means.PRINTER,
    "priority": Means.PRIORITY,
    "priority_reason": Means.WHY_PRIORITY,
    "expected_wait_seconds": Means.WAIT,
}
"""What the server says with every number that is taken, whichever area's command takes it."""

QUEUE = Area(
    name="queue",
    rules={kind: _meant(rule) if issubclass(kind, c.AtCounter) else rule for kind, rule in RULES.items()},
    moves=MOVES,
    asked_by={
        c.SuspendService: LEADERS,
        c.RestoreService: LEADERS,
        c.CloseDay: MANAGERS,
        c.TurnDay: SYSTEM,
        c.GoOnRestored: SYSTEM,
        c.SettleClock: MANAGERS,
        c.IssueTicket: STAFF | KIOSK,
        c.LeaseNumbers: KIOSK,  # the machine's own doing, nobody's by hand
        c.MergeOffline: KIOSK,
        c.TakeOtherWay: KIOSK,
        c.WalkDirect: CLERKS,
        c.StartFormFilling: STAFF,
        c.EndFormFilling: STAFF,
        c.ChangeService: STAFF,
        c.FreeTicket: LEADERS,
        c.MarkWalkout: STAFF,
        c.CancelTicket: GUIDES,
        c.RequeueTicket: STAFF,
        c.GiveWay: STAFF,  # and whoever holds the ticket's own token
        c.ResumeTicket: STAFF,
        c.CallNext: KEYS,
        c.CallSpecific: CLERKS,
        c.Recall: KEYS,
        c.StartService: KEYS,
        c.FinishTicket: KEYS,
        c.MarkNoShow: KEYS,
        c.ReturnToQueue: KEYS,
        c.UndoLast: KEYS,
        c.ParkTicket: CLERKS,
        c.TransferTicket: CLERKS,
        c.AddService: CLERKS,
        c.OpenCounter: CLERKS,
        c.CloseCounter: CLERKS,
        c.PauseCounter: KEYS,
        c.ResumeCounter: KEYS,
        c.ChangeProfile: LEADERS,
    },
    within={c.ResumeTicket: _into_the_line},
    observe=OBSERVE,
    compare=COMPARE,
    decided={
        c.IssueTicket: {
            **TAKES_NUMBER,
            "person": Means.PERSON,
        },
        c.MergeOffline: {
            "language": Means.LANGUAGE,
            "printer": Means.PRINTER,
            "priority": Means.PRIORITY,
            "priority_reason": Means.WHY_PRIORITY,
        },
        c.SettleClock: {"to": Means.MACHINE_TIME, "since": Means.CLOCK_BEGAN},
        c.OpenCounter: {"staff": Means.SEATED},
    },
    refusals=said_in(refusals),
    slots=(
        "day",
        "numbered_on",
        "tickets",
        "ended",
        "counters",
        "issued",
        "carried",
        "series",
        "calls",
        "priority_run",
        "tallies",
        "recent",
        "suspended",
        "restored",
        "leases",
    ),
)
