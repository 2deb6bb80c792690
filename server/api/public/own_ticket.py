"""What a customer may do with their own ticket from their own phone: give it up, or let others pass."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from server.access.sources import network
from server.api.answering.answers import answering
from server.api.answering.errors import answer, problem
from server.api.pacing.limits import Limit, address_of
from server.api.public.public import GUESSES_A_MINUTE, by_token, ticket_answer
from server.domain.command import Command
from server.domain.hall import Ticket
from server.domain.queue.commands import CancelTicket, GiveWay
from server.domain.views.parts import Waits
from server.domain.views.ticket import ticket_view
from server.live_hall import LiveHall

WISHES_A_MINUTE = 10  # of one ticket: a person taps twice, nobody ten times
CUSTOMER = "customer"


def own_ticket_routes(live: LiveHall, waits: Callable[[], Waits]) -> APIRouter:
    """The token is the right to it: 128 random bits that only the slip and the kiosk's screen bear."""
    router = APIRouter(tags=["public"])
    guesses = Limit(live.clock, GUESSES_A_MINUTE)
    wishes = Limit(live.clock, WISHES_A_MINUTE)

    def owned(request: Request, token: str) -> Ticket | None:
        known = by_token(live.hall, token)
        if known is None:
            guesses.check(network(address_of(request)))
        else:
            wishes.check(known.id)
        return known

    async def done(ticket: Ticket, command: Command) -> Response:
        """Asked once more, the same answer and nothing else changes."""
        await live.apply(command, actor=CUSTOMER, request=f"{CUSTOMER}/{ticket.id}/{type(command).__name__}")
        return ticket_answer(ticket_view(live.hall, live.hall.ticket(ticket.id) or ticket, waits()))

    @router.post("/api/ticket/{token}/cancel", responses=answering("TicketView"))
    async def cancel(request: Request, token: str) -> Response:
        """The customer gives the place up."""
        ticket = owned(request, token)
        return await done(ticket, CancelTicket(ticket=ticket.id, by=CUSTOMER)) if ticket else _not_found()

    @router.post("/api/ticket/{token}/later", responses=answering("TicketView"))
    async def later(request: Request, token: str) -> Response:
        """The customer needs a moment: behind the next three, once."""
        ticket = owned(request, token)
        return await done(ticket, GiveWay(ticket=ticket.id)) if ticket else _not_found()

    return router


def _not_found() -> Response:
    return answer(problem("not_found"))
