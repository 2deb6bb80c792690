"""Appointments over HTTP for staff: the times of a day with their room, and who is expected."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request

from server.access.actors import Actor
from server.access.rights import require_role
from server.domain.askers import STAFF
from server.domain.views.guides.appointments import BookableDay, Expected, bookable_day, expected_on
from server.domain.views.printers import PrinterChoice, printer_choices
from server.live_hall import LiveHall


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentsOfDay:
    bookable: BookableDay
    expected: tuple[Expected, ...]  # by their times, those that are over, too
    printers: tuple[PrinterChoice, ...] = ()  # where an appointment's paper can come out


def appointment_routes(live: LiveHall, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/appointments", tags=["appointments"])

    async def staff(request: Request) -> Actor:
        return require_role(await actor_of(request), STAFF)

    @router.get("")
    async def of_day(_: Annotated[Actor, Depends(staff)], day: date | None = None) -> AppointmentsOfDay:
        """Without a day the first that the hall is open."""
        hall, now = live.hall, live.clock()
        bookable = bookable_day(hall, now, day)
        return AppointmentsOfDay(
            bookable=bookable, expected=expected_on(hall, bookable.day), printers=printer_choices(hall)
        )

    return router
