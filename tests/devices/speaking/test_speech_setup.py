"""How a hall's set-up speaks at a moment."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.devices.speaking.announcer import USUAL_SPEECH
from server.devices.speaking.phrases import phrases
from server.devices.speaking.speech_setup import speaking_zone, speech_at, volume_at, zones_apart
from server.domain.config.pieces.equipment import Pronunciation, VoiceConfig, VolumeStep
from server.domain.text import Text
from tests.builders import ZONES, a_config, with_figures

STEPS = VoiceConfig(
    volume=80, volume_steps=(VolumeStep(at="12:00", volume=40), VolumeStep(at="14:00", volume=90))
)


def at(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 3, 2, hour - 8, minute, tzinfo=UTC)


@pytest.mark.parametrize(("clock", "volume"), [("11:59", 80), ("12:00", 40), ("13:59", 40), ("14:00", 90)])
def test_the_hour_decides_how_loud(clock: str, volume: int) -> None:
    assert volume_at(a_config(voice=STEPS), at(clock)) == volume


def test_languages_and_words_are_the_halls() -> None:
    voice = VoiceConfig(one="幺", lexicon=(Pronunciation(written="泵", spoken="蹦"),))
    speech = speech_at(replace(with_figures(speech_languages="zh, en"), voice=voice), at("10:00"))
    assert speech.languages == ("zh", "en")
    said = phrases(
        "A101",
        Text("1 号泵房", "Pump room 1"),
        "1",
        announcement=1,
        last_call=False,
        language="zh",
        readings=speech.readings,
    )
    assert said == ("请A幺零幺号", "到一号蹦房办理")


def test_a_hall_not_yet_set_up_speaks_as_usual() -> None:
    assert speech_at(None, at("10:00")) == USUAL_SPEECH
    assert zones_apart(None) == frozenset()


def test_a_zone_with_its_own_speaker_says_its_own_counters() -> None:
    west = tuple(replace(z, speaks_apart=z.id == "west") for z in ZONES)
    config = a_config(zones=west)
    assert zones_apart(config) == {"west"}
    assert [speaking_zone(config, c) for c in ("1", "3")] == ["", "west"]


def test_a_hall_of_chinese_alone_says_no_word_of_english() -> None:
    both = with_figures(speech_languages="zh,en")
    assert speech_at(both, at("12:00")).languages == ("zh", "en")
    assert speech_at(replace(both, languages="zh"), at("12:00")).languages == ("zh",)
