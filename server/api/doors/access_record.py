"""The record of the door for whoever runs the hall."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request

from server.access.actors import Actor
from server.access.record import IN_WORDS, AccessRecord, Noted, What
from server.access.rights import require_grant
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.names import place_name
from server.live_hall import LiveHall
from server.reports.catalogue import catalogue

MOST = 500
A_REPORT = Text("一份报表", "a report")
Note = Callable[[Request, What, str, str], Awaitable[None]]  # what, who, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedShown:
    """An entry of the record; `title` says what happened, with a place `{who}` for the person, and `said` is
    its detail in words: which report, at which counter."""

    at: datetime
    last_at: datetime
    what: What
    who: str
    address: str
    detail: str
    title: Text
    said: Text
    times: int


def record_routes(
    record: AccessRecord, actor_of: Callable[[Request], Awaitable[Actor]], live: LiveHall
) -> APIRouter:
    router = APIRouter(prefix="/api/access_record", tags=["people and devices"])

    @router.get("")
    async def newest(
        request: Request, limit: Annotated[int, Query(ge=1, le=MOST)] = 100
    ) -> Sequence[NotedShown]:
        """Log-ins, refusals, lock-outs, reads of people and what was saved; the newest first."""
        require_grant(await actor_of(request))
        entries = await asyncio.to_thread(record.newest, limit)
        titles = {name: report.TITLE for name, report in catalogue().items()}
        return [_shown(noted, live.hall, titles) for noted in entries]

    return router


def _shown(noted: Noted, hall: Hall, titles: Mapping[str, Text]) -> NotedShown:
    said = in_words(noted.what, noted.detail, hall, titles)
    return NotedShown(**asdict(noted), title=IN_WORDS[noted.what], said=said)


def in_words(what: str, detail: str, hall: Hall, titles: Mapping[str, Text]) -> Text:
    """A code that was kept is a name here; what is no code is shown as it was kept."""
    match what:
        case "report_read":
            return titles.get(detail, A_REPORT)
        case "report_saved":
            name, _, rest = detail.partition(" ")
            title, rest = titles.get(name, A_REPORT), rest.replace(" csv", " CSV").replace(" xlsx", " XLSX")
            return Text(f"{title.zh} {rest}", f"{title.en} {rest}")
        case "logged_in" if detail:
            return place_name(hall, detail)
    return Text(detail, detail)
