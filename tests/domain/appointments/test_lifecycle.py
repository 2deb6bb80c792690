"""Every step of an appointment is a row of the table, and the table ends."""

import pytest

from server.domain.appointments.area import APPOINTMENTS
from server.domain.appointments.events import AppointmentMoved
from server.domain.appointments.lifecycle import APPOINTMENT, STANDINGS, require
from server.domain.appointments.nouns import Appointment, Standing
from server.domain.refusals import Refused
from tests.builders import MORNING


def test_every_step_can_be_made_from_somewhere_and_every_standing_has_its_word() -> None:
    moves = {kind for kind in APPOINTMENTS.moves if issubclass(kind, AppointmentMoved)}
    assert {move for rows in APPOINTMENT.values() for move in rows} == moves
    assert STANDINGS.keys() == APPOINTMENT.keys() == set(Standing)


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.BOOKED])
def test_what_is_over_stays_over(standing: Standing) -> None:
    over = Appointment(
        code="x", service="change", slot=MORNING, standing=standing, booked_at=MORNING, booked_by="li"
    )
    for move in APPOINTMENT[Standing.BOOKED]:
        with pytest.raises(Refused, match="not_booked"):
            require(over, move)
