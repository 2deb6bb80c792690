"""One speaker's queue."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.devices.speaking.announcer import Announcement, Announcer, Speech
from server.devices.speaking.chime import chime
from server.devices.speaking.sounds import Sound, SoundStore
from server.devices.voices import Voice
from server.devices.voices.pyttsx3_child import SPEAKER, ChildVoice
from server.domain.text import Text
from tests.devices.tone_voice import ToneVoice
from tests.patience import patience

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CHIME_SECONDS = chime(22_050).seconds


def _call(
    number: str, *, counter: int = 3, nth: int = 1, ago: float = 0, last_call: bool = False
) -> Announcement:
    return Announcement(
        ticket=f"t-{number}",
        call=f"c-{number}-{nth}",
        number=number,
        counter=str(counter),
        counter_name=Text(f"{counter} 号窗口", f"Counter {counter}"),
        nth=nth,
        last_call=last_call,
        made_at=NINE - timedelta(seconds=ago),
    )


class Zone:
    """A speaker that plays until told it has finished, and everything that was reported of it."""

    def __init__(
        self, folder: Path, voices: Sequence[Voice], languages: Sequence[str] = ("zh", "zh")
    ) -> None:
        self.seen = True
        self.reports: asyncio.Queue[tuple[str, str, str]] = asyncio.Queue()
        self.started: asyncio.Queue[tuple[str, Sound]] = asyncio.Queue()
        self.health: list[tuple[str, str]] = []
        self.voices: list[str] = []  # that spoke, by report
        self.gone: set[str] = set()  # tickets that have arrived or been cancelled
        self.finish = asyncio.Semaphore(1_000)
        self.outcome = "played"
        self.playing = 0
        self.overlaps = 0
        self.announcer = Announcer(
            sounds=SoundStore(folder, voices, rest_seconds=0),
            clock=lambda: NINE,
            still_called=lambda announcement: announcement.ticket not in self.gone,
            play=self._play,
            report=self._report,
            health=self._health,
            speech=lambda: Speech(languages=tuple(languages)),
            seen=lambda: self.seen,
        )

    def hold(self) -> None:
        """From now on each sound plays until `finish.release()`."""
        self.finish = asyncio.Semaphore(0)

    async def _play(self, announcement: Announcement, sound: Sound) -> str:
        self.playing += 1
        self.overlaps += self.playing > 1
        self.started.put_nowait((announcement.number, sound))
        await self.finish.acquire()
        self.playing -= 1
        return self.outcome

    async def _report(self, announcement: Announcement, outcome: str, detail: str, voice: str) -> None:
        self.voices.append(voice)
        self.reports.put_nowait((announcement.number, outcome, detail))

    async def _health(self, state: str, detail: str) -> None:
        self.health.append((state, detail))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with patience(), asyncio.TaskGroup() as group:
            run = group.create_task(self.announcer.run())
            yield
            run.cancel()

    async def heard(self, count: int) -> list[tuple[str, str, str]]:
        return [await self.reports.get() for _ in range(count)]

    def sounds(self) -> dict[str, float]:
        """What has been played so far: number to seconds."""
        played = [self.started.get_nowait() for _ in range(self.started.qsize())]
        return {number: sound.seconds for number, sound in played}


async def test_a_call_is_spoken_by_the_real_voice_and_reported(tmp_path: Path) -> None:
    voice = ChildVoice(150)
    zone = Zone(tmp_path, [voice], languages=("zh", "en"))
    async with zone.open():
        zone.announcer.put(_call("A001"))
        assert await zone.heard(1) == [("A001", "played", "")]
    await voice.close()
    assert CHIME_SECONDS + 6 < zone.sounds()["A001"] < CHIME_SECONDS + 11
    assert zone.health == []


async def test_calls_are_spoken_in_the_order_they_were_made_and_in_the_words_of_their_turn(
    tmp_path: Path,
) -> None:
    voice = ToneVoice()
    zone = Zone(tmp_path, [voice], languages=("zh",))
    async with zone.open():
        zone.announcer.put(_call("A001"))
        zone.announcer.put(_call("B002", counter=12, nth=2))
        zone.announcer.put(_call("A1003", nth=3, last_call=True))
        assert [number for number, _, _ in await zone.heard(3)] == ["A001", "B002", "A1003"]
    assert voice.said == [
        "请A零零一号", "到三号窗口办理",
        "请B零零二号尽快", "到十二号窗口",
        "A一零零三号，最后一次呼叫", "请到三号窗口",
    ]  # fmt: skip


async def test_two_counters_calling_at_once_never_overlap(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    zone.hold()
    async with zone.open():
        zone.announcer.put(_call("A001", counter=1))
        zone.announcer.put(_call("B001", counter=2))
        first, _ = await zone.started.get()
        assert zone.announcer.waiting == 1
        zone.finish.release()
        second, _ = await zone.started.get()
        zone.finish.release()
        assert await zone.heard(2) == [("A001", "played", ""), ("B001", "played", "")]
    assert (first, second, zone.overlaps) == ("A001", "B001", 0)


async def test_a_quiet_hall_hears_both_readings(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    async with zone.open():
        zone.announcer.put(_call("A001", ago=15))
        await zone.heard(1)
    assert zone.sounds()["A001"] == pytest.approx(CHIME_SECONDS + 0.15 + 2 * 1.48 + 0.7, abs=0.02)


async def test_what_no_board_shows_is_said_twice_in_a_burst_too(tmp_path: Path) -> None:
    """D5."""
    zone = Zone(tmp_path, [ToneVoice()], languages=("zh", "en"))
    lengths = []
    async with zone.open():
        for ago in (0, 20):
            for seen in (True, False):
                zone.seen = seen
                zone.announcer.put(_call("A001", ago=ago))
                await zone.heard(1)
                lengths.append(zone.sounds()["A001"] - CHIME_SECONDS)
    quiet, quiet_unseen, burst, burst_unseen = lengths
    assert 1.9 * quiet < quiet_unseen < 2.5 * quiet
    assert 1.8 * burst < burst_unseen < 2.5 * burst


async def test_more_than_two_waiting_are_each_said_once_until_the_queue_is_short(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    for number in ("A001", "A002", "A003", "A004"):
        zone.announcer.put(_call(number))
    async with zone.open():
        assert [outcome for _, outcome, _ in await zone.heard(4)] == ["played"] * 4
    seconds = list(zone.sounds().values())
    assert seconds[0] == seconds[1] == pytest.approx(CHIME_SECONDS + 0.15 + 1.48, abs=0.02)
    assert seconds[2] == seconds[3] == pytest.approx(seconds[0] + 0.7 + 1.48, abs=0.02)


async def test_a_call_that_waited_more_than_fifteen_seconds_is_said_once_in_chinese(tmp_path: Path) -> None:
    voice = ToneVoice()
    zone = Zone(tmp_path, [voice], languages=("en", "zh"))
    async with zone.open():
        zone.announcer.put(_call("A001", ago=15.5))
        await zone.heard(1)
    assert voice.said == ["请A零零一号", "到三号窗口办理"]


async def test_who_has_arrived_is_not_called_and_does_not_make_a_burst(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    zone = Zone(tmp_path, [ToneVoice()])
    for number in ("A001", "A002", "A003"):
        zone.announcer.put(_call(number))
    zone.gone.add("t-A002")
    async with zone.open():
        assert await zone.heard(3) == [
            ("A002", "superseded", ""),
            ("A001", "played", ""),
            ("A003", "played", ""),
        ]
    assert min(zone.sounds().values()) > CHIME_SECONDS + 3
    assert "call c-A002-1 announcement 1 superseded" in caplog.messages


async def test_a_newer_recall_of_the_same_ticket_takes_the_place_of_the_older_call(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    for announcement in (_call("A001"), _call("A002"), _call("A001", nth=2)):
        zone.announcer.put(announcement)
    async with zone.open():
        assert await zone.heard(3) == [
            ("A001", "superseded", ""),
            ("A002", "played", ""),
            ("A001", "played", ""),
        ]


async def test_who_arrives_while_the_voice_takes_its_time_is_not_called(tmp_path: Path) -> None:
    voice = ToneVoice()
    voice.may_speak.clear()
    zone = Zone(tmp_path, [voice])
    async with zone.open():
        zone.announcer.put(_call("A001"))
        await voice.asked.wait()
        zone.gone.add("t-A001")
        voice.may_speak.set()
        assert await zone.heard(1) == [("A001", "superseded", "")]
    assert zone.sounds() == {}


async def test_a_recall_after_the_call_was_spoken_is_spoken_too(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    async with zone.open():
        zone.announcer.put(_call("A001"))
        await zone.heard(1)
        zone.announcer.put(_call("A001", nth=2))
        assert await zone.heard(1) == [("A001", "played", "")]


@pytest.mark.parametrize("outcome", ["blocked", "failed"])
async def test_what_the_speaker_says_of_itself_is_reported_and_the_next_call_is_tried(
    tmp_path: Path, outcome: str
) -> None:
    zone = Zone(tmp_path, [ToneVoice()])
    zone.outcome = outcome
    async with zone.open():
        zone.announcer.put(_call("A001"))
        zone.announcer.put(_call("A002"))
        assert await zone.heard(2) == [("A001", outcome, ""), ("A002", outcome, "")]
    assert zone.health == []  # the voice is well; the speaker is another device


async def test_a_voice_killed_for_good_leaves_the_chime_and_comes_back_when_it_can(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    program = tmp_path / "speaker.py"  # not there yet: every child dies at once
    voice = ChildVoice(150, program=(sys.executable, "-P", str(program)))
    zone = Zone(tmp_path / "sounds", [voice])
    async with zone.open():
        for number in ("A001", "A002"):
            zone.announcer.put(_call(number))
            assert await zone.heard(1) == [(number, "failed", "chime_only")]
        shutil.copy(SPEAKER[-1], program)
        for number in ("A003", "A004"):
            zone.announcer.put(_call(number))
            assert await zone.heard(1) == [(number, "played", "")]
    await voice.close()
    sounds = zone.sounds()
    assert sounds["A001"] == sounds["A002"] == pytest.approx(CHIME_SECONDS, abs=0.01)
    assert sounds["A003"] > CHIME_SECONDS + 6
    assert [state for state, _ in zone.health] == ["down", "ok"]
    assert "pyttsx3" in zone.health[0][1]
    assert [r.levelname for r in caplog.records if r.name == "server.devices.speaking.announcer"] == [
        "WARNING",
        "INFO",
    ]


async def test_a_lesser_voice_speaks_the_call_and_the_hall_is_warned_once(tmp_path: Path) -> None:
    hoarse = ToneVoice("hoarse")
    hoarse.broken = True
    zone = Zone(tmp_path, [hoarse, ToneVoice("spare")])
    async with zone.open():
        for number in ("A001", "A002"):
            zone.announcer.put(_call(number))
        assert await zone.heard(2) == [("A001", "played", ""), ("A002", "played", "")]
    assert zone.health == [("warn", "hoarse: hoarse")]


async def test_a_blocked_chime_is_reported_as_blocked(tmp_path: Path) -> None:
    zone = Zone(tmp_path, [])
    zone.outcome = "blocked"
    async with zone.open():
        zone.announcer.put(_call("A001"))
        assert await zone.heard(1) == [("A001", "blocked", "chime_only")]


async def test_without_a_place_for_sounds_the_call_is_reported_and_the_queue_goes_on(tmp_path: Path) -> None:
    zone = Zone(tmp_path / "sounds", [])
    (tmp_path / "sounds").rmdir()
    async with zone.open():
        zone.announcer.put(_call("A001"))
        zone.announcer.put(_call("A002"))
        assert [(number, outcome) for number, outcome, _ in await zone.heard(2)] == [
            ("A001", "failed"),
            ("A002", "failed"),
        ]
    assert zone.sounds() == {}
