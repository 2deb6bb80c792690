"""SlipQueued -> the slip's words -> the printer's line; what the line says becomes commands.

Printers come, change and go with the hall's set-up while everything runs.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from server.devices.aside import Aside
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, SlipUnknown, open_printer
from server.devices.printing.agents import Agents
from server.devices.printing.card_content import Card
from server.devices.printing.fonts import use_own
from server.devices.printing.line import DRAWN_WITHIN, UNDRAWABLE, JobWithdrawn, PrinterLine, PrintJob
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slips import slip_bytes
from server.devices.printing.trial_slip import trial_slip
from server.domain.config.chinese_alone import slip_of
from server.domain.config.hours import local
from server.domain.equipment.commands import MoveSlip, RecordSlip, ReportDevice
from server.domain.equipment.events import SlipQueued, SlipRerouted
from server.domain.guidance.nouns import CARD
from server.domain.hall import Hall, Paper, Slip, SlipState, Ticket
from server.domain.refusals import Refused
from server.domain.setup.events import HallConfigured
from server.domain.views.parts import Waits
from server.journal import Recorded
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking
from server.watchers.devices.what_slips_say import Saying, card_said, handling_said, language_of, number_said

log = logging.getLogger(__name__)

PRINTING = Part(kind="printing")
A_DAY = 10_000  # slips a line may owe: every number of a day
OPEN = (SlipState.QUEUED, SlipState.HELD)


def _with_slips(hall: Hall, printer: str = "") -> list[Ticket | Paper]:
    owing: tuple[Ticket | Paper, ...] = (*hall.tickets.values(), *hall.ended.values(), *hall.papers.values())
    return [t for t in owing if t.slip and (not printer or t.slip.printer == printer)]


def _part(printer: str) -> Part:
    return Part(kind="printer", subject=printer)


class SlipPrinting:
    """One line per printer, each a part of its own; every slip owed when it starts is taken up again."""

    def __init__(
        self,
        live: LiveHall,
        given: tuple[PrinterConfig, ...],
        folder: Path,
        *,
        waits: Callable[[], Waits],
        page_of: Callable[[str], str],
        notice_page_of: Callable[[str], str],
        booking_of: Callable[[str], str],
        media: Path,
        agents: Agents,
        parts: Supervisor,
    ) -> None:
        """`given` are the command line's; `media` is where logos lie; `agents` print at other boxes."""
        self._parts = parts
        self._media, self._agents = media, agents
        use_own(folder / "fonts")
        self._live, self._waits, self._page_of = live, waits, page_of
        self._notice_page_of, self._booking_of = notice_page_of, booking_of
        self._asking = Asking(live, "printing")
        self._given, self._folder = given, folder
        self._trial = Aside("drawing a test slip", DRAWN_WITHIN)
        self._changed = asyncio.Event()
        self.lines: dict[str, PrinterLine] = {}
        self._configs: dict[str, PrinterConfig] = {}

    def printers(self) -> tuple[PrinterConfig, ...]:
        """Those of the hall's set-up; what the command line says of one of them counts."""
        given = {p.id: p for p in self._given}
        config = self._live.hall.config
        own = config.printers if config else ()
        return (*given.values(), *(p for p in own if p.id not in given))

    def ids(self) -> tuple[str, ...]:
        return tuple(p.id for p in self.printers())

    def printer_for(self, place: str) -> str:
        """The printer at a place, or else the first; "" without any."""
        ids = self.ids()
        return place if place in ids else ids[0] if ids else ""

    async def test(self, config: PrinterConfig) -> tuple[str, str]:
        """Print a test slip on a printer that need not be part of the hall yet: outcome and detail."""
        hall = self._live.hall.config
        assert hall is not None
        try:
            printer = open_printer(config, self._folder, self._agents)
            now, languages = local(hall, self._live.clock()), slip_of(hall).languages
            content = trial_slip(hall.name, config, now, languages)
            data = await self._trial.do(partial(slip_bytes, content, config))
        except TimeoutError:
            return "held", UNDRAWABLE  # nothing was sent
        except DeviceMisconfigured as problem:
            return "misconfigured", str(problem)
        try:
            await printer.ready()
            return (await printer.print(data)).value, ""
        except DeviceUnavailable as why:
            return "held", str(why)
        except DeviceMisconfigured as problem:
            return "misconfigured", str(problem)
        except SlipUnknown as doubt:
            return "unknown", str(doubt)
        finally:
            await printer.close()

    def _is_down(self, printer: str) -> bool:
        health = self._live.hall.devices.get(printer)
        return health is not None and health.state == "down"

    def _can_stand_in(self, printer: str) -> bool:
        return printer in self.lines and not self._is_down(printer)

    def _line(self, config: PrinterConfig) -> PrinterLine | None:
        """None where it cannot be; its `health` then says why."""

        async def report(job: PrintJob, state: SlipState, detail: str) -> None:
            await self._report(config.id, job, state, detail)

        async def health(state: str, detail: str) -> None:
            await self._asking.ask(ReportDevice(device=config.id, kind="printer", state=state, detail=detail))

        try:
            printer = open_printer(config, self._folder, self._agents)
            return PrinterLine(
                config,
                printer,
                self._live.clock,
                report,
                health,
                capacity=A_DAY,
                overflow=lambda job, why: self._stand_in(config, job),
            )
        except DeviceMisconfigured as problem:
            log.error("printer %s: %s", config.id, problem)
            return None

    async def run(self) -> None:
        """Match the lines with the hall's printers until cancelled; the lines themselves run beside it."""
        while True:
            self._changed.clear()
            await self._match()
            await self._changed.wait()

    async def _print(self, config: PrinterConfig) -> None:
        """One printer's life, from what it owes on; begun anew when it fails."""
        line = self._line(config)
        if line is None:
            await self._report_device(
                ReportDevice(device=config.id, kind="printer", state="down", detail="misconfigured")
            )
            await asyncio.Event().wait()
            return
        self.lines[config.id] = line
        try:
            await self._take_up(config.id)
            await line.run()
        finally:
            self.lines.pop(config.id, None)

    async def _report_device(self, report: ReportDevice) -> None:
        await self._asking.ask(report)

    async def _match(self) -> None:
        """Lines for the printers there are now; one that changed is a new one."""
        wanted = {p.id: p for p in self.printers()}
        for gone in [i for i, config in self._configs.items() if wanted.get(i) != config]:
            await self._end(gone)
            if gone not in wanted:
                await self._report_device(ReportDevice(device=gone, kind="printer", state="gone"))
        for new in [p for i, p in wanted.items() if i not in self._configs]:
            self._configs[new.id] = new
            self._parts.start(_part(new.id), partial(self._print, new))
        await self._send_on(wanted)

    async def _end(self, printer: str) -> None:
        del self._configs[printer]
        await self._parts.end(_part(printer))

    async def _take_up(self, printer: str) -> None:
        """After a stop: what was being sent is unknown, what was not yet sent is printed now."""
        hall = self._live.hall
        for ticket in _with_slips(hall, printer):
            assert ticket.slip is not None
            if ticket.slip.state is SlipState.SENDING:
                await self._record(ticket.id, ticket.slip.job, SlipState.UNKNOWN, "restart")
            elif ticket.slip.state in OPEN:
                self._put(ticket, ticket.slip.at)

    async def _send_on(self, wanted: Mapping[str, PrinterConfig]) -> None:
        """Slips owed by a printer that is gone are printed by another, or by nobody where there is none."""
        for ticket in _with_slips(self._live.hall):
            slip = ticket.slip
            assert slip is not None
            if slip.printer in wanted or slip.state not in (*OPEN, SlipState.SENDING):
                continue
            if slip.state is SlipState.SENDING:
                await self._record(ticket.id, slip.job, SlipState.UNKNOWN, "restart")
            elif other := self.printer_for(""):
                await self._asking.ask(MoveSlip(ticket=ticket.id, job=slip.job, printer=other))
            else:
                await self._record(ticket.id, slip.job, SlipState.DROPPED, "no_printer")

    async def _record(self, ticket: str, job: str, state: SlipState, detail: str) -> None:
        await self._asking.ask(RecordSlip(ticket=ticket, job=job, state=state, detail=detail))

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, SlipQueued | SlipRerouted) and (ticket := hall.owes(r.event.ticket)):
                with self._parts.alone(PRINTING):
                    self._put(ticket, r.event.at)
            elif isinstance(r.event, HallConfigured):
                self._changed.set()

    def _put(self, ticket: Ticket | Paper, at: datetime) -> None:
        slip = ticket.slip
        assert slip is not None
        line = self.lines.get(slip.printer)
        if line is None:
            log.error("no printer %s for %s", slip.printer, ticket.number)
            self._changed.set()  # another one may have to print it
            return
        config = self._configs[slip.printer]
        if self._is_down(config.id) and self._can_stand_in(config.fallback):
            self._parts.errand(PRINTING, self._hand_over(config, slip.job, ticket.id))
            return
        content = partial(self._content, ticket.id, slip, large=config.large)
        try:
            line.put(PrintJob(job=slip.job, ticket=ticket.id, made_at=at, content=content))
        except DeviceUnavailable:
            log.error("the line of %s is full; %s stays owed", slip.printer, ticket.number)

    def _content(self, ticket_id: str, slip: Slip, *, large: bool) -> SlipContent | Card:
        """As the hall is when the slip's turn has come."""
        hall = self._live.hall
        owes = hall.owes(ticket_id)
        if owes is None:
            raise JobWithdrawn(f"the day of {ticket_id} has ended")
        language = language_of(owes, hall.config)
        saying = Saying(hall=hall, slip=slip, large=large, language=language, now=self._live.clock())
        if isinstance(owes, Ticket) and not slip.notice:
            return number_said(saying, owes, self._waits(), self._page_of, self._media)
        if isinstance(owes, Ticket) and slip.notice == CARD:
            return handling_said(saying, owes)
        card = card_said(saying, self._notice_page_of, self._booking_of)
        if card is None:
            raise JobWithdrawn(f"what {slip.job} was about is over")
        return card

    async def _hand_over(self, config: PrinterConfig, job: str, ticket: str) -> None:
        """A printer known to be down keeps nobody waiting for its next try."""
        await self._asking.ask(MoveSlip(ticket=ticket, job=job, printer=config.fallback))

    async def _stand_in(self, config: PrinterConfig, job: PrintJob) -> bool:
        """Let the fallback print what waits too long here; True when the job is no longer this line's."""
        if not self._can_stand_in(config.fallback):
            return False
        moved = MoveSlip(ticket=job.ticket, job=job.job, printer=config.fallback)
        return await self._asking.ask(moved)

    async def _report(self, printer: str, job: PrintJob, state: SlipState, detail: str) -> None:
        """Return once it is saved; `JobWithdrawn` when the hall has no more use for this job here."""
        command = RecordSlip(ticket=job.ticket, job=job.job, state=state, detail=detail, printer=printer)
        try:
            await self._asking.insist(command)
        except Refused as refused:
            raise JobWithdrawn(str(refused)) from refused
