"""A clerk's keys work where the clerk sits, and whom a counter serves nobody else sends away.

A clerk who sits nowhere may act at any counter, so that nobody is left at one whose computer or clerk is gone
(D6); team leaders and managers may act everywhere. Whoever acts, the event names them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.rights import may_seat_others, may_sit_down
from server.domain.care.commands import ExplainWait, GiveWater
from server.domain.command import Command
from server.domain.equipment.commands import ReprintSlip
from server.domain.guidance.commands import Divert, GiveNotice, GivePass, HandOver, TellKeyPoints, TickStep
from server.domain.hall import CounterState, Hall, TicketState
from server.domain.queue.commands import CancelTicket, OpenCounter
from server.domain.text import Text
from server.domain.views.names import counter_name

BESIDE = frozenset({ExplainWait, GiveWater, ReprintSlip, TellKeyPoints, TickStep})
"""Name a ticket and take nothing out of its counter's hands; every other command about it acts there."""
ENDS: Mapping[type[Command], Callable[[Any], bool]] = {
    CancelTicket: lambda asked: True,
    Divert: lambda asked: True,
    HandOver: lambda asked: True,
    GiveNotice: lambda asked: bool(asked.leaves),
    GivePass: lambda asked: True,
}
"""Send the customer away, from a counter too, though they name none."""


def seated_as(actor: Actor) -> str:
    """What a counter this actor opens has as its clerk: a person's number; a script's name."""
    return actor.name if actor.kind == "script" else actor.id.partition(":")[2]


def require_own_seat(actor: Actor, command: Command, hall: Hall) -> None:
    """Refuse with `not_your_counter` a clerk who sits at one counter and acts at another.

    Who sits at none by their office, a guide, sends nobody away from a counter: `served_at_counter`.
    """
    if actor.kind == "system" or may_seat_others(actor):
        return
    if not may_sit_down(actor.role):
        _require_nobodys(command, hall)
        return
    counter, mine = _acts_at(command, hall), _seats(hall, seated_as(actor))
    if counter in hall.counters and mine and counter not in mine:
        raise AccessRefused(
            "not_your_counter",
            mine=_listed([counter_name(hall, one) for one in mine]),
            counter=counter_name(hall, counter),
        )


def _require_nobodys(command: Command, hall: Hall) -> None:
    counter = _stands_at(command, hall)
    if counter and type(command) in ENDS:
        number = hall.tickets[getattr(command, "ticket", "")].number
        raise AccessRefused("served_at_counter", number=number, counter=counter_name(hall, counter))


def _acts_at(command: Command, hall: Hall) -> str:
    """The counter a command is about; a closed one may be opened by anybody who may sit down."""
    if isinstance(command, OpenCounter):
        return ""
    return getattr(command, "counter", None) or _stands_at(command, hall)


def _stands_at(command: Command, hall: Hall) -> str:
    """The counter with the customer whom a command is about and would take in hand, "" where at none.

    Whom an open counter has set aside is still its own: others may take them up, not send them away.
    """
    ends = ENDS.get(type(command))
    if type(command) in BESIDE or (ends and not ends(command)):
        return ""
    ticket = hall.ticket(getattr(command, "ticket", None) or "")
    if ticket is None:
        return ""
    if ends and ticket.state is TicketState.PARKED and _is_open(hall, ticket.leg.counter):
        return ticket.leg.counter or ""
    return ticket.at_counter or ""


def _is_open(hall: Hall, counter: str | None) -> bool:
    known = hall.counters.get(counter or "")
    return known is not None and known.state is not CounterState.CLOSED


def _seats(hall: Hall, staff: str) -> list[str]:
    open_ = (c for c in hall.counters.values() if c.state is not CounterState.CLOSED)
    return [c.id for c in open_ if c.staff == staff]


def _listed(names: list[Text]) -> Text:
    return Text("、".join(n.zh for n in names), ", ".join(n.in_("en") for n in names))
