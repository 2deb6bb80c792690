"""Calls that are said, through the whole server: a board that plays them, or none, or a voice that dies."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from typing_extensions import override

from server.devices.speaking.waves import read_wave
from server.devices.voices.pyttsx3_child import ChildVoice
from server.domain.config.config import HallConfig
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.devices.tone_voice import ToneVoice
from tests.hall_here import HereHall, Screen, here_hall
from tests.hall_made import Message
from tests.patience import patience, until


@pytest.fixture
async def tone() -> ToneVoice:
    return ToneVoice()


@pytest.fixture
async def speaking(data: Path, tone: ToneVoice) -> AsyncIterator[HereHall]:
    """A hall whose voice hums."""
    async with here_hall(data, voice=tone) as hall:
        yield hall


@asynccontextmanager
async def board_with_sound(hall: HereHall, place: str = "") -> AsyncIterator[Screen]:
    async with hall.screen("lobby_board", "lobby", place) as board:
        connected = hall.house.screens.connected
        before = sum(s.sound == "on" for s in connected)
        await board.say(type="sound", state="on")
        await until(lambda: sum(s.sound == "on" for s in connected) == before + 1)
        yield board


async def played(board: Screen, cue: Message, outcome: str = "played") -> None:
    call, nth = cue["call"], cue["announcement"]
    done = await board.ask("record_spoken", call=call, announcement=nth, outcome=outcome)
    assert done["type"] == "done"


async def test_a_call_is_said_by_the_board_and_the_clerk_sees_that_it_was(speaking: HereHall) -> None:
    async with board_with_sound(speaking) as board, speaking.screen("clerk", "counter", "1") as desk:
        await speaking.called("1")
        cue = await board.next("cue")
        assert (cue["cue"], cue["number"], cue["counter"], cue["announcement"]) == ("speak", "A001", "1", 1)
        sound = await speaking.http.get(cue["sound"])
        assert (sound.status_code, sound.content[:4]) == (200, b"RIFF")
        assert cue["seconds"] > 1
        await played(board, cue)
        await desk.see(lambda v: v["ticket"]["spoken"] == "played")


async def test_a_recall_is_said_again(speaking: HereHall) -> None:
    async with board_with_sound(speaking) as board, speaking.screen("clerk", "counter", "1") as desk:
        await speaking.called("1")
        await played(board, await board.next("cue"))
        await speaking.do("recall", counter="1")
        cue = await board.next("cue")
        assert cue["announcement"] == 2
        await played(board, cue, "blocked")
        await desk.see(lambda v: v["ticket"]["spoken"] == "blocked")


async def test_calls_are_said_one_at_a_time(speaking: HereHall) -> None:
    async with board_with_sound(speaking) as board:
        await speaking.called("1")
        await speaking.called("2")
        first = await board.next("cue")
        for _ in range(3):
            await board.next("beat")
        assert not [m for m in board.inbox if m["type"] == "cue"]
        await played(board, first)
        second = await board.next("cue")
        assert {first["counter"], second["counter"]} == {"1", "2"}
        await played(board, second)


async def test_a_call_that_is_over_is_not_said(speaking: HereHall) -> None:
    async with board_with_sound(speaking) as board:
        await speaking.called("1")
        first = await board.next("cue")
        await speaking.called("2")
        await speaking.do("start_service", counter="2")  # the customer saw the board
        await speaking.called("3")
        await played(board, first)
        assert (await board.next("cue"))["counter"] == "3"


async def test_another_board_speaks_when_the_leading_one_goes(speaking: HereHall) -> None:
    async with board_with_sound(speaking) as second, board_with_sound(speaking, "main") as first:
        await speaking.called("1")
        leading, other = (second, first)
        await played(leading, await leading.next("cue"))
        assert not [m for m in other.inbox if m["type"] == "cue"]
        await second.ws.close()
        await until(lambda: len(speaking.house.screens.connected) == 1)
        await speaking.called("2")
        cue = await first.next("cue")
        assert cue["counter"] == "2"
        await played(first, cue)


async def test_without_a_board_that_speaks_an_alert_is_raised_until_one_comes(speaking: HereHall) -> None:
    ticket = await speaking.called("1")
    await until(lambda: "no_speaker/hall" in speaking.hall.alerts)
    await until(lambda: speaking.hall.tickets[ticket].call.spoken == "failed")  # type: ignore[union-attr]
    async with board_with_sound(speaking) as board:
        await speaking.called("2")
        await played(board, await board.next("cue"))
        await until(lambda: "no_speaker/hall" not in speaking.hall.alerts)


async def test_who_can_speak_cures_the_lack_before_the_next_call(speaking: HereHall) -> None:
    await speaking.called("1")
    await until(lambda: "no_speaker/hall" in speaking.hall.alerts)
    await speaking.house.speaking.look()
    assert "no_speaker/hall" in speaking.hall.alerts
    async with board_with_sound(speaking):
        await speaking.house.speaking.look()
        assert "no_speaker/hall" not in speaking.hall.alerts


async def test_calls_go_on_when_the_voice_dies(speaking: HereHall, tone: ToneVoice) -> None:
    tone.broken = True
    async with board_with_sound(speaking) as board:
        ticket = await speaking.called("1")
        cue = await board.next("cue")
        assert cue["seconds"] < 2  # the chime alone
        await played(board, cue)
        await until(lambda: "voice_down/voice" in speaking.hall.alerts)
        await until(lambda: speaking.hall.tickets[ticket].call.spoken == "failed")  # type: ignore[union-attr]
        await speaking.do("start_service", counter="1")
        await speaking.do("finish_ticket", counter="1")


async def test_a_voice_program_that_is_killed_speaks_the_next_call(data: Path) -> None:
    async with here_hall(data, voices=("pyttsx3",)) as hall, board_with_sound(hall) as board:
        await hall.called("1")
        await played(board, await board.next("cue"))
        voice = cast(ChildVoice, hall.house.sounds._voices[0])
        assert voice.pid
        os.kill(voice.pid, signal.SIGKILL)
        await hall.called("2")
        cue = await board.next("cue")
        assert cue["seconds"] > 3
        await played(board, cue)
        assert "voice_down/voice" not in hall.hall.alerts


async def test_a_call_not_yet_said_when_the_server_stopped_is_said_after_it(data: Path) -> None:
    async with here_hall(data, voice=ToneVoice()) as hall, board_with_sound(hall) as board:
        await hall.called("1")
        await board.next("cue")
    async with here_hall(data, voice=ToneVoice()) as hall:
        await until(lambda: "no_speaker/hall" in hall.hall.alerts)


async def test_numbers_are_rendered_before_they_are_called(speaking: HereHall, tone: ToneVoice) -> None:
    await speaking.issue()
    async with patience():
        await tone.asked.wait()
    await until(lambda: any("零零一" in said for said in tone.said))


# zones apart, volume by hour


async def set_up(hall: HereHall, change: Callable[[HallConfig], HallConfig]) -> HallConfig:
    config = hall.hall.config
    assert config is not None
    new = change(config)
    await hall.house.live.apply(ConfigureHall(config=new), actor="system:test", request=repr(new))
    return new


def apart(zone: str) -> Callable[[HallConfig], HallConfig]:
    return lambda c: replace(c, zones=tuple(replace(z, speaks_apart=z.id == zone) for z in c.zones))


async def test_a_zone_apart_hears_its_own_calls_and_no_others(speaking: HereHall) -> None:
    config = speaking.hall.config
    assert config is not None
    room = next(c for c in config.counters if c.zone != config.counters[0].zone)
    await set_up(speaking, apart(room.zone))
    async with (
        board_with_sound(speaking, config.counters[0].zone) as main,
        board_with_sound(speaking, room.zone) as own,
    ):
        await speaking.called("1")
        assert (await main.next("cue"))["counter"] == "1"
        service = next(s.id for s in config.services if s.queue in config.profile[room.profile].queues)
        await speaking.called(room.id, service)
        assert (await own.next("cue"))["counter"] == room.id, "and it does not wait for the other zone"
        assert not [m for m in own.inbox if m["type"] == "cue"]


async def test_a_zone_apart_without_its_board_is_heard_in_the_hall(speaking: HereHall) -> None:
    config = speaking.hall.config
    assert config is not None
    await set_up(speaking, apart(config.counters[0].zone))
    async with board_with_sound(speaking) as board:
        await speaking.called("1")
        assert (await board.next("cue"))["counter"] == "1"


async def test_a_call_that_no_board_of_its_zone_shows_is_said_twice(speaking: HereHall) -> None:
    """D5."""
    await set_up(speaking, apart(speaking.hall.config.counters[0].zone))  # type: ignore[union-attr]
    zone = speaking.hall.config.counters[0].zone  # type: ignore[union-attr]
    async with board_with_sound(speaking) as board:
        await speaking.called("1")
        alone = await board.next("cue")
        await played(board, alone)
        async with speaking.screen("lobby_board", "lobby", zone):
            await speaking.do("recall", counter="1")
            seen = await board.next("cue")
            await played(board, seen)
    assert alone["seconds"] > 1.6 * seen["seconds"]


async def test_the_volume_of_the_hour_is_in_the_sound(speaking: HereHall) -> None:
    async def peak() -> float:
        cue = await board.next("cue")
        await played(board, cue)
        found = speaking.house.sounds.find(cue["sound"].removeprefix("/sounds/").removesuffix(".wav"))
        assert found is not None
        return float(abs(read_wave(found).samples).max())

    async with board_with_sound(speaking) as board:
        await speaking.called("1")
        loud = await peak()
        await set_up(speaking, lambda c: replace(c, voice=replace(c.voice, volume=50)))
        await speaking.called("2")
        assert await peak() == pytest.approx(loud / 2, rel=0.05)


# a fresh hall


class RationedVoice(ToneVoice):
    """Clear and too slow to be waited for; renders as many phrases as it is allowed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.ahead_only = True
        self.allowed = asyncio.Semaphore(0)
        self._files: list[Path] = []

    @property
    def made(self) -> int:
        """What can be spoken: a rendered file is levelled and put in its place before."""
        return sum(file.is_file() for file in self._files)

    @override
    async def render(self, text: str, language: str, path: Path) -> float:
        await self.allowed.acquire()
        self._files.append(path.with_name(f"{path.name.split('.')[0]}.wav"))
        return await super().render(text, language, path)


async def test_a_fresh_hall_of_twelve_counters_speaks_with_the_good_voice_at_once(data: Path) -> None:
    """C19: numbers and calls at once; two phrases of time before each call are enough."""
    good = RationedVoice("good/1")
    async with here_hall(data, voice=good) as hall:
        hall.house.sounds._voices = (good, ToneVoice("robot"))
        await set_up(hall, twelve_counters)
        for counter in range(1, 13):
            await hall.do("open_counter", counter=str(counter))
        async with board_with_sound(hall) as board:
            tickets = [(await hall.issue())["ticket"] for _ in range(6)]
            heard = []
            for nth, ticket in enumerate(tickets, 1):
                for _ in range(2):
                    good.allowed.release()
                await until(lambda nth=nth: good.made == 2 * nth)
                await hall.do("call_next", counter=str(nth))
                await played(board, await board.next("cue"))
                await until(lambda ticket=ticket: hall.hall.tickets[ticket].call.spoken)  # type: ignore[union-attr]
                call = hall.hall.tickets[ticket].call
                assert call is not None
                heard.append((call.spoken, call.voice))
    assert heard == [("played", "good")] * 6


def twelve_counters(config: HallConfig) -> HallConfig:
    usual = config.counters[0]
    places = tuple(
        replace(usual, id=str(n), name=Text(f"{n} 号窗口", f"Counter {n}"), spot=None) for n in range(1, 13)
    )
    return replace(config, counters=places, figures=replace(config.figures, speech_languages="zh"))
