"""The area of appointments: times promised ahead."""

from server.domain.appointments import commands as c
from server.domain.appointments import refusals, rules
from server.domain.appointments.evolve import MOVES, OBSERVE
from server.domain.area import Area, Means
from server.domain.askers import STAFF, SYSTEM, by
from server.domain.queue.area import TAKES_NUMBER
from server.domain.refusals import said_in

APPOINTMENTS = Area(
    name="appointments",
    rules={
        c.BookAppointment: rules.book,
        c.CancelAppointment: rules.cancel,
        c.CheckIn: rules.check_in,
        c.LapseAppointments: rules.lapse,
    },
    moves=MOVES,
    asked_by={
        c.BookAppointment: STAFF,
        c.CancelAppointment: STAFF,
        c.CheckIn: STAFF | by("kiosk"),
        c.LapseAppointments: SYSTEM,
    },
    decided={
        c.BookAppointment: {"printer": Means.PRINTER},
        c.CheckIn: TAKES_NUMBER,
    },
    observe=OBSERVE,
    refusals=said_in(refusals),
    slots=("appointments",),
)
