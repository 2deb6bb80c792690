"""Finding a number over HTTP: where it stands, its life, what can be done about it; for staff."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from server.access.actors import Actor
from server.access.rights import RIGHTS, require_role
from server.api.answering.errors import NotGiven, problem
from server.api.asking.wire import COMMANDS
from server.api.reports.reading import Reading
from server.api.reports.report_answers import EventsShown
from server.domain.askers import LOOKERS, STAFF
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket
from server.domain.queue.commands import CancelTicket
from server.domain.views.guides.paper import PaperFound, paper_found
from server.domain.views.guides.standing import Standing, asked_number, standing, standing_of
from server.domain.views.parts import Named, Waits, named
from server.domain.views.printers import PrinterChoice, printer_choice
from server.live_hall import LiveHall
from server.reports.drilling.behind import Asked

LONGEST = 80  # letters of what somebody types, or a scanner that reads a paper's address
LONGEST_LIFE = 200  # events
DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFound:
    """`page` is the customer's own page, "" when the visit is over and to whoever may not cancel."""

    standing: Standing
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersFound:
    """Today's tickets of a number, those still here first, and what their deeds choose from."""

    tickets: tuple[NumberFound, ...]
    services: tuple[Named, ...]
    printers: tuple[PrinterChoice, ...]
    paper: PaperFound | None = None  # where a paper's code was asked for, on any day


def seen_by(actor: Actor, stands: Standing, page: str) -> NumberFound:
    """A box on the counter looks, and no more."""
    if actor.role not in STAFF:
        return NumberFound(standing=replace(stands, can=(), notice=None), page="")
    rights = RIGHTS[actor.role]
    can = tuple(one for one in stands.can if COMMANDS[one.command] in rights)
    # Whoever holds the customer's page can give the number up by it.
    return NumberFound(standing=replace(stands, can=can), page=page if CancelTicket in rights else "")


def standing_routes(
    live: LiveHall,
    reading: Reading,
    *,
    waits: Callable[[], Waits],
    name_of: Callable[[str], str],
    printers: Callable[[], tuple[str, ...]],
    page_of: Callable[[str], str],
    actor_of: Callable[[Request], Awaitable[Actor]],
) -> APIRouter:
    router = APIRouter(prefix="/api/numbers", tags=["numbers"])

    async def staff(request: Request) -> Actor:
        return require_role(await actor_of(request), STAFF)

    async def lookers(request: Request) -> Actor:
        return require_role(await actor_of(request), LOOKERS)

    def shown(actor: Actor, hall: Hall, ticket: Ticket) -> NumberFound:
        stands = standing(hall, ticket, live.clock(), waits(), name_of)
        return seen_by(actor, stands, "" if ticket.has_ended else page_of(ticket.token))

    @router.get("")
    async def find(
        actor: Annotated[Actor, Depends(lookers)], number: Annotated[str, Query(max_length=LONGEST)]
    ) -> NumbersFound:
        asked, hall = asked_number(number), live.hall
        paper = paper_found(hall, number, live.clock()) if asked is None and actor.role in STAFF else None
        if asked is None and paper is None:
            raise NotGiven(problem("not_a_number"))
        return NumbersFound(
            tickets=tuple(
                shown(actor, hall, ticket) for ticket in (standing_of(hall, *asked) if asked else ())
            ),
            services=named(hall.setup.services),
            printers=tuple(printer_choice(hall, one) for one in printers()),
            paper=paper,
        )

    @router.get("/{ticket}/life", dependencies=[Depends(staff)])
    async def life(ticket: str) -> EventsShown:
        known, hall = live.hall.ticket(ticket), live.hall
        if known is None:
            raise NotGiven(problem("not_found"))
        since = reading.period(DAY, local(hall.setup, known.issued_at).date())
        return await reading.events(Asked(ticket=ticket), since, LONGEST_LIFE, private=False)

    return router
