"""Lets a sound be heard in a zone: by a board, by the next when it does not play, by the server itself."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic_core import to_json

from server.devices.speaking.sounds import Sound, SoundStore
from server.devices.speaking.speaker import ServerSpeaker, Speakers
from server.devices.speaking.speech_setup import zones_apart
from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.live_hall import LiveHall
from server.watchers.asking import Asking
from server.watchers.screens.presence import Presence, Present

ANSWER_WITHIN = 5.0  # s beyond the sound's own length
PROBE_EVERY = 30.0  # s between two tries of what did not play
SHARED = ""  # the zone of all that have no speaker of their own
NOT_PLAYED = "sound_failed"
SERVER = "server"  # its own sound card
NO_ANSWER = "no_answer"
OUTCOMES = ("played", "blocked", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A sound to be played; `call` and `nth` name it in the board's answer."""

    call: str
    nth: int
    sound: Sound
    number: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMessage:
    """To a board: "speak" plays the sound once and says what became of it, "hush" and "probe" are silent."""

    type: Literal["cue"] = "cue"
    cue: str
    call: str
    announcement: int
    number: str
    counter: str
    sound: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """ "played", "blocked", "failed" or "superseded", and by whom."""

    outcome: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class _Given:
    board: Present
    seconds: float
    answer: asyncio.Future[str]


class Loudspeakers:
    """Who does not play what it was given loses its place to the next at once, and somebody is told.

    It is tried again without a sound, until it plays: then it may speak again and the alert ends.
    """

    def __init__(self, live: LiveHall, sounds: SoundStore, boards: Presence, speakers: Speakers) -> None:
        self._live, self._sounds = live, sounds
        self._boards, self._speakers = boards, speakers
        self.answer_within, self.probe_every = ANSWER_WITHIN, PROBE_EVERY
        self._asking = Asking(live, "voice")
        self._given: dict[tuple[str, int], _Given] = {}
        self._probes = 0

    async def run(self) -> None:
        """Try what failed now and then, until cancelled."""
        while True:
            await asyncio.sleep(self.probe_every)
            await self.probe()

    def _speaker(self, zone: str) -> ServerSpeaker | None:
        """The server's own in this zone."""
        config = self._live.hall.config
        place = config.zone.get(zone) if config else None
        return self._speakers.of(place.speaker if place else "")

    def can_play(self, zone: str) -> bool:
        return any((self._leader(zone), self._speaker(zone), self._last_resort(zone)))

    def shown(self, zone: str) -> bool:
        """Whether a board shows the zone's calls to those who are called."""
        return self._boards.shows(zone, zones_apart(self._live.hall.config))

    def heard(self, actor: str, call: str, nth: int, outcome: str) -> bool:
        """A board says what became of a sound; False when it was not given to it, or is given no longer."""
        given = self._given.get((call, nth))
        if given is None or given.board.actor.id != actor:
            return False
        if not given.answer.done():
            given.answer.set_result(outcome if outcome in OUTCOMES else "failed")
        return True

    async def play(self, cue: Cue, zone: str, wanted: Callable[[], bool] = lambda: True) -> Played:
        """By whoever can, one after the other, as long as it is still wanted."""
        speaker, played = self._speaker(zone), Played(outcome="failed")
        if zone and speaker is not None:
            played = await self._by_server(speaker, zone, cue)
        while played.outcome != "played" and wanted() and (board := self._leader(zone)) is not None:
            played = await self._by_board(board, cue)
        if played.outcome != "played" and wanted():
            if not zone and speaker is not None:
                played = await self._by_server(speaker, zone, cue)
            elif (board := self._last_resort(zone)) is not None and board.name != played.by:
                played = await self._by_board(board, cue)
        return played if played.outcome == "played" or wanted() else Played(outcome="superseded")

    async def probe(self) -> None:
        """Whatever has failed is given silence to play."""
        for alert in list(self._live.hall.alerts):
            kind, _, name = alert.partition("/")
            if kind == NOT_PLAYED:
                await self._probe(name, alert)

    async def _probe(self, name: str, alert: str) -> None:
        self._probes += 1
        cue = Cue(call=f"probe-{self._probes}", nth=0, sound=await self._sounds.silent())
        is_server, _, zone = name.partition(":")
        if is_server == SERVER:
            if (speaker := self._speaker(zone)) is not None:
                await self._by_server(speaker, zone, cue)
            else:
                await self._asking.ask(ClearAlert(alert=alert))  # it is none of the hall's any more
            return
        for board in self._boards.named(name):
            await self._by_board(board, cue)
        if not self._boards.knows(name):
            await self._asking.ask(ClearAlert(alert=alert))

    def _leader(self, zone: str) -> Present | None:
        """The zone's own board; where it is missing, better the hall's than none."""
        apart = zones_apart(self._live.hall.config)
        return self._boards.leader(zone, apart) or self._boards.leader(SHARED, apart)

    def _last_resort(self, zone: str) -> Present | None:
        apart = zones_apart(self._live.hall.config)
        return self._boards.last_resort(zone, apart) or self._boards.last_resort(SHARED, apart)

    async def _by_server(self, speaker: ServerSpeaker, zone: str, cue: Cue) -> Played:
        name = f"{SERVER}:{zone}" if zone else SERVER
        outcome = await speaker.play(cue.sound)
        await self._tell(name, outcome, outcome)
        return Played(outcome=outcome, by=name)

    async def _by_board(self, board: Present, cue: Cue) -> Played:
        key = cue.call, cue.nth
        given = _Given(board, cue.sound.seconds, asyncio.get_running_loop().create_future())
        self._given[key] = given
        before_it = sum(other.seconds for other in self._given.values() if other.board is board)
        board.box.put(_message(cue, "speak"))
        detail = ""
        try:
            async with asyncio.timeout(before_it + self.answer_within):
                outcome = await given.answer
        except TimeoutError:
            outcome, detail = "failed", NO_ANSWER
            board.box.put(_message(cue, "hush"))  # else it says the call when it wakes, beside another
        finally:
            del self._given[key]
        (self._boards.plays if outcome == "played" else self._boards.fails)(board)
        await self._tell(board.name, outcome, detail or outcome)
        return Played(outcome=outcome, by=board.name)

    async def _tell(self, name: str, outcome: str, detail: str) -> None:
        alert = f"{NOT_PLAYED}/{name}"
        if outcome != "played":
            await self._asking.ask(RaiseAlert(kind=NOT_PLAYED, subject=name, detail=detail))
        elif alert in self._live.hall.alerts:
            await self._asking.ask(ClearAlert(alert=alert))


def _message(cue: Cue, what: str) -> bytes:
    return to_json(
        CueMessage(
            cue=what,
            call=cue.call,
            announcement=cue.nth,
            number=cue.number,
            counter=cue.counter,
            sound=f"/sounds/{cue.sound.name}.wav",
            seconds=round(cue.sound.seconds, 2),
        )
    )
