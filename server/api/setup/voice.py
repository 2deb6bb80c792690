"""The voice on the set-up page: which engines can speak, and a test that is heard where calls are."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.bodies import Body
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.pack_names import NameSaid, names_said
from server.devices.speaking.phrases import Readings, phrases
from server.devices.speaking.report import how_it_is, kind_of
from server.devices.speaking.sounds import Reading, Sound, SoundStore
from server.devices.voices import Voice
from server.devices.voices.chime_only import KIND as CHIME
from server.domain.config.pieces.equipment import VOICES
from server.domain.text import Text
from server.live_hall import LiveHall
from server.supervisor import Supervisor
from server.watchers.devices.speak_calls import SpeakCalls
from server.watchers.devices.words_ahead import PREPARING

NUMBER = "A001"
SOON = 3.0  # s that whoever listens waits for the best voice, before another that is ready is heard
PATIENCE = 6.0  # s for the other, as at a call
ENGINES = {choice.value: choice.text for choice in VOICES}
STATES = {
    "ok": Text("可用", "ready"),
    "missing": Text("没有安装", "not installed"),
    "failing": Text("出错", "fails"),
}
PLAYED = Text("正在播放，{seconds} 秒", "Playing, {seconds} s")
PLAYED_ALOUD = Text("已在大屏上播放", "Said on the board")
PLAYED_BY = Text("{playing}（{voice}）", "{playing} ({voice})")
BETTER = Text(
    "{playing}。排在前面的声音正在准备这一句，过十几秒再点就能听到",
    "{playing}. The voice before it still prepares these words: try again in some seconds",
)
NOT_ALOUD = Text(
    "大屏没有出声：请看大屏是否打开、是否点过“打开声音”",
    "The board stayed silent: is it on, and has its sound been switched on?",
)


class TryOut(Body):
    """`text` as it is, or the call of A001 to `counter`; `aloud` on the board or speaker of `zone`."""

    text: str = Field("", max_length=60)
    counter: str = ""
    language: Literal["zh", "en"] = "zh"
    zone: str = ""
    aloud: bool = False


class CounterName(Body):
    id: str
    name: str = ""


class Word(Body):
    written: str
    spoken: str


class Names(Body):
    """Counters and readings as they stand on the page, saved or not."""

    counters: list[CounterName] = Field(max_length=200)
    lexicon: list[Word] = Field(default=[], max_length=500)
    one: Literal["一", "幺"] = "一"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineHeard:
    """A voice that speaks ("ok"), is not there ("missing") or fails; `text` says so to whoever sets up."""

    kind: str
    state: Literal["ok", "missing", "failing"]
    state_text: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """The hall's voices in their order; `heard` is the kind that calls are spoken by, "" for none."""

    engines: tuple[EngineHeard, ...]
    heard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundMade:
    """`outcome` is what became of it on a board, "" where it was not to be heard there.

    `voice` is the kind that spoke; `preparing`: a better one is at it, and speaks when it is asked again.
    `sentence` says it all.
    """

    sound: str
    seconds: float
    outcome: str
    voice: str
    preparing: bool
    sentence: Text


class VoiceDesk:
    def __init__(self, live: LiveHall, sounds: SoundStore, speaking: SpeakCalls, parts: Supervisor) -> None:
        self._live, self._sounds, self._speaking, self._parts = live, sounds, speaking, parts
        self._well: dict[Voice, EngineHeard] = {}
        self._one_report = asyncio.Lock()  # a neural voice takes seconds of a core

    async def report(self) -> Engines:
        """Each voice is made to speak; the first that does is heard."""
        async with self._one_report:
            voices = self._sounds.voices
            # One that could speak goes on speaking; one that could not may have been mended meanwhile.
            self._well = {v: heard_well for v, heard_well in self._well.items() if v in voices}
            engines = [self._well.get(voice) or await self._tried(voice) for voice in voices]
        heard = next((f.kind for f in engines if f.state == "ok"), "")
        return Engines(engines=tuple(engines), heard=heard)

    def names(self, asked: Names) -> tuple[NameSaid, ...]:
        """How each counter is called, and what in its name nobody can say."""
        lexicon = {word.written: word.spoken for word in asked.lexicon if word.written and word.spoken}
        return names_said(
            ((one.id, Text(one.name, "")) for one in asked.counters), Readings(one=asked.one, lexicon=lexicon)
        )

    async def _tried(self, voice: Voice) -> EngineHeard:
        state, text = await how_it_is(voice)
        engine = EngineHeard(kind=kind_of(voice), state=state, state_text=STATES[state], text=text)
        if state == "ok":
            self._well[voice] = engine
        return engine

    async def try_out(self, asked: TryOut) -> SoundMade:
        """Render and, if asked, let it be heard; `outcome` is "" where it is not."""
        sound, preparing = await self._soon(Reading(language=asked.language, texts=self._texts(asked)))
        outcome = await self._speaking.try_out(sound, asked.zone) if asked.aloud else ""
        return _shown(sound, outcome, aloud=asked.aloud, preparing=preparing)

    async def _soon(self, reading: Reading) -> tuple[Sound, bool]:
        """The best voice's sound, or after a moment what a call would be said by now, while the best goes on.

        A neural voice loads its model, has the hall's own words to say first and takes seconds a phrase.
        """
        volume = self._speaking.speech().volume
        best: asyncio.Future[Sound] = asyncio.get_running_loop().create_future()
        best.add_done_callback(lambda made: made.exception())  # nobody need wait for it any more
        self._parts.errand(PREPARING, self._make(reading, volume, best))
        slow = any(voice.ahead_only for voice in self._sounds.voices)
        if slow and not (await asyncio.wait([best], timeout=SOON))[0]:
            with suppress(DeviceUnavailable, DeviceMisconfigured):
                ready = await self._sounds.call_sound([reading], patience=PATIENCE, volume=volume)
                return ready, not best.done()
        return await asyncio.shield(best), False

    async def _make(self, reading: Reading, volume: int, made: asyncio.Future[Sound]) -> None:
        try:
            made.set_result(await self._sounds.call_sound([reading], volume=volume))
        except Exception as why:  # noqa: BLE001  # whoever waits for it is told, whatever it is
            made.set_exception(why)

    def _texts(self, asked: TryOut) -> tuple[str, ...]:
        config = self._live.hall.setup
        if text := asked.text.strip():
            return (text,)
        place = config.counter.get(asked.counter, config.counters[0])
        return phrases(
            NUMBER,
            place.name,
            place.id,
            announcement=1,
            last_call=False,
            language=asked.language,
            readings=self._speaking.speech().readings,
        )


def _shown(sound: Sound, outcome: str, *, aloud: bool, preparing: bool) -> SoundMade:
    return SoundMade(
        sound=f"/sounds/{sound.name}.wav",
        seconds=round(sound.seconds, 2),
        outcome=outcome,
        voice=sound.voice,
        preparing=preparing,
        sentence=NOT_ALOUD if aloud and outcome != "played" else _sentence(sound, aloud, preparing),
    )


def _sentence(sound: Sound, aloud: bool, preparing: bool) -> Text:
    """Which voice it was, for another may be heard while the better one still prepares these words."""
    playing = PLAYED_ALOUD if aloud else PLAYED.fill(seconds=f"{sound.seconds:.1f}")
    spoke = [
        ENGINES.get(kind, Text(kind, kind)) for kind in sound.voice.split("+") if kind not in {"", CHIME}
    ]
    if spoke:
        by = Text(" + ".join(one.zh for one in spoke), " + ".join(one.en for one in spoke))
        playing = PLAYED_BY.fill(playing=playing, voice=by)
    return BETTER.fill(playing=playing) if preparing else playing


def voice_routes(desk: VoiceDesk, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/voice", tags=["set-up"])

    @router.get("")
    async def report(request: Request) -> Engines:
        require_set_up(await actor_of(request))
        return await desk.report()

    @router.post("/names")
    async def names(request: Request, asked: Names) -> tuple[NameSaid, ...]:
        require_set_up(await actor_of(request))
        return desk.names(asked)

    @router.post("/test")
    async def try_out(request: Request, asked: TryOut) -> SoundMade:
        require_set_up(await actor_of(request))
        return await desk.try_out(asked)

    return router
