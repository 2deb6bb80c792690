"""A day's events, one after the other -> what is learned of it. Whatever began before it teaches nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from math import inf
from typing import Any

from server.domain.event import Event
from server.domain.guidance.diverting import DIVERTED
from server.domain.guidance.returning import RETURNED, UNSERVED
from server.domain.hall import PriorityClass
from server.domain.queue import events as e
from server.insight.learning.desks import COUNTERS, Desks
from server.insight.learning.lived import LONGEST, Comer, Lived, Turn, occupied, slot_of

FORMS, RETURNS, ARRIVES, PARKED = "forms", "returns", "arrives", "parked"
SERVED_ELSEWHERE = frozenset({DIVERTED, RETURNED, UNSERVED})


@dataclass(slots=True)
class _Guest:
    """`since`: waiting in line, as far as patience is seen; `away`: elsewhere, as what, since when."""

    service: str
    queue: str
    priority: bool
    since: datetime | None
    away: tuple[str, str, datetime] | None = None
    call: int = -1  # the place of the last first call
    turn: Turn | None = None
    was_missed: bool = False


@dataclass(slots=True)
class Watch:
    """Of one day of the hall, in its zone."""

    day: date
    zone: tzinfo
    _lived: Lived = field(init=False)
    _guests: dict[str, _Guest] = field(default_factory=dict)
    _desks: Desks = field(init=False)
    _turns: list[Turn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lived = Lived(day=self.day)
        self._desks = Desks(self._lived, self.zone)

    def see(self, events: Iterable[Event]) -> None:
        for event in events:
            if (step := _STEPS.get(type(event))) is not None:
                step(self, event)
            elif isinstance(event, e.CounterMoved | e.ProfileChanged):
                self._desks.see(event)

    def lived(self) -> Lived:
        """Called once, when the day is over."""
        self._desks.shut_all()
        lived = self._lived
        lived.occupied += occupied(self._turns)
        ended = [turn for turn in self._turns if turn.measured and not turn.goes_on]
        lived.turns, lived.rests = len(ended), sum(turn.rested for turn in ended)
        return lived

    # into the line

    def _issued(self, event: e.TicketIssued) -> None:
        priority = event.priority is PriorityClass.PRIORITY
        guest = _Guest(event.service, event.queue, priority, None if event.away else _began(event))
        if event.away:
            guest.away = (ARRIVES, "", event.at)
        else:
            self._comes(guest, event.at)
        self._guests[event.ticket] = guest

    def _comes(self, guest: _Guest, at: datetime, place: datetime | None = None) -> None:
        comer = Comer(guest.service, guest.queue, guest.priority, place is not None)
        self._lived.comers[comer, slot_of(self._wall(at))] += 1
        if place is not None:
            self._lived.behind.append((comer, max((at - place).total_seconds(), 0.0)))

    def _back(self, event: e.TicketMoved) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._is_back(guest, event.at)

    def _arrived(self, event: e.TicketArrived) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._is_back(guest, event.at)
            guest.since = event.at
            self._comes(guest, event.at)

    def _is_back(self, guest: _Guest, at: datetime) -> None:
        if guest.away is not None:
            kind, subject, since = guest.away
            guest.away = None
            self._lived.was_away(kind, subject, (at - since).total_seconds())

    def _form(self, event: e.FormStarted) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._waited(guest, event.at, left=False)
            guest.away = (FORMS, "", event.at)

    def _waited(self, guest: _Guest, at: datetime, *, left: bool) -> None:
        if guest.since is not None:
            seconds = (at - guest.since).total_seconds()
            if 0 <= seconds <= LONGEST:
                self._lived.waits.append((seconds, left))
        guest.since = None

    def _changed(self, event: e.ServiceChanged) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            guest.service, guest.queue = event.service, event.queue
            if guest.turn is not None:
                guest.turn.service = event.service

    # at a counter

    def _called(self, event: e.TicketCalled) -> None:
        guest = self._guests.setdefault(event.ticket, _Guest("", "", False, None))
        self._is_back(guest, event.at)
        if guest.since is not None and not guest.was_missed and event.waited_seconds <= LONGEST:
            guest.call = len(self._lived.calls)
            self._lived.calls.append((event.waited_seconds, False))
        self._waited(guest, event.at, left=False)
        self._begin(event, guest, waited=event.waited_seconds, staff=event.staff)

    def _resumed(self, event: e.TicketResumed) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._is_back(guest, event.at)
            self._begin(event, guest, waited=None, staff=event.staff).service = ""  # only the rest of one

    def _begin(self, event: e.AtCounter, guest: _Guest, *, waited: float | None, staff: str) -> Turn:
        turn = Turn(
            counter=event.counter,
            service=guest.service,
            staff=staff,
            at=self._wall(event.at),
            waited=waited,
        )
        self._turns.append(turn)
        guest.turn = turn
        self._desks.calls(turn)
        return turn

    def _ended(
        self, event: e.TicketFinished | e.TicketTransferred | e.ServiceAdded | e.ServiceAddedHere
    ) -> None:
        self._end(event.ticket, event.at, event.handling_seconds)

    def _end(self, ticket: str, at: datetime, handled: float | None = None) -> Turn | None:
        guest = self._guests.get(ticket)
        turn = guest.turn if guest else None
        if turn is not None:
            turn.ends, turn.measured, turn.handled = self._wall(at), True, handled
        return turn

    def _sent_on(self, event: e.TicketTransferred | e.ServiceAdded) -> None:
        self._ended(event)
        if (guest := self._guests.get(event.ticket)) is None:
            return
        guest.service, guest.queue, guest.turn = event.service, event.queue, None
        if not getattr(event, "only_counter", None) and not getattr(event, "only_staff", None):
            self._comes(guest, event.at, event.place_at)

    def _goes_on(self, event: e.ServiceAddedHere) -> None:
        self._ended(event)
        if (guest := self._guests.get(event.ticket)) is None:
            return
        staff = guest.turn.staff if guest.turn else ""
        if guest.turn is not None:
            guest.turn.goes_on = True
        guest.service, guest.queue = event.service, event.queue
        self._begin(event, guest, waited=None, staff=staff)

    def _parked(self, event: e.TicketParked) -> None:
        self._end(event.ticket, event.at)
        if (guest := self._guests.get(event.ticket)) is not None:
            guest.away, guest.turn = (PARKED, event.kind, event.at), None

    def _missed(self, event: e.TicketNoShow) -> None:
        guest = self._guests.get(event.ticket)
        if guest is None:
            return
        if guest.turn is not None:
            guest.turn.ends = self._wall(event.at)
            hold = (guest.turn.ends - guest.turn.at).total_seconds()
            if 0 <= hold <= LONGEST:
                self._lived.holds.append(hold)
        self._say_missed(guest, missed=True)
        guest.away, guest.was_missed = (RETURNS, "", event.at), True

    def _say_missed(self, guest: _Guest, *, missed: bool) -> None:
        if guest.call >= 0:
            self._lived.calls[guest.call] = (self._lived.calls[guest.call][0], missed)

    def _missed_undone(self, event: e.NoShowUndone) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._say_missed(guest, missed=False)
            guest.away, guest.was_missed = None, False
            if self._lived.holds:
                self._lived.holds.pop()
            self._reopen(guest)

    def _finish_undone(self, event: e.FinishUndone) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._reopen(guest)

    def _reopen(self, guest: _Guest) -> None:
        if guest.turn is not None:
            guest.turn.ends, guest.turn.measured, guest.turn.handled = None, False, None

    def _returned(self, event: e.TicketReturned) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            guest.turn = None

    # out of the hall

    def _left(self, event: e.TicketMoved) -> None:
        if (guest := self._guests.get(event.ticket)) is not None:
            self._waited(guest, event.at, left=True)
            self._gone(guest)

    def _cancelled(self, event: e.TicketCancelled) -> None:
        """Who is served elsewhere had patience enough."""
        self._over(event) if event.by in SERVED_ELSEWHERE else self._left(event)

    def _over(self, event: e.TicketMoved) -> None:
        """By the system: it saw nobody leave, and served nobody."""
        if (guest := self._guests.get(event.ticket)) is not None:
            self._waited(guest, event.at, left=False)
            self._gone(guest)

    def _gone(self, guest: _Guest) -> None:
        if guest.away is not None:
            kind, subject, _ = guest.away
            guest.away = None
            if kind != FORMS:
                self._lived.was_away(kind, subject, inf)
        guest.turn = None

    def _forget(self, event: Event) -> None:
        """Times before this and after it cannot be held against each other."""
        self._guests.clear()
        self._desks.forget()

    def _wall(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)


def _began(event: e.TicketIssued) -> datetime:
    return event.waits_from or event.since


_STEPS: Mapping[type[object], Callable[[Watch, Any], None]] = {
    e.TicketIssued: Watch._issued,
    e.TicketArrived: Watch._arrived,
    e.TicketRequeued: Watch._back,
    e.FormStarted: Watch._form,
    e.FormEnded: Watch._back,
    e.TicketWaitsAgain: Watch._back,
    e.ServiceChanged: Watch._changed,
    e.TicketCalled: Watch._called,
    e.TicketResumed: Watch._resumed,
    e.TicketFinished: Watch._ended,
    e.TicketTransferred: Watch._sent_on,
    e.ServiceAdded: Watch._sent_on,
    e.ServiceAddedHere: Watch._goes_on,
    e.TicketParked: Watch._parked,
    e.TicketNoShow: Watch._missed,
    e.NoShowUndone: Watch._missed_undone,
    e.FinishUndone: Watch._finish_undone,
    e.TicketReturned: Watch._returned,
    e.TicketWalkedOut: Watch._left,
    e.TicketCancelled: Watch._cancelled,
    e.TicketExpired: Watch._over,
    e.TicketEnded: Watch._over,
    e.ClockSettled: Watch._forget,
    e.HallRestored: Watch._forget,
}
KINDS = frozenset(kind.__name__ for kind in (*_STEPS, *COUNTERS))  # what is read of a journal
