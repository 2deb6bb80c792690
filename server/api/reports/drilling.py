"""What lies behind a figure, by HTTP: the tickets it counts, and the events of a ticket, a counter …"""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Annotated, Literal, Self

from fastapi import APIRouter, Depends, Query, Request
from pydantic import Field, model_validator

from server.access.actors import Actor
from server.api.answering.bodies import Body
from server.api.doors.access_record import Note
from server.api.reports.reading import Reading
from server.api.reports.report_answers import Day, EventsShown, Kind, TicketsShown
from server.reports.drilling.behind import Asked
from server.reports.drilling.grains import Counted, Group, Of, When, misplaced
from server.reports.drilling.listed import Order, Page

KNOWS_WHY = "hall_manager"
MOST = 1000


class EventsAsked(Body):
    """`case` is a case's id or its ticket's; what is left out does not matter."""

    ticket: str = ""
    case: str = ""
    counter: str = ""
    service: str = ""
    staff: str = ""
    what: Literal["", "calls", "cases", "ratings", "care", "door"] = ""
    period: Kind = "day"
    date: Day | None = None
    limit: int = Field(default=200, ge=1, le=MOST)

    def filter(self) -> Asked:
        return Asked(
            ticket=self.ticket or self.case.removesuffix("-remedy"),
            counter=self.counter,
            service=self.service,
            staff=self.staff,
            what="cases" if self.case and not self.what else self.what,
        )


class TicketsAsked(Body):
    """`of` says what the figure counts; by the rest it is narrowed down, as a report's row names it."""

    of: Of
    service: str | None = None
    counter: str | None = None
    staff: str | None = None
    leader: str | None = None
    day: Day | None = None
    clock: str = Field(default="", pattern=r"^(([01][0-9]|2[0-3]):[03]0)?$")
    when: When = ""
    level: int = Field(default=0, ge=0, le=5)
    group: Group = ""
    act: str = ""
    after: int = Field(default=0, ge=0, le=86_400)
    way: str = Field(default="", max_length=40)
    period: Kind = "day"
    date: Day | None = None
    order: Order = "taken"
    first: int = Field(default=0, ge=0, le=10_000_000)
    limit: int = Field(default=100, ge=1, le=MOST)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if wrong := misplaced(self.counted()):
            raise ValueError(f"{self.of} is not narrowed down by {', '.join(wrong)}")
        return self

    def counted(self) -> Counted:
        return Counted(**{f.name: getattr(self, f.name) for f in fields(Counted)})

    def page(self) -> Page:
        return Page(order=self.order, first=self.first, most=self.limit)


def drill_routes(
    router: APIRouter, reading: Reading, reader: Callable[[Request], Awaitable[Actor]], note: Note
) -> None:
    """`reader` lets in who may read reports; `note` puts on record who read about people."""

    @router.get("/reports/tickets")
    async def tickets(
        request: Request, actor: Annotated[Actor, Depends(reader)], asked: Annotated[TicketsAsked, Query()]
    ) -> TicketsShown:
        of, page = reading.period(asked.period, asked.date), asked.page()
        await note(request, "events_read", actor.id, asked.staff or "")
        return await reading.tickets(asked.counted(), of, page)

    @router.get("/events")
    async def events(
        request: Request, actor: Annotated[Actor, Depends(reader)], asked: Annotated[EventsAsked, Query()]
    ) -> EventsShown:
        of, private = reading.period(asked.period, asked.date), actor.role == KNOWS_WHY
        await note(request, "events_read", actor.id, asked.staff)
        return await reading.events(asked.filter(), of, asked.limit, private=private)
