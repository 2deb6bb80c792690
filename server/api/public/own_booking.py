"""What anybody may do about appointments: see and cancel one by its code, book one where the hall lets them.

Nothing personal is asked. Who books here without a name is bounded by the share that a hall promises at all,
by what one phone may have open, by the share of a day that one network may hold, and by how much of it may be
tried in a day. Who does not come is given up, and the time is free again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import AwareDatetime, StringConstraints

from server.access.sources import network
from server.api.answering.answers import file
from server.api.answering.bodies import Body
from server.api.answering.errors import NotGiven, problem
from server.api.asking.desk import appointment_booked
from server.api.pacing.guesses import Guesses
from server.api.pacing.limits import Limit, address_of
from server.api.public.bookers import Booker, Bookers
from server.api.public.own_ticket import CUSTOMER
from server.api.public.public import qr_svg
from server.domain.appointments.commands import BookAppointment, CancelAppointment
from server.domain.appointments.nouns import Appointment
from server.domain.codes import as_code
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.guides.appointments import (
    AppointmentView,
    BookableDay,
    appointment_view,
    bookable_day,
)
from server.live_hall import LiveHall

BOOKED_A_DAY = 20  # from one address: a household books once, a hall's own Wi-Fi some times
LONGEST_CODE = 40  # letters, as somebody may write it
Asked = Annotated[str, StringConstraints(min_length=16, max_length=64, pattern=r"^[0-9A-Za-z_-]+$")]


class Booking(Body):
    """`id`: made once by who asks and sent again with every retry; nobody else's is guessed.

    `phone`: a word of this phone's own, by which it has a few appointments and no more.
    """

    id: Asked
    service: Annotated[str, StringConstraints(max_length=64)]
    slot: AwareDatetime
    phone: Annotated[str, StringConstraints(max_length=64, pattern=r"^[0-9A-Za-z_-]*$")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBooking:
    """`bookable` is null where the hall gives appointments by its staff only."""

    hall: Text
    phone: str
    bookable: BookableDay | None


def own_booking_routes(live: LiveHall, booking_of: Callable[[str], str], guesses: Guesses) -> APIRouter:
    """The code is the right to an appointment: 50 bits, and whoever guesses is held off."""
    router = APIRouter(prefix="/api/booking", tags=["public"])
    bookers = Bookers()
    bookings = Limit(live.clock, BOOKED_A_DAY, timedelta(days=1), refuses_with="booked_enough")

    def known(request: Request, code: str) -> Appointment:
        return guesses.held_off(request, booked_as(live.hall, code))

    @router.get("")
    async def bookable(day: date | None = None) -> PublicBooking:
        hall = live.hall
        open_to_all = hall.setup.figures.appointment_public
        return PublicBooking(
            hall=hall.setup.name,
            phone=hall.setup.phone,
            bookable=bookable_day(hall, live.clock(), day) if open_to_all else None,
        )

    @router.post("")
    async def book(request: Request, wish: Booking) -> AppointmentView:
        """The same `id` again is answered with the same appointment."""
        name = f"{CUSTOMER}/{BookAppointment.__name__}/{wish.id}"
        booker = Booker(phone=wish.phone, network=network(address_of(request)))
        if not live.knows(name):
            if not live.hall.setup.figures.appointment_public:
                raise NotGiven(problem("booked_by_staff"))
            bookings.check(booker.network)
            service = live.hall.setup.service.get(wish.service)
            if service is not None:
                bookers.check(live.hall, booker, service, wish.slot, live.clock())
        command = BookAppointment(service=wish.service, slot=wish.slot.astimezone(UTC), by=CUSTOMER)
        done = await live.apply(command, actor=CUSTOMER, request=name)
        booked = appointment_booked(done)
        bookers.note(booker, booked.code)
        return appointment_view(done.hall, booked)

    @router.get("/{code}")
    async def own(request: Request, code: str) -> AppointmentView:
        return appointment_view(live.hall, known(request, code))

    @router.post("/{code}/cancel")
    async def cancel(request: Request, code: str) -> AppointmentView:
        """Its time can be had by others; asked once more, the same answer."""
        mine = known(request, code)
        name = f"{CUSTOMER}/{CancelAppointment.__name__}/{mine.code}"
        await live.apply(CancelAppointment(code=mine.code, by=CUSTOMER), actor=CUSTOMER, request=name)
        return appointment_view(live.hall, live.hall.appointments.booked.get(mine.code, mine))

    @router.get("/{code}/code.svg", response_class=Response, responses=file("image/svg+xml"))
    async def picture(request: Request, code: str) -> Response:
        """What a kiosk scans, and what leads a phone to its page."""
        return Response(qr_svg(booking_of(known(request, code).code)), media_type="image/svg+xml")

    return router


def booked_as(hall: Hall, code: str) -> Appointment | None:
    return hall.appointments.booked.get(as_code(code)) if len(code) <= LONGEST_CODE else None
