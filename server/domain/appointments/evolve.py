"""What each event of appointments makes of the hall."""

from collections.abc import Mapping

from server.domain.appointments import events as e
from server.domain.appointments.lifecycle import APPOINTMENT
from server.domain.appointments.nouns import Appointment, Appointments
from server.domain.area import Move, Observe
from server.domain.config.hours import local
from server.domain.equipment.events import SlipQueued
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.queue.events import DayOpened
from server.domain.values import replace


def _booked(hall: Hall, event: e.AppointmentBooked) -> Hall:
    made = Appointment(
        code=event.code,
        service=event.service,
        slot=event.slot,
        booked_at=event.at,
        booked_by=event.by,
    )
    return _with(hall, made)


def _moved(hall: Hall, event: e.AppointmentMoved) -> Hall:
    known = hall.appointments.booked[event.code]
    return _with(hall, replace(known, standing=APPOINTMENT[known.standing][type(event)]))


def _kept(hall: Hall, event: e.AppointmentKept) -> Hall:
    moved = _moved(hall, event)
    return _with(moved, replace(moved.appointments.booked[event.code], ticket=event.ticket))


def _with(hall: Hall, appointment: Appointment) -> Hall:
    booked = {**hall.appointments.booked, appointment.code: appointment}
    return replace(hall, appointments=Appointments(booked=booked))


def _on_paper(hall: Hall, event: SlipQueued) -> Hall:
    known = hall.appointments.booked.get(event.notice)
    return _with(hall, replace(known, papers=known.papers + 1)) if known else hall


def _new_day(hall: Hall, event: DayOpened) -> Hall:
    """Those of earlier days are over."""
    if hall.config is None or not hall.appointments.booked:
        return hall
    today = local(hall.config, event.at).date()
    left = {
        code: a for code, a in hall.appointments.booked.items() if local(hall.config, a.slot).date() >= today
    }
    return replace(hall, appointments=Appointments(booked=left))


MOVES: Mapping[type[Event], Move] = {
    e.AppointmentBooked: _booked,
    e.AppointmentKept: _kept,
    e.AppointmentCancelled: _moved,
    e.AppointmentMissed: _moved,
}
OBSERVE: Mapping[type[Event], Observe] = {DayOpened: _new_day, SlipQueued: _on_paper}
