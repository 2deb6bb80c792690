"""The life of an appointment, as a table: every legal move is a row."""

from collections.abc import Mapping

from server.domain.appointments import events as e
from server.domain.appointments.nouns import Appointment, Standing
from server.domain.appointments.refusals import NOT_BOOKED
from server.domain.text import Text

S = Standing

APPOINTMENT: Mapping[Standing, Mapping[type[e.AppointmentMoved], Standing]] = {
    S.BOOKED: {
        e.AppointmentKept: S.CHECKED_IN,
        e.AppointmentCancelled: S.CANCELLED,
        e.AppointmentMissed: S.MISSED,
    },
    S.CHECKED_IN: {},
    S.CANCELLED: {},
    S.MISSED: {},
}

STANDINGS: Mapping[Standing, Text] = {
    S.BOOKED: Text("已预约", "booked"),
    S.CHECKED_IN: Text("已签到", "checked in"),
    S.CANCELLED: Text("已取消", "cancelled"),
    S.MISSED: Text("已过时", "missed"),
}


def require(appointment: Appointment, move: type[e.AppointmentMoved]) -> None:
    """Refuse with `not_booked` a move that the table does not have."""
    if move not in APPOINTMENT[appointment.standing]:
        raise NOT_BOOKED(state=STANDINGS[appointment.standing])
