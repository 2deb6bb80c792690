"""`hallqueue voice`: what to record, are the recordings good, render a whole series, hear one sentence."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from server.command import configuring
from server.devices.speaking.pack_building import build, say, voices
from server.devices.speaking.pack_checks import check, told, unused
from server.devices.speaking.pack_lists import as_csv, to_record, unclear_letters
from server.devices.speaking.pack_texts import said
from server.devices.speaking.sounds import Sound
from server.devices.speaking.speaker import ServerSpeaker
from server.devices.voices import Voice, open_voice
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.settings import Settings
from server.watchers.follow_setup import spoken_by

RENDERS = "neural_zh"
Say = Callable[..., None]


def voice(asked: argparse.Namespace, data: Path, out: Say) -> None:
    """Exit with 1 when recordings are not good enough."""
    config, folder = configuring.current(data), Settings(data=data).voice_packs
    match asked.what:
        case "list":
            _list(config, folder, out)
        case "check":
            _check(config, asked.folder or folder / "recorded", out)
        case "build":
            _build(config, folder, asked.upto, out)
        case "say":
            _say(config, folder, asked, out)


def _list(config: HallConfig, folder: Path, out: Say) -> None:
    out(as_csv(to_record(config)).rstrip())
    _both(out, said("how_to_record", folder=folder / "recorded"))
    if letters := unclear_letters(config):
        _both(out, said("unclear_letters", letters=letters))


def _check(config: HallConfig, folder: Path, out: Say) -> None:
    lines = to_record(config)
    checked = check(folder, lines)
    for text in told(checked, unused(folder, lines)):
        _both(out, text)
    sys.exit(0 if all(c.well for c in checked) else 1)


def _build(config: HallConfig, folder: Path, upto: int, out: Say) -> None:
    def progress(done: int, total: int, phrase: str, to_go: float) -> None:
        text = said("building", done=done, total=total, phrase=phrase, minutes=round(to_go / 60))
        out(text.zh)

    async def render() -> None:
        using = open_voice(RENDERS, config.figures.speech_rate, folder)
        try:
            made = await build(config, folder / "built", upto=upto, voice=using, progress=progress)
            _both(
                out,
                said("built", folder=folder / "built", made=made.made, there=made.there, unsaid=made.unsaid),
            )
        finally:
            await using.close()

    asyncio.run(render())


def _say(config: HallConfig, folder: Path, asked: argparse.Namespace, out: Say) -> None:
    path = asked.out or Path("said.wav")

    async def speak() -> None:
        among: Sequence[Voice] = voices(*spoken_by(config, ()), folder)
        try:
            spoken = await say(asked.text, asked.language, path, among)
            _both(out, said("said", voice=spoken.voice, path=path, seconds=spoken.seconds))
            if asked.speaker:
                await ServerSpeaker(asked.speaker).play(Sound(name="said", path=path, seconds=spoken.seconds))
        finally:
            for each in among:
                await each.close()

    asyncio.run(speak())


def _both(out: Say, text: Text) -> None:
    out(text.zh, text.en)
