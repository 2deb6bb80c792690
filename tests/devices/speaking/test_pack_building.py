"""A hall's series, built overnight."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.pack_building import build, say, voices
from server.devices.speaking.pack_lists import to_build
from server.devices.speaking.waves import read_wave
from server.devices.voices.neural_zh import NeuralVoice
from server.devices.voices.recorded import open_voice
from tests.builders import a_config
from tests.devices.tone_voice import ToneVoice

CONFIG = a_config()


async def test_a_pack_is_built_and_the_recorded_voice_speaks_from_it(tmp_path: Path) -> None:
    tone = ToneVoice()
    built = await build(CONFIG, tmp_path / "built", upto=2, voice=tone)
    assert (built.made, built.there, built.unsaid) == (len(to_build(CONFIG, 2)), 0, 0)
    await open_voice(150, tmp_path).render("请A零零二号尽快", "zh", tmp_path / "a.wav")
    assert read_wave(tmp_path / "a.wav").seconds > 0.8


async def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    class Interrupted(Exception):
        pass

    def interrupt(_doing: str, done: int, _of: int) -> None:
        if done == 5:
            raise Interrupted

    tone = ToneVoice()
    with pytest.raises(Interrupted):
        await build(CONFIG, tmp_path, upto=2, voice=tone, going=interrupt)
    steps: list[tuple[int, int]] = []
    built = await build(
        CONFIG,
        tmp_path,
        upto=2,
        voice=tone,
        going=lambda doing, done, of: steps.append((done, of)),
    )
    phrases = to_build(CONFIG, 2)
    assert tone.said == list(phrases)
    assert (built.there, built.made) == (5, len(phrases) - 5)
    assert steps == [(done, len(phrases)) for done in range(5, len(phrases))]


async def test_a_phrase_the_voice_cannot_say_is_left_out_and_counted(tmp_path: Path) -> None:
    tone = ToneVoice()
    tone.languages = ("en",)
    built = await build(CONFIG, tmp_path, upto=1, voice=tone)
    assert (built.made, built.unsaid) == (0, len(to_build(CONFIG, 1)))
    assert not list(tmp_path.glob("zh/*"))


async def test_a_voice_that_fails_again_and_again_ends_the_build(tmp_path: Path) -> None:
    tone = ToneVoice()
    tone.broken = True
    with pytest.raises(DeviceUnavailable):
        await build(CONFIG, tmp_path, upto=1, voice=tone)
    assert len(tone.said) == 3


async def test_without_the_extra_nothing_is_tried(tmp_path: Path) -> None:
    voice = NeuralVoice(150, tmp_path, needs=("no_such_package",))
    with pytest.raises(DeviceMisconfigured, match="voice-zh"):
        await build(CONFIG, tmp_path, voice=voice)


async def test_a_text_is_said_by_the_first_voice_that_can(tmp_path: Path) -> None:
    among = [*voices(("recorded",), 150, tmp_path), ToneVoice("tone")]
    spoken = await say("请A零零一号", "zh", tmp_path / "a.wav", among)
    assert (spoken.voice, spoken.seconds) == ("tone", pytest.approx(0.6))
    assert read_wave(spoken.path).seconds == spoken.seconds


async def test_when_none_can_every_reason_is_told(tmp_path: Path) -> None:
    among = voices(("recorded", "chime"), 150, tmp_path)
    with pytest.raises(DeviceUnavailable, match=r"recorded/\w+: not recorded: 请; chime: this hall has"):
        await say("请", "zh", tmp_path / "a.wav", among)
