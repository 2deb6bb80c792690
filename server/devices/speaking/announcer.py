"""One speaker's queue: says every live call of a zone, one at a time, in order, shorter in a burst."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.phrases import PLAIN, Readings, phrases
from server.devices.speaking.sounds import Reading, Sound, SoundStore
from server.domain.text import Text

log = logging.getLogger(__name__)

CHIME_ONLY = "chime_only"
NO_SPEAKER = "no_speaker"
BROKEN = "broken"
UNSEEN = 2  # times the readings are said where no board shows the call (D5)
_BURST_LANGUAGES = ("zh",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A call to be said; `nth` 1 is the first, more are recalls."""

    ticket: str
    call: str
    number: str
    counter: str
    counter_name: Text
    nth: int
    last_call: bool
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How a hall speaks just now: readings of a call by language, words of its own, percent of loudness."""

    languages: tuple[str, ...] = ("zh", "zh")
    readings: Readings = PLAIN
    volume: int = 100


USUAL_SPEECH = Speech()


class Announcer:
    """Never drops a live call unspoken and never lets two overlap; only superseded calls are skipped."""

    def __init__(
        self,
        *,
        sounds: SoundStore,
        clock: Callable[[], datetime],
        still_called: Callable[[Announcement], bool],
        play: Callable[[Announcement, Sound], Awaitable[str]],
        report: Callable[[Announcement, str, str, str], Awaitable[None]],
        health: Callable[[str, str], Awaitable[None]],
        speech: Callable[[], Speech] = lambda: USUAL_SPEECH,
        can_play: Callable[[], bool] = lambda: True,
        seen: Callable[[], bool] = lambda: True,
        burst_waiting: int = 2,
        burst_after: timedelta = timedelta(seconds=15),
        patience_seconds: float = 6.0,
    ) -> None:
        """`speech` is asked anew for every call; without `can_play` no sound is made; what is not `seen` on a
        board is said twice.

        `play` answers "played", "blocked" or "failed" and has its own time limit.

        `report` gets these or "superseded", what is wrong, and the voice that spoke; `health` gets "ok",
        "warn" or "down" when that changes. More than `burst_waiting` calls, or one older than `burst_after`,
        are a burst (5.6).
        """
        self._sounds = sounds
        self._clock = clock
        self._still_called = still_called
        self._play = play
        self._report = report
        self._tell_health = health
        self._speech = speech
        self._can_play = can_play
        self._seen = seen
        self._burst_waiting = burst_waiting
        self._burst_after = burst_after
        self._patience_seconds = patience_seconds
        self._queue: deque[Announcement] = deque()
        self._called = asyncio.Event()
        self._health = "ok"

    @property
    def waiting(self) -> int:
        return len(self._queue)

    def put(self, announcement: Announcement) -> None:
        self._queue.append(announcement)
        self._called.set()

    async def run(self) -> None:
        """Speak until cancelled."""
        while True:
            await self._called.wait()
            await self._skip_superseded()
            if self._queue:
                burst = self._in_burst()
                await self._alone(self._queue.popleft(), burst)
            else:
                self._called.clear()

    async def _alone(self, announcement: Announcement, burst: bool) -> None:
        """A call that cannot be said as none may fail costs itself alone."""
        try:
            await self._announce(announcement, burst)
        except Exception:
            log.exception("call %s was not said", announcement.call)
            await self._report(announcement, "failed", BROKEN, "")

    def _in_burst(self) -> bool:
        oldest = self._clock() - self._queue[0].made_at
        return len(self._queue) > self._burst_waiting or oldest > self._burst_after

    async def _announce(self, announcement: Announcement, burst: bool) -> None:
        if not self._can_play():
            await self._report(announcement, "failed", NO_SPEAKER, "")
            return
        languages = _BURST_LANGUAGES if burst else self._speech().languages
        sound, trouble = await self._sound(announcement, languages if self._seen() else languages * UNSEEN)
        if self._superseded(announcement, self._queue):  # while the voice took its time
            await self._skip(announcement)
        elif sound is None:
            await self._report(announcement, "failed", trouble, "")
        else:
            outcome = await self._play(announcement, sound)
            unsaid = outcome == "played" and trouble
            voice = sound.voice if outcome == "played" else ""
            await self._report(announcement, "failed" if unsaid else outcome, trouble, voice)

    async def _sound(self, announcement: Announcement, languages: Sequence[str]) -> tuple[Sound | None, str]:
        """What can be played and what is wrong with it; None when there is not even a chime."""
        readings = [self._reading(announcement, language) for language in languages]
        try:
            sound = await self._sounds.call_sound(
                readings, patience=self._patience_seconds, volume=self._speech().volume
            )
        except (DeviceUnavailable, DeviceMisconfigured) as error:
            await self._note("down", str(error))
            return await self._chime()
        await self._note(self._sounds.health, self._sounds.trouble)
        return sound, ""

    async def _chime(self) -> tuple[Sound | None, str]:
        try:
            return await self._sounds.call_sound((), volume=self._speech().volume), CHIME_ONLY
        except DeviceUnavailable as error:
            return None, str(error)

    def _reading(self, announcement: Announcement, language: str) -> Reading:
        texts = phrases(
            announcement.number,
            announcement.counter_name,
            announcement.counter,
            announcement=announcement.nth,
            last_call=announcement.last_call,
            language=language,
            readings=self._speech().readings,
        )
        return Reading(language=language, texts=texts)

    async def _skip_superseded(self) -> None:
        waiting = list(self._queue)
        for place, announcement in enumerate(waiting):
            if self._superseded(announcement, waiting[place + 1 :]):
                self._queue.remove(announcement)
                await self._skip(announcement)

    def _superseded(self, announcement: Announcement, later: Iterable[Announcement]) -> bool:
        """Arrived or cancelled, or the same ticket is called anew."""
        called_anew = any(newer.ticket == announcement.ticket for newer in later)
        return called_anew or not self._still_called(announcement)

    async def _skip(self, announcement: Announcement) -> None:
        log.info("call %s announcement %d superseded", announcement.call, announcement.nth)
        await self._report(announcement, "superseded", "", "")

    async def _note(self, state: str, detail: str) -> None:
        """Log and tell a change of health once, not once per call."""
        if state == self._health:
            return
        self._health = state
        log.log(logging.INFO if state == "ok" else logging.WARNING, "voice %s: %s", state, detail)
        await self._tell_health(state, detail)
