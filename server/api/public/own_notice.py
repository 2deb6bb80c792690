"""A notice's own page: what is missing and until when, for whoever holds its code. It outlives the day."""

from fastapi import APIRouter, Request

from server.api.pacing.guesses import Guesses
from server.domain.codes import as_code
from server.domain.views.notice import NoticeView, notice_view
from server.live_hall import LiveHall


def own_notice_routes(live: LiveHall, guesses: Guesses) -> APIRouter:
    router = APIRouter(tags=["public"])

    @router.get("/api/notice/{code}")
    async def notice(request: Request, code: str) -> NoticeView:
        hall = live.hall
        known = guesses.held_off(request, hall.guidance.notices.get(as_code(code)))
        return notice_view(hall, known, live.clock())

    return router
