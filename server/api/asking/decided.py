"""What in a command is the server's to say, whatever the message says: who, where, how, at which trust.

The areas say which field is what (`Area.decided`), this page where it is found.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from server.access.actors import Actor
from server.access.rights import may_seat_others
from server.api.asking.seats import seated_as
from server.clock import HallClock
from server.domain.area import Means
from server.domain.areas import DECIDED
from server.domain.command import Command
from server.domain.equipment.refusals import UNKNOWN_PRINTER
from server.domain.guidance.coming import service_wanted
from server.domain.hall import Hall, PriorityClass
from server.domain.queue.refusals import PRIORITY_FROM_STAFF, UNKNOWN_PRIORITY_REASON, UNKNOWN_SEGMENT

CHANNELS: Mapping[str, str] = {"kiosk": "kiosk", "guide": "guide_tablet", "clerk": "counter"}
BY_STAFF = "staff"  # the channel of everybody else
LANGUAGES = ("zh", "en")
WHY_PRIORITY = ("elderly", "pregnant", "disabled", "infant", "ill", "serviceman")  # what a kiosk offers
BY_STAFF_ALONE = ("", "return_pass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks what of which hall. `printer_of` names the printer of a kiosk's place."""

    actor: Actor
    command: Any
    hall: Hall
    printers: Callable[[], tuple[str, ...]]
    printer_of: Callable[[str], str]
    expected: Callable[[str], float | None]
    clock: HallClock
    known_as: Callable[[str], str]


Say = Callable[[Asking, Any], Any]


def who(actor: Actor) -> str:
    """A person's number, a device's id, a script's id."""
    return actor.id.partition(":")[2]


def as_decided(asking: Asking) -> Command:
    """The command with everything in it that is not the asker's to say. Raises `Refused`."""
    meanings = DECIDED.get(type(asking.command), {})
    fields = {name: HOW[means](asking, getattr(asking.command, name)) for name, means in meanings.items()}
    command: Command = replace(asking.command, **fields) if fields else asking.command
    return command


def _by(asking: Asking, given: str) -> str:
    return who(asking.actor)


def _nothing(asking: Asking, given: str | int) -> str | int:
    return type(given)()


def _machine_time(asking: Asking, given: float) -> float:
    return asking.clock.machine().timestamp()


def _began(asking: Asking, given: float) -> float:
    return asking.clock.began.timestamp()


def _seated(asking: Asking, given: str) -> str:
    """A clerk sits down as themselves. Whoever seats another clerk is named by the event's actor."""
    if given and may_seat_others(asking.actor):
        return given
    return seated_as(asking.actor)


def _channel(asking: Asking, given: str) -> str:
    return CHANNELS.get(asking.actor.role, BY_STAFF)


def _printer(asking: Asking, given: str) -> str:
    """A kiosk prints where it stands; staff choose among the hall's printers."""
    if asking.actor.role == "kiosk":
        return asking.printer_of(asking.actor.place)
    if given and given not in asking.printers():
        raise UNKNOWN_PRINTER(printer=given)
    return given


def _priority(asking: Asking, given: PriorityClass) -> PriorityClass:
    """Staff see whom they give it to; a kiosk gives it only in a hall that lets customers say so."""
    if given is PriorityClass.PRIORITY and asking.actor.role == "kiosk" and not _kiosk_priority(asking.hall):
        raise PRIORITY_FROM_STAFF()
    return given


def _kiosk_priority(hall: Hall) -> bool:
    return hall.config is None or hall.config.figures.kiosk_priority


def _why_priority(asking: Asking, given: str) -> str:
    """Private: none without the priority, and never anybody's own words; a kiosk's number is given anyhow."""
    if asking.command.priority is PriorityClass.ORDINARY:
        return ""
    if asking.actor.role == "kiosk":
        return given if given in WHY_PRIORITY else ""
    if given not in WHY_PRIORITY and given not in BY_STAFF_ALONE:
        raise UNKNOWN_PRIORITY_REASON()
    return given


def _expected(asking: Asking, given: float | None) -> float | None:
    """Of the business that is asked for, or that a code is for; staff give numbers to the last."""
    if asking.actor.role != "kiosk":
        return None
    wanted = getattr(asking.command, "service", None)
    return asking.expected(wanted or service_wanted(asking.hall, asking.command.code))


def _language(asking: Asking, given: str) -> str:
    """One that slips, calls and screens have."""
    return given if given in LANGUAGES else LANGUAGES[0]


def _segment(asking: Asking, given: str) -> str:
    """Who a customer is, is seen by staff; at a kiosk only what the hall offers there (Q38)."""
    known = asking.hall.config.segment.get(given) if asking.hall.config else None
    if asking.actor.role == "kiosk":
        return given if known is not None and known.at_kiosk else ""
    if given and known is None:
        raise UNKNOWN_SEGMENT(segment=given)
    return given


def _person(asking: Asking, given: str) -> str:
    """A hall that does not ask keeps nothing; one that does keeps what nobody can read back (Q39)."""
    asks = asking.hall.config is not None and asking.hall.config.figures.one_ticket_a_person
    return asking.known_as(given) if asks else ""


def _where(asking: Asking, given: str) -> str:
    """At the counter where the customer is, else in the zone."""
    ticket = asking.hall.ticket(asking.command.ticket)
    return (ticket.at_counter if ticket else None) or "zone"


def _calling_from(asking: Asking, given: str) -> str:
    return asking.actor.place or who(asking.actor)


HOW: Mapping[Means, Say] = {
    Means.WHO: _by,
    Means.SEATED: _seated,
    Means.CHANNEL: _channel,
    Means.LANGUAGE: _language,
    Means.SEGMENT: _segment,
    Means.PERSON: _person,
    Means.PRINTER: _printer,
    Means.PRIORITY: _priority,
    Means.WHY_PRIORITY: _why_priority,
    Means.WAIT: _expected,
    Means.WHERE_SERVED: _where,
    Means.FROM_WHERE: _calling_from,
    Means.MACHINE_TIME: _machine_time,
    Means.CLOCK_BEGAN: _began,
    Means.NOTHING: _nothing,
}
