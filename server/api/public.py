"""What anybody may read: the hall's name and counters, a customer's own ticket, its QR code, health."""

import io
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import segno
from fastapi import APIRouter, Request, Response
from pydantic_core import to_json

from server.access.sources import network
from server.api.errors import answer, problem
from server.api.faults import Faults
from server.api.limits import Limit, address_of
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.domain.hall import Hall, TicketState
from server.domain.queue.restoring import forgotten_ticket
from server.domain.views.parts import Waits
from server.domain.views.ticket import TicketView, ticket_view
from server.live_hall import LiveHall

GUESSES_A_MINUTE = 600  # a hall's phones may share one address, and some hold yesterday's papers
LONGEST_TOKEN = 64
DRAWN = 512  # pictures kept: one takes as long to draw as a number to issue
IN_LINE = (TicketState.WAITING, TicketState.FORM_FILLING)


def public_routes(
    live: LiveHall,
    waits: Callable[[], Waits],
    faults: Faults,
    *,
    page_of: Callable[[str], str],
    build: str,
    is_demo: bool,
) -> APIRouter:
    router = APIRouter(tags=["public"])
    guesses = Limit(live.clock, GUESSES_A_MINUTE)
    runs = version("hallqueue")

    @router.get("/health")
    async def health() -> dict[str, Any]:
        wrong = faults.all()
        return {
            "status": "trouble" if wrong else "ok",
            "problems": wrong,
            "seq": live.hall.seq,
            "epoch": live.hall.epoch,
            "build": build,
            "version": runs,
            "waiting": sum(t.state in IN_LINE for t in live.hall.tickets.values()),
        }

    @router.get("/api/hall")
    async def hall() -> dict[str, Any]:
        return _hall(live.hall, build, _demo_people() if is_demo else [], is_demo=is_demo)

    @router.get("/api/ticket/{token}")
    async def ticket(request: Request, token: str) -> Response:
        """Whoever guesses is held off; who has a ticket is answered, whoever shares the address."""
        here = live.hall
        found = _by_token(here, token)
        if found:
            return _json(ticket_view(here, found, waits()))
        guesses.check(network(address_of(request)))
        lost = forgotten_ticket(here, live.clock())
        return answer(problem("number_lost")) if lost else _not_found()

    @router.get(
        "/api/qr/{token}.svg", response_class=Response, responses={200: {"content": {"image/svg+xml": {}}}}
    )
    async def qr(token: str) -> Response:
        """Of the day's tickets only: anything else is not worth drawing."""
        if len(token) > LONGEST_TOKEN or _by_token(live.hall, token) is None:
            return _not_found()
        return Response(qr_svg(page_of(token)), media_type="image/svg+xml")

    return router


@lru_cache(maxsize=DRAWN)
def qr_svg(address: str) -> bytes:
    """The code that leads a phone there."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=8, border=2, xmldecl=False)
    return picture.getvalue()


def _hall(hall: Hall, build: str, people: list[dict[str, str]], *, is_demo: bool) -> dict[str, Any]:
    config = hall.config
    if config is None:
        return {"name": None, "demo": False, "build": build, "counters": [], "zones": [], "people": []}
    return {
        "name": config.name,
        "industry": config.industry,
        "demo": is_demo,
        "build": build,
        "timezone": config.timezone,
        "counters": [{"id": c.id, "name": c.name} for c in config.counters],
        "zones": [{"id": z.id, "name": z.name} for z in config.zones],
        "people": people,
    }


def _demo_people() -> list[dict[str, str]]:
    return [{"login": p.login, "name": p.name, "role": p.role, "pin": DEMO_PASSWORD} for p in DEMO_PEOPLE]


def _by_token(hall: Hall, token: str) -> Any:
    """A handful of hundred tickets; the token is 128 random bits, so timing tells nothing of use."""
    both = (*hall.tickets.values(), *hall.ended.values())
    return next((t for t in both if t.token == token), None)


def _json(view: TicketView) -> Response:
    return Response(to_json(view), media_type="application/json")


def _not_found() -> Response:
    return answer(problem("not_found"))
