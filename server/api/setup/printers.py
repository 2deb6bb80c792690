"""Printers on the set-up page: how they are, what can be found, a test slip, the slip as a picture."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from fastapi import APIRouter, Request, Response
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.answers import file
from server.api.answering.bodies import Body
from server.devices.errors import DeviceMisconfigured
from server.devices.printing.printer_search import Found, search
from server.devices.printing.slip_content import SlipContent, terms_of
from server.devices.printing.slip_letters import unwritable
from server.devices.printing.slip_words import missing
from server.devices.printing.slips import preview
from server.devices.printing.zone_map import ZoneMap
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.config.pieces.equipment import DOTS, FEEDS, PrinterConfig, SlipTemplate
from server.domain.config.slip_in_hand import BY_HAND, NOTHING, OUTCOMES, Answer, Outcome, TrialStep, after
from server.domain.config.soundness.addresses import is_allowed
from server.domain.config.soundness.confirming import NETWORK, door_of
from server.domain.config.soundness.problems import say
from server.domain.hall import SlipState
from server.domain.setup.refusals import CONFIG_INVALID
from server.domain.text import Text
from server.domain.views.overview.alert_texts import CAUSES
from server.domain.views.parts import WaitView
from server.live_hall import LiveHall
from server.settings import Settings
from server.watchers.devices.print_slips import SlipPrinting
from server.watchers.devices.what_slips_say import wait_text

MOST_ANSWERED = 100
State = Literal["ok", "warn", "down", "unknown"]
STATES: Mapping[State, Text] = {
    "ok": Text("正常", "fine"),
    "warn": Text("注意", "look after it"),
    "down": Text("停用", "down"),
    "unknown": Text("未知", "unknown"),
}


class TestSlip(Body):
    printer: PrinterConfig


class SlipSeen(Body):
    """What the slip of a trial looks like, and what the printer itself said of it."""

    printer: PrinterConfig
    answer: Answer
    outcome: Outcome


class Preview(Body):
    template: SlipTemplate
    dots: int = Field(576, ge=DOTS[0], le=DOTS[-1])
    language: Literal["zh", "en"] = "zh"


class Letters(Body):
    """Asked about while a name is typed: the letters a page does not know for sure."""

    letters: str = Field(max_length=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterState:
    """`state` "ok", "warn" or "down", or "unknown" where nothing has been heard of it."""

    id: str
    state: State
    state_text: Text
    detail: str
    text: Text  # the detail in words


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPrinter:
    """What a search has found; `dots` as far as it can be guessed."""

    kind: str
    address: str
    model: str
    answers: bool  # as receipt printers do; others print garbage
    dots: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What became of a test slip, and the printer's own word for it."""

    outcome: Outcome
    detail: str
    text: Text  # the detail in words
    sentence: Text  # all that became of it
    advice: Text  # what to look after where nothing can come out


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersFound:
    """Letters that no font here has, and those that a printer of text cannot write."""

    missing: str
    pictures_only: str


class PrinterDesk:
    def __init__(self, live: LiveHall, printing: SlipPrinting, settings: Settings) -> None:
        self._live, self._printing = live, printing
        self._media, self._own_doors = settings.media, settings.own_doors
        self._one_search = asyncio.Lock()
        self.answered: dict[str, None] = {}  # doors where a printer has said that it printed, oldest first

    def states(self) -> list[PrinterState]:
        known = self._live.hall.devices
        return [
            _state(p.id, cast(State, known[p.id].state), known[p.id].detail)
            if p.id in known
            else _state(p.id, "unknown", "")
            for p in self._printing.printers()
        ]

    async def search(self) -> list[FoundPrinter]:
        async with self._one_search:
            return [shown(printer) for printer in await search()]

    async def test(self, printer: PrinterConfig) -> Tested:
        if printer.dots not in DOTS or printer.feed not in FEEDS:
            raise CONFIG_INVALID(problem=f"{printer.dots} / {printer.feed}")
        require_address(printer.id, printer.kind, printer.address, self._own_doors)
        outcome, detail = await self._printing.test(printer)
        if outcome == SlipState.PRINTED and printer.kind == NETWORK:
            self.answered[door_of(printer.address)] = None
            while len(self.answered) > MOST_ANSWERED:
                del self.answered[next(iter(self.answered))]
        return _tested(cast(Outcome, outcome), detail)

    async def picture(self, asked: Preview) -> bytes:
        config = self._live.hall.setup
        content = sample(config, asked.template, self._live.clock(), asked.language, self._media)
        try:
            return await asyncio.to_thread(preview, content, asked.dots)
        except DeviceMisconfigured as problem:
            raise CONFIG_INVALID(problem=str(problem)) from problem


def require_address(id_: str, kind: str, address: str, own_doors: Collection[str] = ()) -> None:
    """Refuse with `config_invalid` to try what a set-up may not name, or the server itself."""
    if not is_allowed(kind, address) or address in own_doors:
        raise CONFIG_INVALID(problem=say("address", "address", id=id_, said=address))


def _state(id_: str, state: State, detail: str) -> PrinterState:
    return PrinterState(id=id_, state=state, state_text=STATES[state], detail=detail, text=in_words(detail))


def _tested(outcome: Outcome, detail: str) -> Tested:
    nothing = outcome in {"held", "misconfigured"}
    words = in_words(detail)
    return Tested(
        outcome=outcome,
        detail=detail,
        text=words,
        sentence=OUTCOMES[outcome].fill(detail=words),
        advice=BY_HAND if nothing else NOTHING,
    )


def in_words(detail: str) -> Text:
    """The printer's own word in ours; what there is no word for is shown as it was said."""
    return CAUSES.get(detail) or Text(detail, detail)


def shown(printer: Found) -> FoundPrinter:
    return FoundPrinter(
        kind=printer.kind,
        address=printer.address,
        model=printer.model,
        answers=printer.answers,
        dots=printer.guess_dots,
    )


def sample(
    config: HallConfig, template: SlipTemplate, now: datetime, language: Literal["zh", "en"], media: Path
) -> SlipContent:
    """A slip as a customer of the first business would get it."""
    service = config.services[0]
    queue = config.queue[service.queue]
    return SlipContent(
        hall=config.name,
        business=service.name,
        number=f"{queue.letter}037",
        ahead=8,
        wait=wait_text(WaitView(state="minutes", minutes=15)),
        zone=config.zone[queue.zone].name,
        issued_at=local(config, now),
        materials=service.materials,
        terms=terms_of(service),
        qr="https://example.invalid/",
        phone=config.phone,
        missed_within=config.figures.requeue_tolerance,
        language=language,
        template=template,
        logo=media / template.logo if template.logo else None,
        map=ZoneMap(zones=config.zones, own=queue.zone, language=language),
    )


def printer_routes(desk: PrinterDesk, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api", tags=["set-up"])

    async def manager(request: Request) -> None:
        require_set_up(await actor_of(request))

    @router.get("/printers")
    async def states(request: Request) -> list[PrinterState]:
        await manager(request)
        return desk.states()

    @router.get("/printers/found")
    async def search(request: Request) -> list[FoundPrinter]:
        await manager(request)
        return await desk.search()

    @router.post("/printers/test")
    async def test(request: Request, asked: TestSlip) -> Tested:
        await manager(request)
        return await desk.test(asked.printer)

    @router.post("/printers/test/seen")
    async def seen(request: Request, asked: SlipSeen) -> TrialStep:
        await manager(request)
        return after(asked.printer, asked.answer, asked.outcome)

    @router.post("/slip/letters")
    async def letters(request: Request, asked: Letters) -> LettersFound:
        await manager(request)
        none = await asyncio.to_thread(missing, asked.letters)
        return LettersFound(missing=none, pictures_only=unwritable(asked.letters))

    @router.post("/slip/preview", response_class=Response, responses=file("image/png"))
    async def picture(request: Request, asked: Preview) -> Response:
        await manager(request)
        return Response(await desk.picture(asked), media_type="image/png")

    return router
