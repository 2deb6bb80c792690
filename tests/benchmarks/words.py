"""The words of a hall that has worked before: its numbers and counters were rendered on an earlier day.

On a hall's first day a voice renders beside everything else, in a process of its own that takes a whole core.
"""

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path

from server.devices.speaking.phrases import AGAIN, FIRST, LAST, counter_phrase, number_phrase
from server.devices.speaking.sounds import Phrase, SoundStore
from server.devices.speaking.speech_setup import speech_at
from server.devices.speaking.speech_texts import SPOKEN
from server.devices.speaking.waves import silence, write_wave
from server.domain.config.config import HallConfig
from server.domain.hall import DAWN
from server.journal.sqlite import SqliteJournal
from server.settings import Settings
from server.watchers.follow_setup import open_voices

RATE = 22_050
SECONDS = 0.8
NUMBERS = range(1, 151)  # of each series


def spoken_before(data: Path) -> None:
    """Lay the words of every number and counter into a made hall's folder, as an earlier day left them."""
    settings = Settings(data=data)
    config = asyncio.run(_config(settings))
    voices = open_voices(config, settings.voice_packs, ())
    store = SoundStore(settings.sounds, voices)
    wave = silence(SECONDS, RATE)
    for voice, phrase in itertools.product(voices, set(_phrases(config))):
        write_wave(store._file(voice, *phrase), wave)


async def _config(settings: Settings) -> HallConfig:
    journal = SqliteJournal(settings.database)
    try:
        return (await journal.load()).setup
    finally:
        await journal.close()


def _phrases(config: HallConfig) -> Iterator[Phrase]:
    speech = speech_at(config, DAWN)
    for language, said in itertools.product(speech.languages, (FIRST, AGAIN, LAST)):
        for queue, nth in itertools.product(config.queues, NUMBERS):
            yield number_phrase(f"{queue.letter}{nth:03}", said, language, speech.readings), language
        for place in config.counters:
            yield counter_phrase(place.name, place.id, said, language, speech.readings), language
    for language in speech.languages:
        for text in SPOKEN.values():
            yield text.zh if language == "zh" else text.en, language
