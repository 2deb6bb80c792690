"""One printer's line of slips: waits out a printer that is not ready, and never prints a slip twice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from server.devices.aside import Aside
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import Printer, PrinterConfig, Readiness, SlipUnknown
from server.devices.printing.card_content import Card
from server.devices.printing.fonts import typeface
from server.devices.printing.slips import SlipContent, slip_bytes
from server.domain.hall import SlipState

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One slip to print; `job` is its name in the journal.

    `content` is asked for when the slip's turn has come: what says how many are ahead looks at everybody who
    waits, and a printer that was out of paper for a day owes thousands. It may raise `JobWithdrawn`.
    """

    job: str
    ticket: str
    made_at: datetime
    content: Callable[[], SlipContent | Card]


class JobWithdrawn(Exception):  # named for what became of the job
    """Told by `report`: nobody needs this slip any more, so nothing of it may be sent."""


STALE = "stale"  # its customer has long been served or has gone
UNDRAWABLE = "undrawable"  # the slip cannot be put into dots: it costs itself alone
BROKEN = "broken"  # a printer's driver failed as none may
HUNG = "no_answer"
# Far beyond what any driver takes that is well; each has limits of its own.
DRAWN_WITHIN, ANSWERS_WITHIN, PRINTS_WITHIN = 60.0, 120.0, 600.0  # s

Report = Callable[[PrintJob, SlipState, str], Awaitable[None]]
Health = Callable[[str, str], Awaitable[None]]
Overflow = Callable[[PrintJob, str], Awaitable[bool]]


class PrinterLine:
    """First come, first printed. What it tells is awaited, in order, from this line's own task.

    While the printer has not been ready for `overflow_after`, `overflow` is offered every slip of which
    nothing was sent, with the reason. Answering True takes it off this line for good: not a byte of it
    follows. False leaves it, and it is offered again at the next try.
    """

    def __init__(
        self,
        config: PrinterConfig,
        printer: Printer,
        clock: Callable[[], datetime],
        report: Report,
        health: Health,
        *,
        overflow: Overflow | None = None,
        overflow_after: timedelta = timedelta(seconds=2),
        retry_seconds: float = 3.0,
        poll_seconds: float = 15.0,
        stale_after: timedelta = timedelta(minutes=15),
        capacity: int = 200,
        drawn_within: float = DRAWN_WITHIN,
        answers_within: float = ANSWERS_WITHIN,
        prints_within: float = PRINTS_WITHIN,
    ) -> None:
        """DeviceMisconfigured if this printer needs pictures and no font can write Chinese."""
        if config.mode == "raster":
            typeface()
        self._config = config
        self._printer = printer
        self._clock = clock
        self._report = report
        self._tell_health = health
        self._overflow = overflow
        self._overflow_after = overflow_after
        self._down_since: datetime | None = None
        self._retry_seconds = retry_seconds
        self._poll_seconds = poll_seconds
        self._stale_after = stale_after
        self._jobs: asyncio.Queue[PrintJob] = asyncio.Queue(capacity)
        self._health: tuple[str, str] | None = None
        self._drawing = Aside(f"drawing for {config.id}", drawn_within)
        self._answers_within, self._prints_within = answers_within, prints_within

    def put(self, job: PrintJob) -> None:
        """Queue a slip; DeviceUnavailable("busy") if the line is full, and then nothing was taken."""
        try:
            self._jobs.put_nowait(job)
        except asyncio.QueueFull as full:
            raise DeviceUnavailable("busy") from full

    async def run(self) -> None:
        """Print until cancelled; look at an idle printer now and then, so that no customer finds it empty."""
        try:
            while True:
                if self._jobs.empty():
                    await self._why_not_ready()
                    await self._close()  # most printers serve one client: do not keep others out
                try:
                    async with asyncio.timeout(self._poll_seconds):
                        job = await self._jobs.get()
                except TimeoutError:
                    continue
                try:
                    await self._bring_to_paper(job)
                except JobWithdrawn as why:
                    log.info("slip %s is no longer needed: %s", job.job, why)
        finally:
            await self._close()

    async def _close(self) -> None:
        """A cable that cannot be let go is no reason to print nothing."""
        try:
            async with asyncio.timeout(self._answers_within):
                await self._printer.close()
        except Exception:
            log.exception("printer %s could not be closed", self._config.id)

    async def _bring_to_paper(self, job: PrintJob) -> None:
        if self._is_stale(job):
            await self._report(job, SlipState.DROPPED, STALE)
            return
        try:
            data = await self._drawing.do(partial(slip_bytes, job.content(), self._config))
        except JobWithdrawn:
            raise
        except Exception:
            log.exception("slip %s cannot be drawn", job.job)
            await self._report(job, SlipState.DROPPED, UNDRAWABLE)
            return
        held = False
        while not self._is_stale(job):
            why = await self._why_not_ready()
            if not why:
                why = await self._send(job, data)
                if not why:
                    return
                held = False  # it was announced as being sent: say again that it is not
            if not held:
                await self._report(job, SlipState.HELD, why)
                held = True
            if await self._flows_over(job, why):
                return
            await asyncio.sleep(self._retry_seconds)
        await self._report(job, SlipState.DROPPED, STALE)

    def _is_stale(self, job: PrintJob) -> bool:
        return self._clock() - job.made_at >= self._stale_after

    async def _flows_over(self, job: PrintJob, why: str) -> bool:
        """Whether another printer has taken the slip; asked only between two tries, when nothing was sent."""
        if self._overflow is None or self._down_since is None:
            return False
        if self._clock() - self._down_since < self._overflow_after:
            return False
        return await self._overflow(job, why)

    async def _why_not_ready(self) -> str:
        """Ask the printer, tell its health if it changed, and return "" or why it cannot print."""
        why = await self._asked()
        if not why:
            self._down_since = None
        elif self._down_since is None:
            self._down_since = self._clock()
        return why

    async def _asked(self) -> str:
        try:
            async with asyncio.timeout(self._answers_within):
                readiness = await self._printer.ready()
        except DeviceUnavailable as why:
            await self._note("down", str(why))
            return str(why)
        except DeviceMisconfigured as why:
            await self._note("down", "misconfigured", str(why))
            return "misconfigured"
        except TimeoutError:
            await self._note("down", HUNG, "hangs")
            return HUNG
        except Exception as bug:  # noqa: BLE001  # waited out like any other trouble of this printer's
            await self._note("down", BROKEN, repr(bug))
            return BROKEN
        await self._note(*_seen(readiness))
        return ""

    async def _send(self, job: PrintJob, data: bytes) -> str:
        """Print once: an end is reported, or why nothing was sent is returned.

        If SENDING cannot be written down nothing is sent: after a crash it is what tells a slip
        that may be on paper from one that cannot be.
        """
        await self._report(job, SlipState.SENDING, "")
        try:
            async with asyncio.timeout(self._prints_within):
                known = await self._printer.print(data)
        except SlipUnknown as doubt:
            await self._report(job, SlipState.UNKNOWN, str(doubt))
        except DeviceUnavailable as why:
            return str(why)
        except DeviceMisconfigured:
            return "misconfigured"
        except TimeoutError:
            log.error("printer %s hangs in slip %s", self._config.id, job.job)
            await self._report(job, SlipState.UNKNOWN, HUNG)
        except Exception:  # nobody can say how much of it was sent
            log.exception("printer %s broke off slip %s", self._config.id, job.job)
            await self._report(job, SlipState.UNKNOWN, BROKEN)
        else:
            await self._report(job, known, "")
        return ""

    async def _note(self, state: str, detail: str, more: str = "") -> None:
        """Tell and log a change of health once, not once per slip."""
        if self._health == (state, detail):
            return
        level = logging.INFO if state == "ok" else logging.WARNING
        log.log(level, "printer %s: %s %s %s", self._config.id, state, detail, more)
        self._health = (state, detail)
        await self._tell_health(state, detail)


def _seen(readiness: Readiness) -> tuple[str, str]:
    return ("warn", "near_end") if readiness.near_end else ("ok", "")
