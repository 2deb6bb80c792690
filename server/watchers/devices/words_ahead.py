"""A number is issued or called, the hall is furnished -> its words are rendered before a call needs them."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable, PhraseBroken
from server.devices.speaking.announcer import Speech
from server.devices.speaking.sounds import Phrase, SoundStore
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.queue.events import (
    CounterClosed,
    CounterOpened,
    CounterResumed,
    TicketCalled,
    TicketIssued,
    TicketRecalled,
)
from server.domain.setup.events import HallConfigured
from server.journal import Recorded
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.devices.words_needed import brought, needed

log = logging.getLogger(__name__)

PREPARING = Part(kind="words")
LOOK_EVERY = 10.0  # s: what vanished from the folder, or was left out, is then made
AGAIN_AFTER = 20.0  # s: a voice that failed is asked once more for what another had to say
TRIES = 3  # a phrase that a voice fails at again and again must not keep it from the others

_Changing = (
    HallConfigured
    | TicketIssued
    | TicketCalled
    | TicketRecalled
    | CounterOpened
    | CounterClosed
    | CounterResumed
)


class WordsAhead:
    """Uses the preferred voice without patience, so that a call finds its words ready.

    Keeps no queue: after every change it looks anew at what the hall needs soonest and does not have, so
    that nothing waits behind what has become less urgent and nothing that is needed stays missing. While
    nothing is missing it looks only at what the change itself has brought: the hall's other words are there.
    """

    def __init__(
        self,
        live: LiveHall,
        sounds: SoundStore,
        speech: Callable[[], Speech],
        *,
        parts: Supervisor | None = None,
        look_every: float = LOOK_EVERY,
        again_after: float = AGAIN_AFTER,
    ) -> None:
        self._live, self._sounds, self._speech = live, sounds, speech
        self._look_every, self._again_after = look_every, again_after
        self._parts = parts or Supervisor()
        self._changed = asyncio.Event()
        self._plan: Iterator[Phrase] = iter(())
        self._came: list[Event] = []  # since the last look
        self._forget()

    def _forget(self) -> None:
        self._look_anew()
        self._voices = self._sounds.voices
        self._ready: dict[Phrase, Path] = {}
        self._lesser: set[Phrase] = set()  # said by a lesser voice, or by none, because a better one failed
        self._tries: dict[Phrase, int] = {}
        self._again_at: float | None = None

    async def run(self) -> None:
        """Render until cancelled. The hall goes on between two phrases, also where no voice takes any."""
        self._look_anew()
        while True:
            phrase = self._next()
            if phrase is None:
                self._all_there = True
                await self._rest()
            else:
                self._all_there = False
                await self._render(phrase)
                await asyncio.sleep(0)

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        came = [r.event for r in recorded if isinstance(r.event, _Changing)]
        if came:
            self._came += came
            self._changed.set()

    def _look_anew(self) -> None:
        self._all_there = False
        self._changed.set()

    def _next(self) -> Phrase | None:
        """What is needed soonest of what is not there; looked up anew only when the hall has changed."""
        if self._sounds.voices is not self._voices:
            self._forget()
        if self._again_at is not None and self._loop_time() >= self._again_at:
            self._lesser.clear()
            self._again_at = None
            self._look_anew()
        if self._changed.is_set():
            self._changed.clear()
            self._plan = self._wanted()
        return next((p for p in self._plan if p not in self._ready and p not in self._lesser), None)

    def _wanted(self) -> Iterator[Phrase]:
        hall, came = self._live.hall, self._came
        self._came = []
        if self._all_there and not any(isinstance(event, HallConfigured) for event in came):
            return brought(hall, self._speech(), came)
        self._all_there = False
        return needed(hall, self._speech(), self._live.pick, self._live.clock())

    async def _rest(self) -> None:
        """Nothing is to be done; what has gone from the folder meanwhile is made anew."""
        until = self._look_every
        if self._again_at is not None:
            until = min(until, max(self._again_at - self._loop_time(), 0.0))
        try:
            async with asyncio.timeout(until):
                await self._changed.wait()
        except TimeoutError:
            await self._look_over()
            self._look_anew()

    async def _look_over(self) -> None:
        """Keep in mind only what is needed and there."""
        wanted = set(needed(self._live.hall, self._speech(), self._live.pick, self._live.clock()))
        known = {phrase: path for phrase, path in self._ready.items() if phrase in wanted}
        self._ready = await asyncio.to_thread(lambda: {p: path for p, path in known.items() if path.exists()})
        self._tries = {phrase: tries for phrase, tries in self._tries.items() if phrase in wanted}

    async def _render(self, phrase: Phrase) -> None:
        voices = self._sounds.voices
        try:
            sound = await self._sounds.say(*phrase)
        except PhraseBroken as broke:  # these words alone: all others are prepared as ever
            self._parts.failed(PREPARING, broke)
            self._try_again(phrase)
            return
        except (DeviceUnavailable, DeviceMisconfigured) as why:
            log.info("not rendered ahead: %s", why)
            self._try_again(phrase)
            return
        if voices is not self._sounds.voices:
            return  # others speak now
        self._tries[phrase] = self._tries.get(phrase, 0) + (not sound.best)
        if sound.best or self._tries[phrase] >= TRIES:
            self._ready[phrase] = sound.path
        else:
            self._try_again(phrase)

    def _try_again(self, phrase: Phrase) -> None:
        self._lesser.add(phrase)
        if self._again_at is None:
            self._again_at = self._loop_time() + self._again_after

    @staticmethod
    def _loop_time() -> float:
        return asyncio.get_running_loop().time()
