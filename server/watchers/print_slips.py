"""SlipQueued -> the slip's words -> the printer's line; what the line says becomes commands."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.line import JobWithdrawn, PrinterLine, PrintJob
from server.devices.printers import PrinterConfig, open_printer
from server.devices.slip_content import SlipContent
from server.domain.equipment.commands import RecordSlip, ReportDevice
from server.domain.equipment.events import SlipQueued
from server.domain.hall import Hall, SlipState, Ticket
from server.domain.hours import local
from server.domain.refusals import Refused
from server.domain.text import Text
from server.domain.views.parts import Waits, WaitView
from server.domain.views.ticket import ahead_of, wait_of
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import Asking

log = logging.getLogger(__name__)

A_DAY = 10_000  # slips a line may owe: every number of a day
OPEN = (SlipState.QUEUED, SlipState.HELD)

WAITS = {
    "soon": Text("很快", "soon"),
    "minutes": Text("约 {minutes} 分钟", "about {minutes} min"),
    "unknown": Text("暂无法预计", "no estimate yet"),
}


def wait_text(view: WaitView) -> Text:
    return WAITS[view.state].fill(minutes=view.minutes)


class SlipPrinting:
    """One line per printer; every slip owed when the server starts is taken up again."""

    def __init__(
        self,
        live: LiveHall,
        printers: tuple[PrinterConfig, ...],
        folder: Path,
        *,
        waits: Callable[[], Waits],
        page_of: Callable[[str], str],
    ) -> None:
        self._live, self._waits, self._page_of = live, waits, page_of
        self._asking = Asking(live, "printing")
        self._configs = {p.id: p for p in printers}
        self._folder = folder
        self._misconfigured: dict[str, str] = {}
        self.lines: Mapping[str, PrinterLine] = {p.id: line for p in printers if (line := self._line(p))}

    def _line(self, config: PrinterConfig) -> PrinterLine | None:
        async def health(state: str, detail: str) -> None:
            await self._asking.ask(ReportDevice(device=config.id, kind="printer", state=state, detail=detail))

        try:
            printer = open_printer(config, self._folder)
            return PrinterLine(config, printer, self._live.clock, self._report, health, capacity=A_DAY)
        except DeviceMisconfigured as problem:
            log.error("printer %s: %s", config.id, problem)
            self._misconfigured[config.id] = str(problem)
            return None

    async def run(self) -> None:
        """Print until cancelled."""
        await self._take_up()
        async with asyncio.TaskGroup() as tasks:
            for line in self.lines.values():
                tasks.create_task(line.run())

    async def _take_up(self) -> None:
        """After a stop: what was being sent is unknown, what was not yet sent is printed now."""
        for printer, why in self._misconfigured.items():
            await self._asking.ask(ReportDevice(device=printer, kind="printer", state="down", detail=why))
        hall = self._live.hall
        for ticket in (*hall.tickets.values(), *hall.ended.values()):
            slip = ticket.slip
            if slip and slip.state is SlipState.SENDING:
                await self._asking.ask(
                    RecordSlip(ticket=ticket.id, job=slip.job, state=SlipState.UNKNOWN, detail="restart")
                )
            elif slip and slip.state in OPEN:
                self._put(hall, ticket, slip.at)

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, SlipQueued) and (ticket := hall.ticket(r.event.ticket)):
                self._put(hall, ticket, r.event.at)

    def _put(self, hall: Hall, ticket: Ticket, at: datetime) -> None:
        slip = ticket.slip
        line = self.lines.get(slip.printer) if slip else None
        if slip is None or line is None:
            log.error("no printer %s for %s", slip.printer if slip else "", ticket.number)
            return
        content = self._content(hall, ticket, slip.nth, large=self._configs[slip.printer].large)
        try:
            line.put(PrintJob(job=slip.job, ticket=ticket.id, made_at=at, content=content))
        except DeviceUnavailable:
            log.error("the line of %s is full; %s stays owed", slip.printer, ticket.number)

    def _content(self, hall: Hall, ticket: Ticket, nth: int, *, large: bool) -> SlipContent:
        config = hall.config
        assert config is not None
        service, queue = config.service[ticket.service], config.queue[ticket.leg.queue]
        return SlipContent(
            hall=config.name,
            business=service.name,
            number=ticket.number,
            ahead=ahead_of(hall, ticket),
            wait=wait_text(wait_of(ticket, self._waits())),
            zone=config.zone[queue.zone].name,
            issued_at=local(config, ticket.issued_at),
            materials=service.materials,
            qr=self._page_of(ticket.token),
            phone=config.phone,
            reprint=nth - 1,
            printed_at=local(config, self._live.clock()),
            missed_within=config.figures.requeue_tolerance,
            large=large,
            language="en" if ticket.language == "en" else "zh",
        )

    async def _report(self, job: PrintJob, state: SlipState, detail: str) -> None:
        """Return once it is saved; `JobWithdrawn` when the hall has no more use for this job."""
        command = RecordSlip(ticket=job.ticket, job=job.job, state=state, detail=detail)
        try:
            await self._asking.insist(command)
        except Refused as refused:
            raise JobWithdrawn(str(refused)) from refused
