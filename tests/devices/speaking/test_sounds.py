"""What was said is kept."""

import asyncio
import os
import re
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.speaking.chime import chime
from server.devices.speaking.sounds import Reading, SoundStore
from server.devices.speaking.waves import read_wave
from server.devices.voices.pyttsx3_child import ChildVoice
from tests.devices.tone_voice import ToneVoice
from tests.patience import patience

NUMBER, COUNTER = "请A零零一号", "到三号窗口办理"
CALL = Reading(language="zh", texts=(NUMBER, COUNTER))
CHIME_SECONDS = chime(22_050).seconds


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_a_real_call_is_chime_number_and_counter_in_one_file(tmp_path: Path) -> None:
    store = SoundStore(tmp_path, [ChildVoice(150)])
    sound = await store.call_sound([CALL])
    parts = [read_wave(await store.phrase(text, "zh")).seconds for text in CALL.texts]
    await store.close()
    heard = read_wave(sound.path)
    assert sound.seconds == pytest.approx(heard.seconds)
    assert sound.seconds == pytest.approx(CHIME_SECONDS + sum(parts) + 0.33, abs=0.01)
    assert heard.samples[:20_000] == pytest.approx(chime(22_050).samples[:20_000], abs=1e-4)
    speech = heard.samples[round(CHIME_SECONDS * heard.sample_rate) :]
    assert np.sqrt(np.mean(speech**2)) > 0.03
    assert np.abs(speech).max() == pytest.approx(0.89, abs=0.001)  # every phrase at one level


async def test_a_second_reading_comes_after_a_longer_pause(tmp_path: Path) -> None:
    store = SoundStore(tmp_path, [ToneVoice()])
    once, twice = await store.call_sound([CALL]), await store.call_sound([CALL, CALL])
    reading = once.seconds - CHIME_SECONDS - 0.15
    assert twice.seconds == pytest.approx(once.seconds + 0.7 + reading, abs=0.01)


async def test_a_phrase_is_rendered_once(tmp_path: Path) -> None:
    voice = ToneVoice()
    store = SoundStore(tmp_path, [voice])
    first = await store.phrase(NUMBER, "zh")
    assert await store.phrase(NUMBER, "zh") == first
    await store.call_sound([CALL])
    later = SoundStore(tmp_path, [voice])  # after a restart
    assert await later.phrase(NUMBER, "zh") == first
    assert voice.said == [NUMBER, COUNTER]


async def test_a_joined_call_is_written_once(tmp_path: Path) -> None:
    store = SoundStore(tmp_path, [ToneVoice()])
    first = await store.call_sound([CALL])
    written = first.path.stat().st_ino
    assert await store.call_sound([CALL]) == first
    assert first.path.stat().st_ino == written


async def test_those_who_ask_for_the_same_phrase_at_once_share_one_render(tmp_path: Path) -> None:
    voice = ToneVoice()
    voice.may_speak.clear()
    store = SoundStore(tmp_path, [voice])
    async with patience(), asyncio.TaskGroup() as group:
        asked = [group.create_task(store.phrase(NUMBER, "zh")) for _ in range(5)]
        await voice.asked.wait()
        voice.may_speak.set()
    assert len({task.result() for task in asked}) == 1
    assert voice.said == [NUMBER]


async def test_voice_rate_language_and_text_each_make_another_file(tmp_path: Path) -> None:
    async def path(voice: ToneVoice, text: str = NUMBER, language: str = "zh") -> Path:
        return await SoundStore(tmp_path, [voice]).phrase(text, language)

    paths = {
        await path(ToneVoice()),
        await path(ToneVoice("other")),
        await path(ToneVoice(rate=120)),
        await path(ToneVoice(), text=COUNTER),
        await path(ToneVoice(), language="en"),
    }
    assert len(paths) == 5


async def test_file_names_tell_nothing(tmp_path: Path) -> None:
    await SoundStore(tmp_path, [ToneVoice()]).call_sound([CALL])
    assert all(re.fullmatch(r"[0-9a-f]{64}\.wav", name) for name in _files(tmp_path))


async def test_a_failing_voice_falls_to_the_next_and_is_then_left_alone(tmp_path: Path) -> None:
    hoarse, spare = ToneVoice("hoarse"), ToneVoice("spare")
    hoarse.broken = True
    store = SoundStore(tmp_path, [hoarse, spare])
    await store.call_sound([CALL])
    assert (hoarse.said, spare.said) == ([NUMBER], [NUMBER, COUNTER])
    assert (store.health, store.trouble) == ("warn", "hoarse: hoarse")


async def test_a_voice_that_speaks_again_is_preferred_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    first, spare = ToneVoice("first"), ToneVoice("spare")
    store = SoundStore(tmp_path, [first, spare], rest_seconds=0)
    first.broken = True
    for text in ("一", "二"):
        await store.phrase(text, "zh")
    first.broken = False
    for text in ("三", "四"):
        await store.phrase(text, "zh")
    assert store.health == "ok"
    assert spare.said == ["一", "二"]
    assert [r.getMessage() for r in caplog.records if r.name == "server.devices.speaking.sounds"] == [
        "voice first does not speak: hoarse",
        "voice first speaks again",
    ]


async def test_a_voice_that_takes_too_long_falls_to_the_next(tmp_path: Path) -> None:
    slow, quick = ToneVoice("slow"), ToneVoice("quick")
    slow.may_speak.clear()
    async with patience():
        await SoundStore(tmp_path, [quick]).phrase(NUMBER, "zh")  # which needs no time any more
        store = SoundStore(tmp_path, [slow, quick])
        await store.phrase(NUMBER, "zh", patience=0.05)
    assert slow.said == quick.said == [NUMBER]
    assert store.trouble == "slow: too slow"


@pytest.mark.parametrize("broken", [False, True])
async def test_a_voice_that_is_replaced_while_it_speaks_tells_nothing_of_the_new_one(
    tmp_path: Path, broken: bool
) -> None:
    old, new = ToneVoice("old"), ToneVoice("new")
    old.may_speak.clear()
    store = SoundStore(tmp_path, [old])
    async with patience(), asyncio.TaskGroup() as group:
        asked = group.create_task(_or_nothing(store.phrase(NUMBER, "zh")))
        await old.asked.wait()
        await store.use([new])
        old.broken = broken
        old.may_speak.set()
    assert (asked.result() is None) is broken
    assert store.health == "ok"


async def _or_nothing(phrase: Awaitable[Path]) -> Path | None:
    try:
        return await phrase
    except DeviceUnavailable:
        return None


async def test_what_was_said_once_can_be_said_when_every_voice_fails(tmp_path: Path) -> None:
    voice = ToneVoice()
    store = SoundStore(tmp_path, [voice])
    before = await store.call_sound([CALL])
    voice.broken = True
    with pytest.raises(DeviceUnavailable, match="tone: hoarse"):
        await store.phrase("请A零零二号", "zh")
    assert await store.call_sound([CALL]) == before
    assert store.health == "down"


async def test_without_any_voice_there_is_still_a_chime(tmp_path: Path) -> None:
    store = SoundStore(tmp_path, [])
    with pytest.raises(DeviceUnavailable):
        await store.call_sound([CALL])
    assert (await store.call_sound(())).seconds == pytest.approx(CHIME_SECONDS, abs=0.01)


async def test_voices_of_different_sample_rates_join(tmp_path: Path) -> None:
    neural, plain = ToneVoice("neural", sample_rate=24_000), ToneVoice("plain")
    for voice, text in ((neural, NUMBER), (plain, COUNTER)):
        await SoundStore(tmp_path, [voice]).phrase(text, "zh")
        voice.broken = True
    sound = await SoundStore(tmp_path, [neural, plain]).call_sound([CALL])  # better than half a call
    assert sound.seconds == pytest.approx(CHIME_SECONDS + 0.6 + 0.7 + 0.33, abs=0.2)
    assert read_wave(sound.path).sample_rate == 22_050


async def test_the_phrases_of_one_call_are_said_by_one_voice_if_one_can(tmp_path: Path) -> None:
    first, spare = ToneVoice("first"), ToneVoice("spare")
    store = SoundStore(tmp_path, [first, spare])
    await store.phrase(NUMBER, "zh")
    first.broken = True
    sound = await store.call_sound([CALL])
    assert sorted(spare.said) == sorted(CALL.texts)
    assert sound == await SoundStore(tmp_path, [spare]).call_sound([CALL])


async def test_a_slow_voice_is_heard_at_a_call_only_where_it_has_spoken_ahead(tmp_path: Path) -> None:
    slow, quick = ToneVoice("slow"), ToneVoice("quick")
    slow.ahead_only = True
    store = SoundStore(tmp_path, [slow, quick])
    unprepared = await store.call_sound([CALL], patience=5)
    assert (slow.said, quick.said) == ([], [NUMBER, COUNTER])
    await store.phrase(COUNTER, "zh")
    assert await store.call_sound([CALL], patience=5) == unprepared  # half a call of it is none
    await store.phrase(NUMBER, "zh")
    prepared = await store.call_sound([CALL], patience=5)
    assert prepared == await SoundStore(tmp_path, [slow]).call_sound([CALL], patience=5)
    assert (slow.said, store.health) == ([COUNTER, NUMBER], "ok")


async def test_a_text_that_is_not_for_a_voice_is_no_fault_of_it(tmp_path: Path) -> None:
    chinese, other = ToneVoice("chinese"), ToneVoice("other")
    chinese.languages = ("zh",)
    store = SoundStore(tmp_path, [chinese, other])
    await store.phrase("Ticket A", "en")
    await store.phrase(NUMBER, "zh")
    assert (chinese.said, other.said, store.health) == ([NUMBER], ["Ticket A"], "ok")


async def test_a_sound_is_found_by_its_name_and_by_nothing_else(tmp_path: Path) -> None:
    store = SoundStore(tmp_path / "sounds", [ToneVoice()])
    sound = await store.call_sound([CALL])
    (tmp_path / "secret.wav").write_bytes(b"")
    assert store.find(sound.name) == sound.path
    for name in ("../secret", "", "0" * 64, "..%2fsecret", "a" * 5_000):
        assert store.find(name) is None


async def test_prune_removes_what_was_not_used_and_keeps_what_was(tmp_path: Path) -> None:
    store = SoundStore(tmp_path, [ToneVoice()])
    used, unused = await store.phrase(NUMBER, "zh"), await store.phrase(COUNTER, "zh")
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    for path in (used, unused):
        os.utime(path, (long_ago.timestamp(), long_ago.timestamp()))
    await store.phrase(NUMBER, "zh")
    assert store.prune(long_ago + timedelta(days=1), needed=()) == 1
    assert [p for p in (used, unused) if p.exists()] == [used]


async def test_prune_leaves_what_the_hall_needs_however_long_it_rested(tmp_path: Path) -> None:
    """C17: whatever voice says it."""
    good, spare = ToneVoice("good"), ToneVoice("spare")
    good.languages = ("zh",)
    store = SoundStore(tmp_path, [good, spare])
    friday = datetime(2026, 1, 2, tzinfo=UTC)
    needed = {(COUNTER, "zh"), ("to counter 3", "en")}
    paths = [await store.phrase(*phrase) for phrase in (*needed, (NUMBER, "zh"))]
    for path in paths:
        os.utime(path, (friday.timestamp(), friday.timestamp()))
    assert store.prune(friday + timedelta(days=3), needed=needed) == 1
    assert [path.exists() for path in paths] == [True, True, False]


async def test_a_sound_tells_which_voices_speak_in_it(tmp_path: Path) -> None:
    good, spare = ToneVoice("good/2"), ToneVoice("spare")
    good.languages = ("zh",)
    store = SoundStore(tmp_path, [good, spare])
    english = Reading(language="en", texts=("Ticket A, 0 0 1,",))
    assert (await store.call_sound([CALL])).voice == "good"
    assert (await store.call_sound([CALL, english])).voice == "good+spare"
    assert (await store.call_sound([])).voice == ""
