"""A notice's own page: what is missing and until when, for whoever holds its code. It outlives the day."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from server.api.answering.answers import file
from server.api.pacing.guesses import Guesses
from server.api.public.public import qr_svg
from server.domain.codes import as_code
from server.domain.guidance.nouns import Notice
from server.domain.views.customers.notice import NoticeView, notice_view
from server.live_hall import LiveHall


def own_notice_routes(live: LiveHall, guesses: Guesses, page_of: Callable[[str], str]) -> APIRouter:
    router = APIRouter(tags=["public"])

    def known(request: Request, code: str) -> Notice:
        return guesses.held_off(request, live.hall.guidance.notices.get(as_code(code)))

    @router.get("/api/notice/{code}")
    async def notice(request: Request, code: str) -> NoticeView:
        return notice_view(live.hall, known(request, code), live.clock())

    @router.get("/api/notice/{code}/code.svg", response_class=Response, responses=file("image/svg+xml"))
    async def qr(request: Request, code: str) -> Response:
        """For a customer without paper, who photographs it from the guide's tablet."""
        return Response(qr_svg(page_of(known(request, code).code)), media_type="image/svg+xml")

    return router
