"""What a customer may do with their own ticket from their own phone: give it up, or let others pass."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from server.api.answering.answers import answering
from server.api.pacing.guesses import Guesses
from server.api.pacing.limits import Limit
from server.api.public.public import by_token, ticket_answer
from server.domain.command import Command
from server.domain.hall import Ticket
from server.domain.queue.commands import CancelTicket, GiveWay
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.parts import Waits
from server.live_hall import LiveHall

WISHES_A_MINUTE = 10  # of one ticket: a person taps twice, nobody ten times
CUSTOMER = "customer"


def own_ticket_routes(live: LiveHall, waits: Callable[[], Waits], guesses: Guesses) -> APIRouter:
    """The token is the right to it: 128 random bits that only the slip and the kiosk's screen bear."""
    router = APIRouter(tags=["public"])
    wishes = Limit(live.clock, WISHES_A_MINUTE)

    def owned(request: Request, token: str) -> Ticket:
        mine = guesses.held_off(request, by_token(live.hall, token))
        wishes.check(mine.id)
        return mine

    async def done(ticket: Ticket, command: Command) -> Response:
        """Asked once more, the same answer and nothing else changes."""
        await live.apply(command, actor=CUSTOMER, request=f"{CUSTOMER}/{ticket.id}/{type(command).__name__}")
        return ticket_answer(ticket_view(live.hall, live.hall.ticket(ticket.id) or ticket, waits()))

    @router.post("/api/ticket/{token}/cancel", responses=answering("TicketView"))
    async def cancel(request: Request, token: str) -> Response:
        """The customer gives the place up."""
        ticket = owned(request, token)
        return await done(ticket, CancelTicket(ticket=ticket.id, by=CUSTOMER))

    @router.post("/api/ticket/{token}/later", responses=answering("TicketView"))
    async def later(request: Request, token: str) -> Response:
        """The customer needs a moment: behind the next three, once."""
        ticket = owned(request, token)
        return await done(ticket, GiveWay(ticket=ticket.id))

    return router
