"""`hallqueue voice`: what to record, are the recordings good, render a whole series, hear one sentence."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from server.command.folder import made
from server.command.terminal.progress import shown
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.work import configuring
from server.devices.speaking import pack_building
from server.devices.speaking.pack_building import build, voices
from server.devices.speaking.pack_checks import check, report_lines, unused
from server.devices.speaking.pack_lists import as_csv, to_record, unclear_letters
from server.devices.speaking.pack_texts import text_of
from server.devices.speaking.sounds import Sound
from server.devices.speaking.speaker import ServerSpeaker
from server.devices.voices import Voice, open_voice
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.settings import Settings
from server.watchers.follow_setup import spoken_by

RENDERS = "neural_zh"


def _hall(data: Path | None) -> tuple[HallConfig, Path]:
    """The set-up, and where its voices have their files."""
    folder = made(data)
    return configuring.current(folder), Settings(data=folder).voice_packs


def list_(data: Path | None) -> None:
    config, folder = _hall(data)
    say(as_csv(to_record(config)).rstrip())
    _both(text_of("how_to_record", folder=folder / "recorded"))
    if letters := unclear_letters(config):
        _both(text_of("unclear_letters", letters=letters))


def check_recordings(data: Path | None, recordings: Path | None) -> None:
    """Exit with 1 when they are not good enough."""
    config, folder = _hall(data)
    among = recordings or folder / "recorded"
    lines = to_record(config)
    checked = check(among, lines)
    for text in report_lines(checked, unused(among, lines)):
        _both(text)
    sys.exit(0 if all(c.well for c in checked) else 1)


def build_series(data: Path | None, upto: int) -> None:
    config, folder = _hall(data)

    async def render() -> None:
        using = open_voice(RENDERS, config.figures.speech_rate, folder)
        try:
            with shown() as going:
                built = await build(config, folder / "built", upto=upto, voice=using, going=going)
            counts = {"made": built.made, "there": built.there, "unsaid": built.unsaid}
            _both(text_of("built", folder=folder / "built", **counts))
        finally:
            await using.close()

    asyncio.run(render())


def say_once(data: Path | None, text: str, language: str, path: Path, speaker: str) -> None:
    config, folder = _hall(data)

    async def speak() -> None:
        among: Sequence[Voice] = voices(*spoken_by(config, ()), folder)
        try:
            spoken = await pack_building.say(text, language, path, among)
            _both(text_of("said", voice=spoken.voice, path=path, seconds=spoken.seconds))
            if speaker:
                await ServerSpeaker(speaker).play(Sound(name="said", path=path, seconds=spoken.seconds))
        finally:
            for each in among:
                await each.close()

    asyncio.run(speak())


def _both(text: Text) -> None:
    say(in_order(text))
