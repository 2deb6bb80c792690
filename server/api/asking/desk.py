"""One way for every edge to put a command to the hall: who asks, may they, what is filled in and answered."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from server.access.actors import Actor
from server.access.people import People
from server.access.refusals import AccessRefused
from server.access.rights import may_seat_others, may_sit_down, require
from server.api.asking.decided import Asking, as_decided
from server.api.asking.rates import Rates
from server.api.asking.receipts import require_own_call
from server.api.asking.seats import require_own_seat
from server.api.asking.wire import Asked, command_of
from server.clock import HallClock
from server.domain.appointments.commands import BookAppointment, CheckIn
from server.domain.appointments.events import AppointmentBooked
from server.domain.appointments.nouns import Appointment
from server.domain.command import Command
from server.domain.equipment.commands import RecordSpoken
from server.domain.guidance.coming import own_number
from server.domain.guidance.commands import ComeWithCode, GiveNotice, GivePass, TakeReturn
from server.domain.guidance.events import NoticeGiven
from server.domain.guidance.refusals import UNKNOWN_CODE
from server.domain.hall import Hall, Lease
from server.domain.queue.commands import IssueTicket, LeaseNumbers, MergeOffline, OpenCounter
from server.domain.queue.events import TicketIssued
from server.domain.roster.commands import PlanDay
from server.domain.views.customers.notice import NoticeView, notice_view
from server.domain.views.customers.ticket import TicketView, ticket_view
from server.domain.views.guides.appointments import AppointmentView, appointment_view
from server.domain.views.parts import Waits, until_closing
from server.live_hall import Done, LiveHall
from server.watchers.devices.loudspeakers import Loudspeakers
from server.watchers.devices.print_slips import SlipPrinting


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketOver:
    """A ticket whose day has ended: its number is all that is left."""

    ticket: str
    token: str
    number: str
    state: Literal["expired"] = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """The new ticket, and the address of its own page."""

    ticket: TicketView | TicketOver
    qr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Came(Issued):
    """What a code brought: `by` says what it was of; of a number it is that number, as it stands."""

    by: Literal["return", "appointment", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """The new appointment, and the address of its own page, which a kiosk's scanner takes for its code."""

    appointment: AppointmentView
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased:
    """The numbers that this device alone may give; null while the hall is shut."""

    lease: Lease | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketNamed:
    """Which ticket it was about and at which counter, "" where at none."""

    ticket: str
    number: str
    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(TicketNamed):
    """What the customer takes home, to be photographed where there is no paper; null once it is over."""

    notice: NoticeView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """There is no more to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """A command is done; `seq` is the hall's after it, `id` the request's name."""

    type: Literal["done"] = "done"
    id: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDone(_Done):
    result: Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class CameDone(_Done):
    result: Came


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedDone(_Done):
    result: Booked


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedDone(_Done):
    result: Leased


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenDone(_Done):
    result: Given


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingDone(_Done):
    result: Nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDone(_Done):
    result: TicketNamed


CommandDone = IssuedDone | CameDone | BookedDone | LeasedDone | GivenDone | NothingDone | NamedDone
DONE: Mapping[type[Command], type[CommandDone]] = {
    IssueTicket: IssuedDone,
    MergeOffline: IssuedDone,
    TakeReturn: IssuedDone,
    CheckIn: IssuedDone,
    ComeWithCode: CameDone,
    BookAppointment: BookedDone,
    LeaseNumbers: LeasedDone,
    GiveNotice: GivenDone,
    GivePass: GivenDone,
    RecordSpoken: NothingDone,
}  # for all others `NamedDone`
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def done_json(done: CommandDone) -> bytes:
    return _adapter(type(done)).dump_json(done)


class Desk:
    """`page_of` names a ticket's address, `booking_of` an appointment's."""

    def __init__(
        self,
        live: LiveHall,
        *,
        waits: Callable[[], Waits],
        printing: SlipPrinting,
        loudspeakers: Loudspeakers,
        people: People,
        clock: HallClock,
        page_of: Callable[[str], str],
        known_as: Callable[[str], str],
        booking_of: Callable[[str], str],
    ) -> None:
        self._known_as = known_as
        self._clock = clock
        self._live, self._waits, self._page_of = live, waits, page_of
        self._booking_of = booking_of
        self._printing, self._loudspeakers = printing, loudspeakers
        self._people, self._rates = people, Rates(live.clock)

    async def ask(self, actor: Actor, asked: Asked) -> CommandDone:
        """Raises whatever `errors.problem_of` knows."""
        meant = command_of(asked)
        require(actor, meant)
        # A name belongs to who made it and to what was asked: nobody gets another's answer by guessing.
        name = _name(actor, type(meant), asked.id)
        if not self._live.knows(name):  # what was asked before is only answered again
            await self._require(actor, meant)
        command = self._decided(actor, meant)
        if isinstance(command, RecordSpoken):
            return self._spoken(actor, asked.id, command)
        done = await self._done(actor, command, name)
        seq = done.recorded[-1].seq if done.recorded else done.hall.seq
        return self._answer(asked.id, seq, command, done)

    async def _done(self, actor: Actor, command: Command, name: str) -> Done:
        if not isinstance(command, MergeOffline) or not command.instead_of:
            return await self._live.apply(command, actor=actor.id, request=name)
        # One tap, one number, whichever of its two asks comes first: both go under the first one's name.
        tap = _name(actor, IssueTicket, command.instead_of)
        first = await self._live.apply(replace(command, instead_of=""), actor=actor.id, request=tap)
        given = _ticket_issued(first)
        if given.ordinal == command.ordinal:
            return first
        unheard = replace(command, instead_of=given.ticket)  # the server had given one, and nobody heard it
        second = await self._live.apply(unheard, actor=actor.id, request=name)
        return second if second.recorded else first

    def _spoken(self, actor: Actor, name: str, command: RecordSpoken) -> CommandDone:
        """Who gave the board the sound writes down what became of it: it knows the voice, too."""
        if not self._loudspeakers.heard(actor.id, command.call, command.announcement, command.outcome):
            raise AccessRefused("not_asked_to_speak")
        return NothingDone(id=name, seq=self._live.hall.seq, result=Nothing())

    async def _require(self, actor: Actor, meant: Command) -> None:
        """Refuse what may be asked, but not so often, elsewhere, or for a stranger."""
        self._rates.check(actor, meant, self._live.hall.config)
        require_own_call(actor, meant, self._live.hall)
        require_own_seat(actor, meant, self._live.hall)
        if isinstance(meant, OpenCounter) and meant.staff and may_seat_others(actor):
            await asyncio.to_thread(self._require_clerk, meant.staff)
        if isinstance(meant, PlanDay):
            await asyncio.to_thread(self._require_people, {shift.person for shift in meant.shifts})

    def _decided(self, actor: Actor, command: Command) -> Command:
        asking = Asking(
            actor=actor,
            command=command,
            hall=self._live.hall,
            printers=self._printing.ids,
            printer_of=self._printing.printer_for,
            expected=self._expected,
            clock=self._clock,
            known_as=self._known_as,
        )
        return as_decided(asking)

    def _require_clerk(self, staff: str) -> None:
        person = self._people.find_person(staff)
        if not person.active or not may_sit_down(person.role):
            raise AccessRefused("unknown_person", login=staff)

    def _require_people(self, logins: set[str]) -> None:
        """Whoever is planned works here."""
        active = {person.login for person in self._people.list() if person.active}
        if strangers := sorted(logins - active):
            raise AccessRefused("unknown_person", login=strangers[0])

    def _expected(self, service: str) -> float | None:
        """Only for hours' sake: a hall without an end of the day need not reckon."""
        config = self._live.hall.config
        known = config.service.get(service) if config else None
        return until_closing(self._waits().get(known.queue)) if known else None

    def _answer(self, name: str, seq: int, command: Command, done: Done) -> CommandDone:
        if DONE.get(type(command)) is IssuedDone:
            return IssuedDone(id=name, seq=seq, result=self._issued(done))
        if isinstance(command, ComeWithCode):
            return CameDone(id=name, seq=seq, result=self._came(done, command.code))
        if isinstance(command, BookAppointment):
            return BookedDone(id=name, seq=seq, result=self._booked(done))
        if isinstance(command, LeaseNumbers):
            return LeasedDone(id=name, seq=seq, result=Leased(lease=done.hall.leases.get(command.by)))
        if DONE.get(type(command)) is GivenDone:
            return GivenDone(id=name, seq=seq, result=self._given(done))
        return NamedDone(id=name, seq=seq, result=_named(done))

    def _given(self, done: Done) -> Given:
        named = _named(done)
        code = next((r.event.notice for r in done.recorded if isinstance(r.event, NoticeGiven)), "")
        notice = done.hall.guidance.notices.get(code)
        return Given(
            ticket=named.ticket,
            number=named.number,
            counter=named.counter,
            notice=notice_view(done.hall, notice, self._live.clock()) if notice else None,
        )

    def _booked(self, done: Done) -> Booked:
        appointment = appointment_booked(done)
        view = appointment_view(done.hall, appointment)
        return Booked(appointment=view, page=self._booking_of(appointment.code))

    def _issued(self, done: Done) -> Issued:
        event = _ticket_issued(done)
        return Issued(ticket=self._ticket(done.hall, event), qr=self._page_of(event.token))

    def _came(self, done: Done, code: str) -> Came:
        event = next((r.event for r in done.recorded if isinstance(r.event, TicketIssued)), None)
        if event is not None:
            by: Literal["return", "appointment"] = "appointment" if event.booked_for else "return"
            return Came(ticket=self._ticket(done.hall, event), qr=self._page_of(event.token), by=by)
        mine = own_number(done.hall, code)
        if mine is None:  # asked again, once its day has ended
            raise UNKNOWN_CODE()
        view = ticket_view(done.hall, mine, self._waits())
        return Came(ticket=view, qr=self._page_of(mine.token), by="number")

    def _ticket(self, hall: Hall, event: TicketIssued) -> TicketView | TicketOver:
        ticket = hall.ticket(event.ticket)
        if ticket is None:  # asked again after the day has ended: the number is all that is left
            return TicketOver(ticket=event.ticket, token=event.token, number=event.number)
        return ticket_view(hall, ticket, self._waits())


def _name(actor: Actor, kind: type[Command], id_: str) -> str:
    return f"{actor.id}/{kind.__name__}/{id_}"


def _ticket_issued(done: Done) -> TicketIssued:
    return next(r.event for r in done.recorded if isinstance(r.event, TicketIssued))


def appointment_booked(done: Done) -> Appointment:
    """The one that was asked for; asked again after its day, as it was booked."""
    event = next(r.event for r in done.recorded if isinstance(r.event, AppointmentBooked))
    booked = Appointment(
        code=event.code, service=event.service, slot=event.slot, booked_at=event.at, booked_by=event.by
    )
    return done.hall.appointments.booked.get(event.code, booked)


def _named(done: Done) -> TicketNamed:
    named = next((r.event for r in reversed(done.recorded) if hasattr(r.event, "ticket")), None)
    ticket = done.hall.ticket(getattr(named, "ticket", ""))
    return TicketNamed(
        ticket=ticket.id if ticket else "",
        number=ticket.number if ticket else "",
        counter=getattr(named, "counter", ""),
    )
