"""The events behind a figure, as far as whoever asks may see them (T23)."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from server.domain.appointments.events import AppointmentBooked, AppointmentMoved
from server.domain.care import events as ce
from server.domain.guidance import events as ge
from server.domain.opinion.events import EvaluationAsked, EvaluationClosed, Rated, ReasonsGiven, WaitRated
from server.domain.queue import events as qe
from server.domain.setup.events import HallConfigured
from server.journal import Recorded
from server.reports.written.json_values import Json, as_json

DOOR = (
    ge.CustomerGreeted,
    ge.CustomerDiverted,
    ge.StepTicked,
    ge.KeyPointsTold,
    ge.NoticeGiven,
    ge.NoticeUsed,
    qe.OtherWayTaken,
    qe.ServiceChanged,
)
WHAT: Mapping[str, tuple[type[object], ...]] = {
    "": (object,),
    "calls": (qe.TicketCalled,),
    "cases": (ce.CaseMoved,),
    "ratings": (EvaluationAsked, Rated, WaitRated, ReasonsGiven, EvaluationClosed),
    "appointments": (AppointmentBooked, AppointmentMoved),
    "care": (ce.RungReached, ce.WaitExplained, ce.WaterGiven),
    "door": DOOR,
}
# Open a customer's own page, bring somebody back, check somebody in; or are what somebody is known by.
SECRET = ("token", "notice", "code", "door_code", "job", "person")
PRIVATE = "priority_reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is left empty does not matter."""

    ticket: str = ""
    counter: str = ""
    service: str = ""
    staff: str = ""
    what: str = ""


@dataclass(slots=True)
class Search:
    """Reads once through, and remembers which tickets are of the business and who works where."""

    asked: Asked
    _of_service: set[str] = field(default_factory=set)
    _at_work: dict[str, str] = field(default_factory=dict)

    def wants(self, event: object) -> bool:
        self._learn(event)
        asked = self.asked
        return (
            isinstance(event, WHAT[asked.what])
            and not isinstance(event, HallConfigured)
            and (not asked.ticket or _speaks_of(event, asked.ticket))
            and (not asked.counter or getattr(event, "counter", "") == asked.counter)
            and (not asked.service or getattr(event, "ticket", "") in self._of_service)
            and (not asked.staff or asked.staff in self._people(event))
        )

    def _learn(self, event: object) -> None:
        if getattr(event, "service", "") == self.asked.service and hasattr(event, "ticket"):
            self._of_service.add(event.ticket)
        if isinstance(event, qe.CounterOpened | qe.TicketCalled | qe.TicketResumed):
            self._at_work[event.counter] = event.staff

    def _people(self, event: object) -> tuple[str, ...]:
        """Whom an event names; one at a counter names nobody and is of whoever works there."""
        named = getattr(event, "staff", "") or self._at_work.get(getattr(event, "counter", ""), "")
        return named, getattr(event, "by", "")


def _speaks_of(event: object, ticket: str) -> bool:
    """Tasks are named `kind/ticket`."""
    return ticket in (getattr(event, "ticket", ""), getattr(event, "task", "").rpartition("/")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShown:
    """An event of the journal; `fields` are its kind's own."""

    epoch: int
    seq: int
    at: datetime
    kind: str
    actor: str
    fields: Mapping[str, Json]


def behind(events: Iterable[Recorded], asked: Asked, limit: int) -> list[Recorded]:
    """The newest `limit` of them, oldest first."""
    search = Search(asked)
    return list(deque((r for r in events if search.wants(r.event)), maxlen=limit))


def shown(recorded: Recorded, *, private: bool) -> EventShown:
    """An event as JSON may carry it: never a token; why somebody has priority only to who may know."""
    event = recorded.event
    known = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in ("at", *SECRET)}
    if PRIVATE in known and not private:
        known[PRIVATE] = ""
    return EventShown(
        epoch=recorded.epoch,
        seq=recorded.seq,
        at=event.at,
        kind=type(event).__name__,
        actor=recorded.actor,
        fields={name: as_json(value) for name, value in known.items()},
    )
