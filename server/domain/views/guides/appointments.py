"""What of appointments is seen: the times of a day that can be had, who is expected, one's own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.domain.appointments.nouns import Appointment, Standing
from server.domain.appointments.slots import booking_days, due_at, slots_of
from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.names import service_name

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotView:
    """`free` more can book it."""

    at: datetime
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookableService:
    id: str
    name: Text
    slots: tuple[SlotView, ...]  # of the day, those that have not begun


@dataclass(frozen=True, slots=True, kw_only=True)
class BookableDay:
    """`days` can be asked for; without any business nothing is by appointment here."""

    day: date
    days: tuple[date, ...]
    services: tuple[BookableService, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who has booked, and what became of it; `number` once they are here."""

    code: str
    service_name: Text
    slot: datetime
    standing: str
    number: str
    booked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentView:
    """One's own; checked in from `opens` to `closes`. `due`: by then it is promised to be done."""

    hall: Text
    phone: str
    code: str
    service: Text
    slot: datetime
    opens: datetime
    closes: datetime
    due: datetime | None
    standing: str
    number: str  # that it became
    may_cancel: bool
    materials: tuple[Text, ...]
    agent_materials: tuple[Text, ...]
    key_points: tuple[Text, ...]
    fee: Text


def bookable_day(hall: Hall, now: datetime, day: date | None = None) -> BookableDay:
    """Without a day the first that is open."""
    config, booked = hall.setup, hall.appointments.booked.values()
    days = booking_days(config, now)
    chosen = day or next(iter(days), local(config, now).date())
    return BookableDay(
        day=chosen,
        days=days,
        services=tuple(
            BookableService(
                id=service.id,
                name=service.name,
                slots=tuple(
                    SlotView(at=slot.at, free=slot.free)
                    for slot in slots_of(config, service, chosen, booked, now)
                ),
            )
            for service in config.services
            if service.entry.booked
        ),
    )


def expected_on(hall: Hall, day: date) -> tuple[Expected, ...]:
    """By their times."""
    config = hall.setup
    of_day = (a for a in hall.appointments.booked.values() if local(config, a.slot).date() == day)
    return tuple(
        Expected(
            code=a.code,
            service_name=service_name(hall, a.service),
            slot=a.slot,
            standing=a.standing,
            number=_number(hall, a),
            booked_at=a.booked_at,
        )
        for a in sorted(of_day, key=lambda a: (a.slot, a.booked_at))
    )


def appointment_view(hall: Hall, appointment: Appointment) -> AppointmentView:
    config, slot = hall.setup, appointment.slot
    service = config.service.get(appointment.service)  # a new set-up may be without it
    return AppointmentView(
        hall=config.name,
        phone=config.phone,
        code=appointment.code,
        service=service_name(hall, appointment.service),
        slot=slot,
        opens=slot - timedelta(seconds=config.figures.appointment_early_seconds),
        closes=slot + timedelta(seconds=config.figures.appointment_late_seconds),
        due=due_at(service, appointment.booked_at) if service else None,
        standing=appointment.standing,
        number=_number(hall, appointment),
        may_cancel=appointment.standing is Standing.BOOKED,
        materials=service.materials if service else (),
        agent_materials=service.entry.agent_materials if service else (),
        key_points=service.entry.key_points if service else (),
        fee=service.fee if service else NOTHING,
    )


def _number(hall: Hall, appointment: Appointment) -> str:
    ticket = hall.ticket(appointment.ticket)
    return ticket.number if ticket else ""
