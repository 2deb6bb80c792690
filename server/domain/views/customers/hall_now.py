"""What somebody may know of the hall before they leave home (Q42): open or not, the waits, its week.

Nothing of a number or a person: people in line are counted, and no more.
"""

from dataclasses import dataclass
from datetime import datetime

from server.domain.config.hours import HoursView, hours_view, local
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.customers.kiosk import KioskService, services_now
from server.domain.views.customers.notice import DayOpen, days_ahead
from server.domain.views.parts import Waits
from server.domain.views.posted import notices_at
from server.domain.views.remote import RemoteNow, remote_now


@dataclass(frozen=True, slots=True, kw_only=True)
class HallNow:
    """`businesses` as the kiosk shows them, with the same waits; `days`: this one and the next six."""

    hall: Text
    phone: str
    at: datetime
    hours: HoursView
    businesses: tuple[KioskService, ...]
    days: tuple[DayOpen, ...]
    posted: tuple[Text, ...]  # the hall's own notices in force today
    booking: bool  # whether a time can be booked from here
    remote: RemoteNow | None = None  # whether a number can be taken from here


def hall_now(hall: Hall, now: datetime, waits: Waits) -> HallNow:
    config = hall.setup
    today = local(config, now).date()
    return HallNow(
        hall=config.name,
        phone=config.phone,
        at=now,
        hours=hours_view(config, now),
        businesses=services_now(hall, now, waits),
        days=days_ahead(hall, today),
        posted=notices_at(config, today, ""),
        booking=config.figures.appointment_public,
        remote=remote_now(hall),
    )
