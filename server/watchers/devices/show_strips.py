"""TicketCalled and what follows it -> the LED strips show it; each strip has a task of its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.strips import Strip, StripConfig, open_strip
from server.domain.equipment.commands import ReportDevice
from server.domain.hall import Hall
from server.domain.views.boards.strip import strip_line
from server.journal import Recorded
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking

log = logging.getLogger(__name__)

Health = Callable[[str, str, str], Awaitable[None]]

AGAIN_AFTER = 30.0  # s: a strip that was switched off meanwhile has forgotten its text


class ShowStrips:
    """Follows the set-up: a strip that is added, changed or taken away needs no restart."""

    def __init__(
        self,
        live: LiveHall,
        parts: Supervisor,
        *,
        opened: Callable[[StripConfig], Strip] = open_strip,
        again_after: float = AGAIN_AFTER,
    ) -> None:
        self._live, self._parts, self._opened, self._again_after = live, parts, opened, again_after
        self._signs: dict[StripConfig, _Sign] = {}
        self._asking = Asking(live, "strips")
        self._changed = asyncio.Event()

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        self._changed.set()

    async def run(self) -> None:
        """Match the signs with the hall's strips until cancelled; the signs themselves run beside it."""
        while True:
            self._changed.clear()
            config = self._live.hall.config
            wanted = config.strips if config else ()
            for gone in self._signs.keys() - set(wanted):
                del self._signs[gone]
                await self._take_down(gone, wanted)
            for strip in wanted:
                if strip not in self._signs:
                    self._signs[strip] = sign = _Sign(
                        strip, self._line_of, self._opened, self._health, self._again_after
                    )
                    self._parts.start(_part(strip), sign.run)
                self._signs[strip].look()
            await self._changed.wait()

    def _line_of(self, strip: StripConfig) -> str:
        return strip_line(self._live.hall, strip)

    async def _take_down(self, gone: StripConfig, left: tuple[StripConfig, ...]) -> None:
        """A strip that is no longer there is nobody's trouble any more."""
        await self._parts.end(_part(gone))
        if all(strip.id != gone.id for strip in left):
            await self._health(gone.id, "gone", "")

    async def _health(self, strip: str, state: str, detail: str) -> None:
        await self._asking.ask(ReportDevice(device=strip, kind="strip", state=state, detail=detail))


def _part(strip: StripConfig) -> Part:
    return Part(kind="strip", subject=strip.id)


class _Sign:
    """One strip: only its newest text matters, which `line_of` tells."""

    def __init__(
        self,
        config: StripConfig,
        line_of: Callable[[StripConfig], str],
        opened: Callable[[StripConfig], Strip],
        health: Health,
        again_after: float,
    ) -> None:
        self._config, self._line_of = config, line_of
        self._opened, self._tell, self._again_after = opened, health, again_after
        self._text, self._health = "", ("", "")
        self._new = asyncio.Event()

    def look(self) -> None:
        """The hall has changed, perhaps not for this strip."""
        self._new.set()

    async def run(self) -> None:
        """What fails here, a text that cannot be made included, is this strip's own."""
        loop = asyncio.get_running_loop()
        again = loop.time()
        while True:
            self._new.clear()
            text = self._line_of(self._config)
            if text != self._text or loop.time() >= again:
                self._text, again = text, loop.time() + self._again_after
                await self._note(*await self._show())
            with suppress(TimeoutError):
                async with asyncio.timeout_at(again):
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
