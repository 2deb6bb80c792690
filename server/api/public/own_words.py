"""What a kiosk says aloud of the very thing it shows: a business, what it needs, the customer's number."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from fastapi import APIRouter, Request, Response

from server.api.answering.answers import file
from server.api.answering.errors import answer, problem
from server.api.answering.files import FileAnswer
from server.api.pacing.guesses import Guesses
from server.api.public.public import by_token
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.control_texts import CONTROLS
from server.devices.speaking.kiosk_words import before_words, figure_words, name_words, number_words
from server.devices.speaking.phrases import readings_of
from server.devices.speaking.sounds import SoundStore
from server.domain.config.chinese_alone import heard_in
from server.domain.hall import Hall
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.parts import Waits
from server.live_hall import LiveHall

PATIENCE = 6.0  # s a voice may take while somebody stands at the kiosk


class Of(StrEnum):
    """Of what: a group of businesses, a business, all it needs, a number by its token, a letter or digit,
    a button of the kiosk's own, a segment of customers."""

    GROUP = "group"
    BUSINESS = "business"
    BEFORE = "before"
    NUMBER = "number"
    FIGURE = "figure"
    CONTROL = "control"
    SEGMENT = "segment"


def own_words_routes(
    live: LiveHall, waits: Callable[[], Waits], sounds: SoundStore, guesses: Guesses
) -> APIRouter:
    router = APIRouter(tags=["files"])

    @router.get("/api/speech/{of}/{name}", response_class=Response, responses=file("audio/wav"))
    async def own_words(
        request: Request, of: str, name: str, lang: str = "zh", segment: str = ""
    ) -> Response:
        """Of the set-up's names and the day's tickets only: nobody makes a hall say anything else."""
        language = heard_in(live.hall.config, lang)
        words = words_of(live.hall, of, name, language, waits, segment) if of in set(Of) else ""
        words = guesses.held_off(request, words or None)
        try:
            path = await sounds.phrase(words, language, patience=PATIENCE)
        except (DeviceUnavailable, DeviceMisconfigured):
            return answer(problem("not_found"))
        return FileAnswer(path, media_type="audio/wav")

    return router


def words_of(  # noqa: PLR0917  # all that an address says
    hall: Hall, of: str, name: str, language: str, waits: Callable[[], Waits], segment: str
) -> str:
    if of == Of.CONTROL:
        return name_words(CONTROLS[name], language) if name in CONTROLS else ""
    config = hall.config
    if config is None:
        return ""
    if of == Of.SEGMENT:
        names = (s.name for s in config.segments if s.id == name and s.at_kiosk)
        return "".join(name_words(one, language) for one in names)
    if of == Of.FIGURE:
        return figure_words(name, language, readings_of(config.voice))
    if of == Of.NUMBER:
        ticket = by_token(hall, name)
        readings = readings_of(config.voice)
        return number_words(ticket_view(hall, ticket, waits()), language, readings) if ticket else ""
    if of == Of.GROUP:
        queue = config.queue.get(name)
        return name_words(queue.name, language) if queue else ""
    service = config.service.get(name)
    if service is None:
        return ""
    if of != Of.BEFORE:
        return name_words(service.name, language)
    theirs = segment if any(s.id == segment and s.at_kiosk for s in config.segments) else ""
    return before_words(replace(service, materials=config.papers_of(theirs, name)), language)
