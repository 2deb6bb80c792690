"""The machine's clock and others' -> what the hall believes: told, kept for the next start, settled."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from server.clock import HallClock
from server.domain.config.hours import local
from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.domain.hall import Hall
from server.domain.queue.commands import SettleClock
from server.domain.queue.events import ClockSettled
from server.journal import Recorded
from server.live_hall import LiveHall
from server.settings import Settings
from server.watchers.asking import Asking
from server.watchers.clock.time_sources import boot_id, disciplined, write_mark

NOTED_EVERY = 30.0  # s; well under a leap, so that a start knows the last moment nearly
HERE = ("127.0.0.1", "::1", "")  # a browser on this machine reads this machine's clock
DOUBTED, UNPROVEN = "clock_jumped", "clock_unproven"
OWN = (DOUBTED, UNPROVEN)


class Heard(Protocol):
    """A connected screen, as far as its clock matters."""

    @property
    def address(self) -> str: ...
    @property
    def heard(self) -> float | None: ...


class KeepClock:
    """Looks every few seconds; while the machine is doubted the hall says so and goes on by itself."""

    def __init__(
        self, live: LiveHall, clock: HallClock, settings: Settings, screens: Collection[Heard]
    ) -> None:
        self._live, self._clock, self._settings, self._screens = live, clock, settings, screens
        self._asking = Asking(live, "clock")
        self._boot = boot_id()
        self._noted: float | None = None

    async def leave_the_future(self) -> None:
        """Before anybody is let in: a journal that an unproven clock has led ahead goes on from now."""
        ahead, now = self._live.hall.at, self._clock()
        if self._live.hall.seq and ahead > now:
            since = now + datetime.resolution
            back = SettleClock(to=now.timestamp(), since=since.timestamp())
            await self._live.obey_first(back, actor="system:clock")

    async def look(self) -> None:
        """One round: what others' clocks say, what a person should know, what is kept for the next start."""
        settle_to = self._clock.judge([*self._others(), *self._source()])
        if settle_to is not None:
            began = self._clock.began.timestamp()
            await self._asking.ask(SettleClock(to=settle_to.timestamp(), since=began))
        if self._live.hall.config is not None:
            await self._tell(self._live.hall)
        self._note_now_and_then()

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        for r in recorded:
            if isinstance(r.event, ClockSettled):
                self._clock.settle(r.event.at)
                self.note()

    def wanted(self) -> dict[str, str]:
        """The alerts that hold now, each with what the machine's clock says in the hall's zone."""
        config = self._live.hall.setup
        says = local(config, self._clock.machine()).strftime("%Y-%m-%d %H:%M")
        if self._clock.doubt or self._clock.behind:
            return {DOUBTED: says}
        return {} if self._clock.sure else {UNPROVEN: says}

    async def _tell(self, hall: Hall) -> None:
        wanted = self.wanted()
        for kind, detail in wanted.items():
            known = hall.alerts.get(f"{kind}/server")
            if known is None:
                await self._asking.ask(RaiseAlert(kind=kind, subject="server", detail=detail))
        for alert, kind in ((f"{kind}/server", kind) for kind in OWN):
            if alert in hall.alerts and kind not in wanted:
                await self._asking.ask(ClearAlert(alert=alert))

    def _others(self) -> list[float]:
        """One clock each machine; browsers on this one say nothing new."""
        own = {*HERE, urlsplit(self._settings.public_url).hostname or ""}
        offsets: dict[str, float] = {}
        for screen in self._screens:
            if screen.heard is not None and screen.address not in own:
                offsets[screen.address] = screen.heard
        return list(offsets.values())

    def _source(self) -> list[float]:
        return disciplined(self._clock) if self._settings.time_source == "kernel" else []

    def _note_now_and_then(self) -> None:
        steady = self._clock.believed(self._boot).steady
        if self._noted is None or steady - self._noted >= NOTED_EVERY:
            self.note()

    def note(self) -> None:
        """Only what is proven: a clock that may be wrong must not bind the next start."""
        if self._clock.sure:
            mark = self._clock.believed(self._boot)
            self._noted = mark.steady
            write_mark(self._settings.data, mark)
