"""A number before one comes: taken from the hall's own page, confirmed once its holder is here (Q42).

Nobody is known. What asks is told apart by two hashes that die with the day: of the phone's own random word,
so that one has one number, and of the network it asks from, so that one place does not take them all.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import StringConstraints

from server.access.sources import network
from server.api.answering.answers import answering
from server.api.answering.bodies import Body
from server.api.answering.errors import NotGiven, answer, problem
from server.api.asking.decided import LANGUAGES
from server.api.pacing.guesses import Guesses
from server.api.pacing.limits import Limit, address_of
from server.api.public.own_ticket import CUSTOMER
from server.api.public.public import by_token, ticket_answer
from server.domain.config.networks import is_within
from server.domain.queue.events import TicketIssued
from server.domain.remote.commands import ConfirmArrival, TakeRemote
from server.domain.remote.rules import BY_CODE, BY_NETWORK
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.parts import Waits, until_closing
from server.live_hall import LiveHall

TAKEN_A_DAY = 30  # from one network, given up or not: many phones share one of a telephone company's
CODES_TRIED = 5  # of one number within a while: the door has four figures
WHILE = timedelta(minutes=10)
Asked = Annotated[str, StringConstraints(min_length=16, max_length=64, pattern=r"^[0-9A-Za-z_-]+$")]


class Wish(Body):
    """`id`: made once by who asks and sent again with every retry. `phone`: a word of this phone's own."""

    id: Asked
    phone: Asked
    service: Annotated[str, StringConstraints(max_length=64)]
    language: Annotated[str, StringConstraints(max_length=8)] = "zh"


class AtTheDoor(Body):
    """`code`: as the hall shows it; "" says that the phone is in the hall's network."""

    code: Annotated[str, StringConstraints(max_length=12)] = ""


def own_remote_routes(
    live: LiveHall, waits: Callable[[], Waits], known_as: Callable[[str], str], guesses: Guesses
) -> APIRouter:
    """The number is taken by anybody whom the hall lets; what is then done with it asks for its token."""
    router = APIRouter(tags=["public"])
    takings = Limit(live.clock, TAKEN_A_DAY, timedelta(days=1), refuses_with="taken_enough")
    codes = Limit(live.clock, CODES_TRIED, WHILE)

    @router.post("/api/remote", responses=answering("TicketView"))
    async def take(request: Request, wish: Wish) -> Response:
        """The same `id` again is answered with the same number."""
        name = f"{CUSTOMER}/{TakeRemote.__name__}/{wish.id}"
        place = network(address_of(request))
        config = live.hall.config
        if not live.knows(name) and config is not None and config.figures.remote_numbers:
            takings.check(place)
        known = config.service.get(wish.service) if config else None
        command = TakeRemote(
            service=wish.service,
            phone=known_as(f"phone{wish.phone}"),
            network=known_as("at" + place.replace(".", "x").replace(":", "y")),
            language=wish.language if wish.language in LANGUAGES else LANGUAGES[0],
            expected_wait_seconds=until_closing(waits().get(known.queue) if known else None),
        )
        done = await live.apply(command, actor=CUSTOMER, request=name)
        given = next(r.event for r in done.recorded if isinstance(r.event, TicketIssued))
        ticket = live.hall.ticket(given.ticket)
        return (
            ticket_answer(ticket_view(live.hall, ticket, waits())) if ticket else answer(problem("not_found"))
        )

    @router.post("/api/ticket/{token}/arrive", responses=answering("TicketView"))
    async def arrive(request: Request, token: str, proof: AtTheDoor) -> Response:
        """By the network the phone is in, or by the code at the door; asked once more, the same answer."""
        mine, typed = guesses.held_off(request, by_token(live.hall, token)), proof.code.strip()
        if mine.never_came and not mine.has_ended:
            if typed:
                codes.check(mine.id)
            elif not is_within(address_of(request), live.hall.setup.hall_networks):
                raise NotGiven(problem("not_in_the_hall"))
            how = BY_CODE if typed else BY_NETWORK
            command = ConfirmArrival(ticket=mine.id, door_code=typed, channel=how, by=CUSTOMER)
            await live.apply(command, actor=CUSTOMER, request=f"{CUSTOMER}/{mine.id}/{how}/{typed}")
        return ticket_answer(ticket_view(live.hall, live.hall.ticket(mine.id) or mine, waits()))

    return router
