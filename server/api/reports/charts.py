"""What the manager's board draws: the day's calls, and its customers beside those expected."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Depends, Request

from server.access.actors import Actor
from server.api.reports.reading import Reading
from server.api.reports.report_answers import Day, WaitSeries
from server.reports.through_the_day.expected_today import ExpectedToday


def chart_routes(router: APIRouter, reading: Reading, reader: Callable[[Request], Awaitable[Actor]]) -> None:
    """Not put on record: they are asked for all day, and tell of nobody."""

    @router.get("/reports/waits/series", dependencies=[Depends(reader)])
    async def series(date: Day | None = None) -> WaitSeries:
        return await reading.series(date)

    @router.get("/reports/forecast/today", dependencies=[Depends(reader)])
    async def forecast_today() -> ExpectedToday:
        return await reading.expected_today()
