"""TicketCalled and what follows it -> the LED strips show it; each strip has a task of its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.strips import Strip, StripConfig, open_strip
from server.domain.equipment.commands import ReportDevice
from server.domain.hall import Hall
from server.domain.views.strip import strip_line
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import Asking

log = logging.getLogger(__name__)

Health = Callable[[str, str, str], Awaitable[None]]

AGAIN_AFTER = 30.0  # s: a strip that was switched off meanwhile has forgotten its text


class ShowStrips:
    """Follows the set-up: a strip that is added, changed or taken away needs no restart."""

    def __init__(
        self,
        live: LiveHall,
        *,
        opened: Callable[[StripConfig], Strip] = open_strip,
        again_after: float = AGAIN_AFTER,
    ) -> None:
        self._live, self._opened, self._again_after = live, opened, again_after
        self._asking = Asking(live, "strips")
        self._changed = asyncio.Event()

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        self._changed.set()

    async def run(self) -> None:
        """Show until cancelled."""
        signs: dict[StripConfig, _Sign] = {}
        async with asyncio.TaskGroup() as tasks:
            while True:
                self._changed.clear()
                hall = self._live.hall
                wanted = hall.config.strips if hall.config else ()
                for gone in signs.keys() - set(wanted):
                    await self._take_down(signs.pop(gone), gone, wanted)
                for config in wanted:
                    if config not in signs:
                        signs[config] = _Sign(config, self._opened, self._health, self._again_after)
                        signs[config].task = tasks.create_task(signs[config].run())
                    signs[config].say(strip_line(hall, config))
                await self._changed.wait()

    async def _take_down(self, sign: "_Sign", gone: StripConfig, left: tuple[StripConfig, ...]) -> None:
        """A strip that is no longer there is nobody's trouble any more."""
        sign.end()
        if all(strip.id != gone.id for strip in left):
            await self._health(gone.id, "gone", "")

    async def _health(self, strip: str, state: str, detail: str) -> None:
        await self._asking.ask(ReportDevice(device=strip, kind="strip", state=state, detail=detail))


class _Sign:
    """One strip: only its newest text matters."""

    def __init__(
        self, config: StripConfig, opened: Callable[[StripConfig], Strip], health: Health, again_after: float
    ) -> None:
        self._config, self._opened, self._tell, self._again_after = config, opened, health, again_after
        self._text, self._health = "", ("", "")
        self._new = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    def say(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._new.set()

    def end(self) -> None:
        if self.task is not None:
            self.task.cancel()

    async def run(self) -> None:
        while True:
            self._new.clear()
            await self._note(*await self._show())
            with suppress(TimeoutError):
                async with asyncio.timeout(self._again_after):
                    await self._new.wait()

    async def _show(self) -> tuple[str, str]:
        """The strip's health; opened anew each time, because whoever mends it may mend its address."""
        try:
            await self._opened(self._config).show(self._text)
        except DeviceUnavailable as why:
            return "down", str(why)
        except DeviceMisconfigured as why:
            log.warning("strip %s: %s", self._config.id, why)
            return "down", "misconfigured"
        return "ok", ""

    async def _note(self, state: str, detail: str) -> None:
        """Told when it changes, not at every text."""
        if self._health != (state, detail):
            self._health = (state, detail)
            await self._tell(self._config.id, state, detail)
