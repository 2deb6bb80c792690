"""Rules for appointments: book, cancel, check in, and who is not expected any more.

Whoever checks in stands in line as one who came `appointment_head_start_seconds` before the slot: at the slot
nobody passes them but those who have waited longer, and they pass nobody who has. Their wait counts from the
slot, so being early is no wait and makes nobody overdue.
"""

from datetime import datetime, timedelta

from server.domain.appointments import commands as c
from server.domain.appointments import events as e
from server.domain.appointments.lifecycle import require
from server.domain.appointments.nouns import Appointment, Standing
from server.domain.appointments.refusals import (
    APPOINTMENT_OVER,
    NO_SUCH_SLOT,
    NOT_BY_APPOINTMENT,
    SLOT_FULL,
    TOO_EARLY,
    UNKNOWN_APPOINTMENT,
)
from server.domain.appointments.slots import slots_of
from server.domain.codes import as_code, fresh_code
from server.domain.config.hours import local
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.asked import WithCode, service_of
from server.domain.queue.tickets import number_with_a_code


def book(hall: Hall, command: c.BookAppointment, now: Now) -> tuple[Event, ...]:
    config, service = hall.setup, service_of(hall, command.service)
    if not service.entry.booked:
        raise NOT_BY_APPOINTMENT(service=service.name)
    booked = hall.appointments.booked
    day = local(config, command.slot).date()
    slots = slots_of(config, service, day, booked.values(), now.at)
    slot = next((s for s in slots if s.at == command.slot), None)
    if slot is None:
        raise NO_SUCH_SLOT()
    if slot.free < 1:
        raise SLOT_FULL()
    code = fresh_code(now.new_token, booked)
    made = e.AppointmentBooked(at=now.at, code=code, service=service.id, slot=command.slot, by=command.by)
    paper = (owed(now.new_id, command.printer, now, says=code),) if command.printer else ()
    return (made, *paper)


def cancel(hall: Hall, command: c.CancelAppointment, now: Now) -> tuple[Event, ...]:
    appointment = _known(hall, command.code)
    require(appointment, e.AppointmentCancelled)
    return (e.AppointmentCancelled(at=now.at, code=appointment.code, by=command.by),)


def check_in(hall: Hall, command: WithCode, now: Now) -> tuple[Event, ...]:
    appointment = _known(hall, command.code)
    require(appointment, e.AppointmentKept)
    _require_in_time(hall, appointment, now.at)
    head_start = timedelta(seconds=hall.setup.figures.appointment_head_start_seconds)
    events = number_with_a_code(
        hall,
        command,
        appointment.service,
        now,
        channel="appointment",
        place_at=appointment.slot - head_start,
        booked_for=appointment.slot,
        waits_from=max(appointment.slot, now.at),
    )
    late = (now.at - appointment.slot).total_seconds()
    kept = e.AppointmentKept(at=now.at, code=appointment.code, ticket=now.new_id, late_seconds=late)
    return (*events, kept)


def lapse(hall: Hall, command: c.LapseAppointments, now: Now) -> tuple[Event, ...]:
    if not now.sure:
        return ()
    return tuple(e.AppointmentMissed(at=now.at, code=a.code) for a in lapsed(hall, now.at))


def lapsed(hall: Hall, now: datetime) -> tuple[Appointment, ...]:
    """Those whose time is over, in a hall that expects them no longer."""
    if hall.config is None or not hall.appointments.booked:
        return ()
    grace = timedelta(seconds=hall.setup.figures.appointment_late_seconds)
    return tuple(
        a for a in hall.appointments.booked.values() if a.standing is Standing.BOOKED and a.slot + grace < now
    )


def next_lapse(hall: Hall) -> datetime | None:
    """The moment after which the next one is not expected any more."""
    if hall.config is None:
        return None
    slots = [a.slot for a in hall.appointments.booked.values() if a.standing is Standing.BOOKED]
    return min(slots) + timedelta(seconds=hall.setup.figures.appointment_late_seconds) if slots else None


def _known(hall: Hall, code: str) -> Appointment:
    known = hall.appointments.booked.get(as_code(code))
    if known is None:
        raise UNKNOWN_APPOINTMENT()
    return known


def _require_in_time(hall: Hall, appointment: Appointment, now: datetime) -> None:
    figures, slot = hall.setup.figures, appointment.slot
    opens = slot - timedelta(seconds=figures.appointment_early_seconds)
    on_the_wall = local(hall.setup, slot)
    today = on_the_wall.date() == local(hall.setup, now).date()
    when = f"{on_the_wall:%H:%M}" if today else f"{on_the_wall:%Y-%m-%d %H:%M}"
    if now < opens:
        raise TOO_EARLY(slot=when, from_=f"{local(hall.setup, opens):%H:%M}")
    if now > slot + timedelta(seconds=figures.appointment_late_seconds):
        raise APPOINTMENT_OVER(slot=when)
