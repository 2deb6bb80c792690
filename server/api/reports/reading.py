"""Reads what reports need: the journal beside the writer, the set-up, names, and the locked months."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import quote

from fastapi import Response
from pydantic_core import to_jsonable_python

from server.access.devices import BY_ITSELF, Device, Devices
from server.access.people import People
from server.access.roles import ROLES
from server.api.answering.errors import NotGiven, problem
from server.api.reports.report_answers import (
    Called,
    EventsShown,
    LockedMonth,
    Names,
    ReportShown,
    TicketsShown,
    WaitSeries,
    locked_month,
    period_shown,
)
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.names import kiosk_name
from server.domain.views.parts import named
from server.journal import Recorded
from server.live_hall import LiveHall
from server.reports.catalogue import catalogue
from server.reports.drilling.behind import Asked, EventShown, behind, shown
from server.reports.drilling.grains import Counted
from server.reports.drilling.listed import Page, listed
from server.reports.opening import Paper, Told, paper
from server.reports.period import Period, period_of
from server.reports.report import Report
from server.reports.through_the_day.expected_today import ExpectedToday, expected_today
from server.reports.through_the_day.quiet import QuietWeek, quiet_week, weeks_before
from server.reports.through_the_day.series import lines, points
from server.reports.written import sheets, snapshots
from server.reports.written.as_json import ReportTable, tables_json
from server.visits.past import Past
from server.watchers.keeping.keep_visits import KeepVisits


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    suffix: str
    media: str


FILES: Mapping[str, FileKind] = {
    "csv": FileKind(suffix="zip", media="application/zip"),  # a file a table
    "xlsx": FileKind(
        suffix="xlsx", media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}
WORKBOOK = Text("月度报表", "Reports of the month")
MONTHLY = "monthly"
KEPT = timedelta(minutes=3)  # a forecast
PATIENCE = 5.0  # s; a page itself gives up after ten
T = TypeVar("T")


def _file(body: bytes, kind: FileKind, name: str, title: Text, period: Period) -> Response:
    called = quote(f"{title.zh}-{period.first}-{period.last}.{kind.suffix}")
    plain = f"{name}-{period.first}-{period.last}.{kind.suffix}"
    saved_as = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{called}"
    return Response(body, media_type=kind.media, headers={"content-disposition": saved_as})


def _called(hall: Hall, device: Device) -> Text:
    """What its owner calls it; what let itself in, or got no name, by what it is and where it stands."""
    if device.paired_by != BY_ITSELF and device.name not in ROLES:
        return Text(device.name, device.name)
    return kiosk_name(hall, device.place) if device.role == "kiosk" else ROLES[device.role]


class Reading:
    """`locked` is the folder where locked months are kept."""

    def __init__(
        self,
        live: LiveHall,
        visits: KeepVisits,
        people: People,
        devices: Devices,
        clock: Callable[[], datetime],
        *,
        locked: Path,
        patience: float = PATIENCE,
    ) -> None:
        self._live, self._visits, self._people, self._devices = live, visits, people, devices
        self._clock, self._locked, self._patience = clock, locked, patience
        self.reports: Mapping[str, Report] = catalogue()
        self._expected: tuple[HallConfig, datetime, ExpectedToday] | None = None

    @property
    def config(self) -> HallConfig:
        return self._live.hall.setup

    def period(self, kind: str, day: date | None) -> Period:
        today = local(self.config, self._clock()).date()
        return period_of(kind, day or today, self.config.timezone)

    async def paper(self, name: str, period: Period) -> Paper:
        return (await self.papers((name,), period))[0]

    async def papers(self, names: Iterable[str], period: Period) -> list[Paper]:
        lived = await self._lived(period)
        return await self._past(period, lambda past: [paper(lived(past, name)) for name in names])

    async def _lived(self, period: Period) -> Callable[[Past, str], Told]:
        config, people, today = self.config, await self._of_people(), local(self.config, self._clock()).date()

        def lived(past: Past, name: str) -> Told:
            return Told(
                report=self.reports[name], past=past, period=period, config=config, today=today, people=people
            )

        return lived

    async def _shown(self, name: str, period: Period) -> tuple[Paper, tuple[ReportTable, ...]]:
        """As a page gets them; made beside the loop, too: a year may list thousands of lines."""
        lived = await self._lived(period)

        def shown_of(past: Past) -> tuple[Paper, tuple[ReportTable, ...]]:
            made = paper(lived(past, name))
            return made, tables_json(made.tables, period)

        return await self._past(period, shown_of)

    async def _past(self, period: Period, work: Callable[[Past], T]) -> T:
        """With all that had happened when this was asked; refuse with `visits_behind` where that takes long.

        All visits of a hall are made anew after an upgrade or in another time zone: that may take minutes.
        """
        try:
            async with asyncio.timeout(self._patience):
                await self._visits.settle()
        except TimeoutError:
            raise NotGiven(problem("visits_behind", done=f"{int(self._visits.done * 100)}%")) from None
        halls = (self._live.hall.id,)
        return await self._live.journal.past(
            period.start, period.read_until, lambda db: work(Past(db, halls))
        )

    async def names(self) -> Names:
        """Of whoever, and whatever, a report can name: no reader knows an id."""
        hall, devices = self._live.hall, await asyncio.to_thread(self._devices.list)
        places = {printer.id: kiosk_name(hall, printer.id) for printer in self.config.printers}
        return {**places, **{d.device_id: _called(hall, d) for d in devices}, **await self._of_people()}

    async def _of_people(self) -> dict[str, str]:
        return {p.login: p.name for p in await asyncio.to_thread(self._people.list)}

    async def report(self, name: str, period: Period) -> ReportShown:
        made, tables = await self._shown(name, period)
        return ReportShown(
            name=name,
            title=self.reports[name].TITLE,
            hall=self.config.name,
            period=period_shown(period),
            opening=made.opening,
            people=await self.names(),
            tables=tables,
            snapshot=await self._snapshot(period, tables) if name == MONTHLY else None,
        )

    async def file(self, name: str, period: Period, kind: Literal["csv", "xlsx"]) -> Response:
        made = await self.paper(name, period)
        make = sheets.as_csv if kind == "csv" else sheets.as_xlsx
        body = await asyncio.to_thread(
            make, [made], await self.names(), chinese_alone=self.config.chinese_alone
        )
        return _file(body, FILES[kind], name, made.title, period)

    async def workbook(self, period: Period) -> Response:
        """Every report of the month in one file."""
        papers = await self.papers(self.reports, period)
        body = await asyncio.to_thread(
            sheets.as_xlsx, papers, await self.names(), chinese_alone=self.config.chinese_alone
        )
        return _file(body, FILES["xlsx"], "all", WORKBOOK, period)

    async def lock(self, month: str) -> LockedMonth:
        """Refuse with `month_not_over`."""
        now, period = self._clock(), self.period("month", date.fromisoformat(f"{month}-01"))
        if now < period.end:
            raise NotGiven(problem("month_not_over", month=month))
        _, tables = await self._shown(MONTHLY, period)
        new = await asyncio.to_thread(snapshots.lock, self._locked, month, to_jsonable_python(tables), now)
        locked = await self._snapshot(period, tables, new=new)
        assert locked is not None
        return locked

    async def _snapshot(
        self, period: Period, tables: tuple[ReportTable, ...], *, new: bool = False
    ) -> LockedMonth | None:
        kept = await asyncio.to_thread(snapshots.locked, self._locked, f"{period.first:%Y-%m}")
        return locked_month(snapshots.compared(kept, to_jsonable_python(tables)), new=new) if kept else None

    async def series(self, day: date | None) -> WaitSeries:
        period, config = self.period("day", day), self.config
        waits = await self._past(period, lambda past: points(past, period))
        names = {s.id: s.name for s in config.services}
        return WaitSeries(date=period.first, lines=tuple(lines(config)), services=names, points=tuple(waits))

    async def expected_today(self) -> ExpectedToday:
        """Made anew every few minutes at most: half a year is read for it, by every board that asks."""
        period, config, now = self.period("day", None), self.config, self._clock()
        kept = self._expected
        if kept and kept[0] is config and kept[2].date == period.first and abs(now - kept[1]) < KEPT:
            return kept[2]
        made = await self._past(period, lambda past: expected_today(past, period, config))
        self._expected = (config, now, made)
        return made

    async def quiet(self) -> QuietWeek:
        config = self.config
        period = weeks_before(local(config, self._clock()).date(), config.timezone)
        return await self._past(period, lambda past: quiet_week(past, period, config))

    async def tickets(self, counted: Counted, period: Period, page: Page) -> TicketsShown:
        config = self.config
        n, tickets = await self._past(period, lambda past: listed(past, period, config, counted, page))
        return TicketsShown(n=n, tickets=tuple(tickets), people=await self.names())

    async def events(self, asked: Asked, period: Period, limit: int, *, private: bool) -> EventsShown:
        until = period.read_until if asked.ticket else period.end

        def read(events: Iterable[Recorded]) -> tuple[EventShown, ...]:
            of_period = (r for r in events if r.event.at >= period.start)
            return tuple(shown(r, private=private) for r in behind(of_period, asked, limit))

        shown_events = await self._live.journal.read(period.start, until, read)
        config = self.config
        called = Called(
            counters=named(config.counters), services=named(config.services), gifts=named(config.gifts)
        )
        return EventsShown(events=shown_events, people=await self.names(), called=called)
