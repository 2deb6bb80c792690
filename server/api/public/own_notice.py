"""A notice's own page: what is missing and until when, for whoever holds its code. It outlives the day."""

from fastapi import APIRouter, Request

from server.access.sources import network
from server.api.answering.errors import NotGiven, problem
from server.api.pacing.limits import Limit, address_of
from server.domain.codes import as_code
from server.domain.views.notice import NoticeView, notice_view
from server.live_hall import LiveHall

GUESSES_A_MINUTE = 60  # of 2^50 codes: who mistypes is helped, who tries them all never ends


def own_notice_routes(live: LiveHall) -> APIRouter:
    router = APIRouter(tags=["public"])
    guesses = Limit(live.clock, GUESSES_A_MINUTE)

    @router.get("/api/notice/{code}")
    async def notice(request: Request, code: str) -> NoticeView:
        """Whoever guesses is held off; who has a notice is answered, whoever shares the address."""
        hall = live.hall
        known = hall.guidance.notices.get(as_code(code))
        if known is None:
            guesses.check(network(address_of(request)))
            raise NotGiven(problem("not_found"))
        return notice_view(hall, known, live.clock())

    return router
