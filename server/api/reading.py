"""Reads what reports need: the journal beside the writer, the set-up, names, and the locked months."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import quote

from fastapi import Response

from server.access.people import People
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.live_hall import LiveHall
from server.reports import sheets, snapshots
from server.reports.as_json import tables_json
from server.reports.behind import Asked, behind, shown
from server.reports.catalogue import catalogue
from server.reports.period import Period, period_of
from server.reports.report import Report, Table, tables
from server.reports.series import lines, points
from server.visits.past import Past
from server.watchers.keep_visits import KeepVisits

FILES = {
    "csv": (sheets.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (sheets.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
MONTHLY = "monthly"
T = TypeVar("T")
Plain = dict[str, Any]


class Reading:
    """`locked` is the folder where locked months are kept."""

    def __init__(
        self,
        live: LiveHall,
        visits: KeepVisits,
        people: People,
        clock: Callable[[], datetime],
        locked: Path,
    ) -> None:
        self._live, self._visits, self._people = live, visits, people
        self._clock, self._locked = clock, locked
        self.reports: Mapping[str, Report] = catalogue()

    @property
    def config(self) -> HallConfig:
        return self._live.hall.setup

    def period(self, kind: str, day: date | None) -> Period:
        today = local(self.config, self._clock()).date()
        return period_of(kind, day or today, self.config.timezone)

    async def tables(self, name: str, period: Period) -> tuple[Table, ...]:
        report, config = self.reports[name], self.config
        return await self._past(period, lambda past: tables(report, past, period, config))

    async def _past(self, period: Period, work: Callable[[Past], T]) -> T:
        """With all that had happened when this was asked."""
        await self._visits.settle()
        halls = (self._live.hall.id,)
        return await self._live.journal.past(
            period.start, period.read_until, lambda db: work(Past(db, halls))
        )

    async def names(self) -> dict[str, str]:
        return {p.login: p.name for p in await asyncio.to_thread(self._people.list)}

    async def report(self, name: str, period: Period) -> Plain:
        found = tables_json(await self.tables(name, period), period)
        return {
            "name": name,
            "title": self.reports[name].TITLE,
            "hall": self.config.name,
            "period": {"kind": period.kind, "first": period.first, "last": period.last},
            "people": await self.names(),
            "tables": found,
            "snapshot": await self._snapshot(period, found) if name == MONTHLY else None,
        }

    async def file(self, name: str, period: Period, kind: Literal["csv", "xlsx"]) -> Response:
        make, media_type = FILES[kind]
        found, title = await self.tables(name, period), self.reports[name].TITLE
        body = await asyncio.to_thread(make, title, found, await self.names(), period.timezone)
        called = quote(f"{title.zh}-{period.first}-{period.last}.{kind}")
        plain = f"{name}-{period.first}-{period.last}.{kind}"
        saved_as = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{called}"
        return Response(body, media_type=media_type, headers={"content-disposition": saved_as})

    async def lock(self, month: str) -> Plain | None:
        """None where the month is not over."""
        now, period = self._clock(), self.period("month", date.fromisoformat(f"{month}-01"))
        if now < period.end:
            return None
        found = tables_json(await self.tables(MONTHLY, period), period)
        new = await asyncio.to_thread(snapshots.lock, self._locked, month, found, now)
        return {**(await self._snapshot(period, found) or {}), "new": new}

    async def _snapshot(self, period: Period, found: list[Plain]) -> Plain | None:
        kept = await asyncio.to_thread(snapshots.locked, self._locked, f"{period.first:%Y-%m}")
        return {**snapshots.compared(kept, found), "new": False} if kept else None

    async def series(self, day: date | None) -> Plain:
        period, config = self.period("day", day), self.config
        found = await self._past(period, lambda past: points(past, period))
        names = {s.id: s.name for s in config.services}
        return {"date": period.first, "lines": lines(config), "services": names, "points": found}

    async def events(self, asked: Asked, period: Period, limit: int, *, private: bool) -> list[Plain]:
        until = period.read_until if asked.ticket else period.end

        def read(events: Any) -> list[Plain]:
            of_period = (r for r in events if r.event.at >= period.start)
            return [shown(r, private=private) for r in behind(of_period, asked, limit)]

        return await self._live.journal.read(period.start, until, read)
