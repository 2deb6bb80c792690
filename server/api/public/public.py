"""What anybody may read: the hall, its businesses, a customer's own ticket, its QR code, health."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request, Response
from pydantic_core import to_json

from server.api.answering.answers import answering, file
from server.api.answering.errors import answer, problem
from server.api.health.faults import Faults
from server.api.health.safety import Trouble
from server.api.pacing.guesses import Guesses
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.restoring import forgotten_ticket
from server.domain.text import Text
from server.domain.views.customers.catalogue import Catalogue, catalogue
from server.domain.views.customers.ticket import TicketView, ticket_view
from server.domain.views.parts import Named, Waits
from server.later import segno
from server.live_hall import LiveHall

MOST_WAYS = 99  # of one service; the set-up allows far fewer
DRAWN = 512  # pictures kept: one takes as long to draw as a number to issue
IN_LINE = (TicketState.WAITING, TicketState.FORM_FILLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """`status` "ok", or "trouble" with its `problems`; `epoch` rises when a copy is taken back."""

    status: Literal["ok", "trouble"]
    problems: tuple[Trouble, ...]
    seq: int
    epoch: int
    build: str
    version: str
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody as whom anybody may log in to a demo hall."""

    login: str
    name: str
    role: str
    pin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HallInfo:
    """`name` is null where the hall is not set up yet."""

    name: Text | None
    phone: str
    industry: str
    demo: bool
    build: str
    timezone: str
    counters: tuple[Named, ...]
    zones: tuple[Named, ...]
    people: tuple[DemoPerson, ...]


def public_routes(
    live: LiveHall,
    waits: Callable[[], Waits],
    faults: Faults,
    guesses: Guesses,
    *,
    page_of: Callable[[str], str],
    build: str,
    is_demo: bool,
) -> APIRouter:
    router = APIRouter(tags=["public"])
    runs = version("hallqueue")

    @router.get("/health")
    async def health() -> Health:
        return _health(live.hall, faults.all(), build, runs)

    @router.get("/api/hall")
    async def hall() -> HallInfo:
        return _hall(live.hall, build, _demo_people() if is_demo else [], is_demo=is_demo)

    @router.get("/api/catalogue")
    async def businesses() -> Catalogue:
        config = live.hall.config
        return catalogue(config) if config else Catalogue(hall=Text("", ""), businesses=())

    @router.get("/api/ticket/{token}", responses=answering("TicketView"))
    async def ticket(request: Request, token: str) -> Response:
        hall = live.hall
        instead = "number_lost" if forgotten_ticket(hall, live.clock()) else "not_found"
        mine = guesses.held_off(request, by_token(hall, token), instead=instead)
        return ticket_answer(ticket_view(hall, mine, waits()))

    @router.get("/api/qr/{token}.svg", response_class=Response, responses=file("image/svg+xml"))
    async def qr(request: Request, token: str) -> Response:
        """Of the day's tickets only: anything else is not worth drawing."""
        guesses.held_off(request, by_token(live.hall, token))
        return Response(qr_svg(page_of(token)), media_type="image/svg+xml")

    @router.get("/api/ways/{service}/{nth}.svg", response_class=Response, responses=file("image/svg+xml"))
    async def way(service: str, nth: Annotated[int, Path(ge=0, le=MOST_WAYS)]) -> Response:
        """The code that leads to another way of doing it; of the set-up's own addresses only (Q17)."""
        config = live.hall.config
        known = config.service.get(service) if config else None
        ways = known.e_channels if known else ()
        if nth >= len(ways) or not ways[nth].url:
            return _not_found()
        return Response(qr_svg(ways[nth].url), media_type="image/svg+xml")

    return router


@lru_cache(maxsize=DRAWN)
def qr_svg(address: str) -> bytes:
    """The code that leads a phone there."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=8, border=2, xmldecl=False)
    return picture.getvalue()


def _health(hall: Hall, wrong: list[Trouble], build: str, runs: str) -> Health:
    return Health(
        status="trouble" if wrong else "ok",
        problems=tuple(wrong),
        seq=hall.seq,
        epoch=hall.epoch,
        build=build,
        version=runs,
        waiting=sum(t.state in IN_LINE for t in hall.tickets.values()),
    )


def _hall(hall: Hall, build: str, people: list[DemoPerson], *, is_demo: bool) -> HallInfo:
    config = hall.config
    return HallInfo(
        name=config.name if config else None,
        phone=config.phone if config else "",
        industry=config.industry if config else "",
        demo=is_demo and config is not None,
        build=build,
        timezone=config.timezone if config else "",
        counters=tuple(Named(id=c.id, name=c.name) for c in config.counters) if config else (),
        zones=tuple(Named(id=z.id, name=z.name) for z in config.zones) if config else (),
        people=tuple(people) if config else (),
    )


def _demo_people() -> list[DemoPerson]:
    return [DemoPerson(login=p.login, name=p.name, role=p.role, pin=DEMO_PASSWORD) for p in DEMO_PEOPLE]


def by_token(hall: Hall, token: str) -> Ticket | None:
    """A handful of hundred tickets; the token is 128 random bits, so timing tells nothing of use."""
    both = (*hall.tickets.values(), *hall.ended.values())
    return next((t for t in both if t.token == token), None)


def ticket_answer(view: TicketView) -> Response:
    return Response(to_json(view), media_type="application/json")


def _not_found() -> Response:
    return answer(problem("not_found"))
