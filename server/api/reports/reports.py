"""Reports over HTTP: tables as JSON, CSV or XLSX, what lies behind a figure, the locking of a month."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_role
from server.api.answering.answers import file
from server.api.answering.bodies import Body
from server.api.answering.errors import NotGiven, problem
from server.api.doors.access_record import Note
from server.api.reports.charts import chart_routes
from server.api.reports.drilling import drill_routes
from server.api.reports.reading import FILES, MONTHLY, Reading
from server.api.reports.report_answers import (
    Day,
    Kind,
    LockedMonth,
    ReportList,
    ReportShown,
    ReportTitle,
)
from server.reports.period import KINDS

READERS = frozenset({"team_leader", "hall_manager", "admin", "region_office"})
LOCKERS = READERS - {"team_leader"}
SHEETS = tuple(kind.media for kind in FILES.values())


class Month(Body):
    month: str = Field(pattern=r"^2[0-9]{3}-(0[1-9]|1[0-2])$")


def report_routes(reading: Reading, actor_of: Callable[[Request], Awaitable[Actor]], note: Note) -> APIRouter:
    """`note` puts on record who read about people or took a report away."""
    router = APIRouter(prefix="/api", tags=["reports"])

    async def reader(request: Request) -> Actor:
        return require_role(await actor_of(request), READERS)

    async def locker(request: Request) -> Actor:
        return require_role(await actor_of(request), LOCKERS)

    @router.get("/reports", dependencies=[Depends(reader)])
    async def list_reports() -> ReportList:
        titles = (ReportTitle(name=name, title=report.TITLE) for name, report in reading.reports.items())
        return ReportList(reports=tuple(titles), periods=KINDS, formats=("json", *FILES))

    chart_routes(router, reading, reader)
    drill_routes(router, reading, reader, note)

    @router.post("/reports/monthly/lock", dependencies=[Depends(locker)])
    async def lock(body: Month) -> LockedMonth:
        return await reading.lock(body.month)

    @router.get("/reports/workbook", response_class=Response, responses=file(FILES["xlsx"].media))
    async def workbook(
        request: Request, actor: Annotated[Actor, Depends(reader)], date: Day | None = None
    ) -> Response:
        of = reading.period("month", date)
        await note(request, "report_saved", actor.id, f"{of.first}–{of.last} xlsx")
        return await reading.workbook(of)

    @router.get("/reports/{name}", response_model=ReportShown, responses=file(*SHEETS))
    async def report(
        request: Request,
        actor: Annotated[Actor, Depends(reader)],
        name: str,
        *,
        period: Kind = "day",
        date: Day | None = None,
        format: Literal["json", "csv", "xlsx"] = "json",
    ) -> ReportShown | Response:
        if name not in reading.reports:
            raise NotGiven(problem("not_found"))
        of = reading.period("month" if name == MONTHLY else period, date)
        if format == "json":
            await note(request, "report_read", actor.id, name)
            return await reading.report(name, of)
        await note(request, "report_saved", actor.id, f"{name} {of.first}–{of.last} {format}")
        return await reading.file(name, of, format)

    return router
