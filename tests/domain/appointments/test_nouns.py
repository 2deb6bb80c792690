"""Nothing personal is known of an appointment."""

from dataclasses import fields

from server.domain.appointments.nouns import Appointment, Appointments
from server.domain.hall import Hall


def test_a_code_a_business_and_a_time_are_all_there_is() -> None:
    assert Hall().appointments == Appointments()
    assert {f.name for f in fields(Appointment)} == {
        *("code", "service", "slot", "standing", "booked_at", "booked_by", "ticket", "papers")
    }
