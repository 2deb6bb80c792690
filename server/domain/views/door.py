"""What staff at the door and at counters see alike: steps to tick, other ways to go, terminals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.config.pieces.business import Service
from server.domain.config.pieces.catalogue import Terminal
from server.domain.guidance.diverting import terminals_for
from server.domain.guidance.nouns import Contacts, Fault, Notice, Way
from server.domain.hall import Hall, Ticket
from server.domain.kept import FEW, kept, same, together
from server.domain.text import Text
from server.domain.values import quick

NOTHING = Text("", "")
PREPARED = "prepared"  # beside the ways: steps that can be done while waiting (Q23)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """What can be done while somebody waits; its place in the list is what `tick_step` names."""

    name: Text
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalAt:
    """A terminal that works, and where it stands."""

    id: str
    name: Text
    zone: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalRow:
    id: str
    name: Text
    zone: Text
    services: tuple[str, ...]
    works: bool
    since: datetime | None  # out of order
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorService:
    """A business as it is sorted at the door: what else does it, and what is asked about it."""

    id: str
    name: Text
    terminals: tuple[TerminalAt, ...]  # never one that is out of order (Q19)
    e_channels: tuple[Text, ...]
    forms: tuple[Text, ...]
    enquiry: bool
    topics: tuple[Text, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a list says of a number at a glance: what brought its holder back, what is prepared."""

    came_with: Mapping[str, str]  # ticket -> "missing" or "pass"
    prepared: Mapping[str, int]  # ticket -> steps done


@dataclass(frozen=True, slots=True, kw_only=True)
class WayCount:
    way: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCount:
    person: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDay:
    """Today at the door, counted (Q15, T20): what was done, where people were sent, whom each one met."""

    greeted: int
    issued: int
    prepared: int
    explained: int
    ways: tuple[WayCount, ...]
    people: tuple[PersonCount, ...]


def marks(hall: Hall) -> Marks:
    kept_now = hall.guidance
    return _marks(kept_now.returned, kept_now.notices, kept_now.prepared)


@kept(FEW)
def _marks(
    returned: Mapping[str, str], notices: Mapping[str, Notice], prepared: Mapping[str, tuple[Text, ...]]
) -> Marks:
    came = {ticket: notices[code].kind for ticket, code in returned.items() if code in notices}
    return Marks(came_with=came, prepared={ticket: len(steps) for ticket, steps in prepared.items()})


def door_day(hall: Hall) -> DoorDay:
    return _day(hall.guidance.contacts, hall.guidance.ways, hall.care.explained)


@kept(FEW)
def _day(
    contacts: Mapping[str, Contacts], ways: Mapping[str, int], explained: Mapping[str, datetime]
) -> DoorDay:
    met = contacts.values()
    return DoorDay(
        greeted=sum(c.greeted for c in met),
        issued=sum(c.issued for c in met),
        prepared=sum(c.prepared for c in met),
        explained=len(explained),
        ways=tuple(WayCount(way=way, n=ways[way]) for way in Way if way in ways),
        people=tuple(PersonCount(person=person, n=c.all) for person, c in contacts.items()),
    )


def steps_of(hall: Hall, ticket: Ticket) -> tuple[StepRow, ...]:
    done = hall.guidance.prepared.get(ticket.id, ())
    return step_rows(hall.setup.service[ticket.leg.service], done)


@kept()
def step_rows(service: Service, done: tuple[Text, ...]) -> tuple[StepRow, ...]:
    return together(StepRow(name=step, done=step in done) for step in service.entry.steps)


@kept()
def ways_for(service: DoorService, steps: tuple[StepRow, ...]) -> tuple[str, ...]:
    """How somebody who waits could be helped without a counter (Q13), the best way first."""
    ways = {
        Way.SELF_SERVICE: service.terminals,
        Way.E_CHANNEL: service.e_channels,
        Way.ANSWERED: service.enquiry,
        PREPARED: not all(step.done for step in steps),
    }
    return tuple(way for way, suits in ways.items() if suits)


def segment_name(config: HallConfig, ticket: Ticket) -> Text:
    """Empty without one, and the bare word where the hall knows it no longer."""
    known = config.segment.get(ticket.segment)
    return known.name if known else same(Text(ticket.segment, ""))


def papers_for(config: HallConfig, ticket: Ticket) -> tuple[Text, ...]:
    """What such a customer brings (Q38)."""
    return config.papers_of(ticket.segment, ticket.leg.service)


def door_services(hall: Hall) -> tuple[DoorService, ...]:
    return _services(hall.setup, hall.guidance.faults)


def terminals_at(hall: Hall, service: str) -> tuple[TerminalAt, ...]:
    return together(_at(t, hall.setup) for t in terminals_for(hall, service))


def terminal_rows(hall: Hall) -> tuple[TerminalRow, ...]:
    """All of the set-up, in its order."""
    return _terminals(hall.setup, hall.guidance.faults)


@kept(FEW)
def _services(config: HallConfig, faults: Mapping[str, Fault]) -> tuple[DoorService, ...]:
    working = [t for t in config.terminals if t.id not in faults]
    return tuple(
        DoorService(
            id=s.id,
            name=s.name,
            terminals=tuple(_at(t, config) for t in working if s.id in t.services),
            e_channels=tuple(way.name for way in s.e_channels),
            forms=tuple(form.name for form in s.entry.forms),
            enquiry=s.entry.enquiry,
            topics=s.entry.topics,
        )
        for s in config.services
    )


@kept()
def _at(terminal: Terminal, config: HallConfig) -> TerminalAt:
    known = config.zone.get(terminal.zone)
    return TerminalAt(id=terminal.id, name=terminal.name, zone=known.name if known else NOTHING)


@kept(FEW)
def _terminals(config: HallConfig, faults: Mapping[str, Fault]) -> tuple[TerminalRow, ...]:
    return tuple(_terminal(t, _at(t, config), faults.get(t.id)) for t in config.terminals)


def _terminal(terminal: Terminal, at: TerminalAt, fault: Fault | None) -> TerminalRow:
    return TerminalRow(
        id=at.id,
        name=at.name,
        zone=at.zone,
        services=terminal.services,
        works=fault is None,
        since=fault.since if fault else None,
        detail=fault.detail if fault else "",
    )
