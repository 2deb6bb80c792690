"""Who has booked on the hall's own page, as far as anybody is told apart: so that nobody takes all there is.

A phone by its own random word, a network by its address; both are kept in memory alone and are in no journal.
A restart forgets them, which costs a bound for a while and keeps nobody's address for ever.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime

from server.access.refusals import AccessRefused
from server.domain.appointments.nouns import Appointment, Standing
from server.domain.appointments.slots import TAKES_ROOM, slots_of
from server.domain.config.hours import local
from server.domain.config.pieces.business import Service
from server.domain.hall import Hall

MOST = 4096  # phones and networks remembered, the newest
AT_LEAST = 2  # of a day for one business: a household and its neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class Booker:
    """`phone` is "" for a program that says none."""

    phone: str
    network: str


class Bookers:
    """What of one phone and of one network is booked and still to come."""

    def __init__(self) -> None:
        self._codes: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def check(self, hall: Hall, booker: Booker, service: Service, slot: datetime, now: datetime) -> None:
        """Refuse what would be too much of one phone, or of one network on that day."""
        figures = hall.setup.figures
        if booker.phone and len(self._open(hall, _phone(booker))) >= figures.appointment_from_phone:
            raise AccessRefused("booked_by_phone", most=figures.appointment_from_phone)
        day = local(hall.setup, slot).date()
        most = max(AT_LEAST, int(_places(hall, service, day, now) * figures.appointment_network_share))
        if sum(_is_of(hall, a, service, day) for a in self._open(hall, booker.network)) >= most:
            raise AccessRefused("booked_share", most=most)

    def note(self, booker: Booker, code: str) -> None:
        for name in (_phone(booker), booker.network):
            codes = self._codes.pop(name, ())
            self._codes[name] = codes if code in codes else (*codes, code)
            if len(self._codes) > MOST:
                self._codes.popitem(last=False)

    def _open(self, hall: Hall, name: str) -> list[Appointment]:
        booked = hall.appointments.booked
        known = [booked[code] for code in self._codes.get(name, ()) if code in booked]
        return [a for a in known if a.standing is Standing.BOOKED]


def _phone(booker: Booker) -> str:
    return f"phone {booker.phone}"


def _is_of(hall: Hall, appointment: Appointment, service: Service, day: date) -> bool:
    return appointment.service == service.id and local(hall.setup, appointment.slot).date() == day


def _places(hall: Hall, service: Service, day: date, now: datetime) -> int:
    """Those of the day that can still be had, and those that somebody has."""
    booked = hall.appointments.booked.values()
    free = sum(slot.free for slot in slots_of(hall.setup, service, day, booked, now))
    return free + sum(a.standing in TAKES_ROOM and _is_of(hall, a, service, day) for a in booked)
