"""A program of its own: reads one JSON question a line, speaks it into a WAV file, answers one JSON line.

Everything pyttsx3 does wrong on Linux is put right here: it returns before the file exists, loses the
rate it was given, swallows the name of a voice it does not have, and prints on stdout.
"""

import ctypes
import json
import os
import subprocess
import sys
import wave
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

_SILENT = 300  # of 32767: what is below is no speech
_USUAL_RATE = 150
_GOOD_CHINESE = (1, 52)  # before it espeak-ng's voice "cmn" reads 请 as an English word


class Speaker(Protocol):
    """An engine that has been woken."""

    def speak(self, text: str, language: str, rate: int, path: Path) -> None:
        """Write a sound file and return when it is whole."""


class Espeak:
    """pyttsx3 over espeak-ng, which works on another thread: `Synchronize` waits for it."""

    def __init__(self) -> None:
        _load_packaged_espeak()
        self._espeak: Any = import_module("pyttsx3.drivers._espeak")
        self._engine: Any = import_module("pyttsx3").init("espeak")
        self._driver = self._engine.proxy._driver  # the engine swallows errors, the driver raises them
        self.voices = {"zh": _chinese_voice(self._espeak), "en": "gmw/en-us"}

    def speak(self, text: str, language: str, rate: int, path: Path) -> None:
        self._driver.setProperty("voice", self.voices[language])
        self._driver.setProperty("rate", rate)
        self._espeak.Synchronize()  # else a rate still queued can be cancelled with what came before
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        self._espeak.Synchronize()  # else the file is not there yet, or cut


class System:
    """pyttsx3 over the voices of Windows or macOS; a language without a voice is an error, not a guess."""

    def __init__(self) -> None:
        self._engine: Any = import_module("pyttsx3").init()
        self._voices = self._engine.getProperty("voices")

    def speak(self, text: str, language: str, rate: int, path: Path) -> None:
        self._engine.setProperty("voice", self._voice(language))
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()

    def _voice(self, language: str) -> str:
        for voice in self._voices:
            if any(str(spoken).lower().startswith(language) for spoken in voice.languages or ()):
                return str(voice.id)
        raise LookupError(f"this computer has no voice for {language}")


def _load_packaged_espeak() -> None:
    """Prefer the packaged library to the system's, whose Chinese may be broken; same name, first wins."""
    try:
        loader = import_module("espeakng_loader")
    except ImportError:
        return
    os.environ["ESPEAK_DATA_PATH"] = str(loader.get_data_path())
    ctypes.CDLL(str(loader.get_library_path()), ctypes.RTLD_GLOBAL)


def _chinese_voice(espeak: Any) -> str:
    espeak.dll.espeak_Info.restype = ctypes.c_char_p
    return chinese_voice(espeak.dll.espeak_Info(None).decode())


def chinese_voice(espeak_version: str) -> str:
    """Choose the voice that reads hanzi as Chinese in this version of espeak-ng."""
    version = tuple(int(part) for part in espeak_version.split("-", maxsplit=1)[0].split(".")[:2])
    return "sit/cmn" if version >= _GOOD_CHINESE else "sit/cmn-latn-pinyin"


def keep_speech(raw: Path, path: Path, shortest: float) -> float:
    """Cut the silence at both ends; raise ValueError when what is left is not the text."""
    with wave.open(str(raw), "rb") as file:
        shape, frames = file.getparams(), file.readframes(file.getnframes())
    if (shape.sampwidth, shape.nchannels) != (2, 1):
        raise ValueError(f"{8 * shape.sampwidth} bit, {shape.nchannels} channels")
    samples = array("h", frames)
    first = next((at for at, sample in enumerate(samples) if abs(sample) > _SILENT), len(samples))
    last = next((at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > _SILENT), 0)
    margin = shape.framerate // 50
    kept = samples[max(first - margin, 0) : last + margin]
    seconds = len(kept) / shape.framerate
    if seconds < shortest:
        raise ValueError(f"only {seconds:.2f} s of speech")
    with wave.open(str(path), "wb") as file:
        file.setparams(shape)
        file.writeframes(kept.tobytes())
    return seconds


def shortest_speech(text: str, rate: int) -> float:
    """Seconds below which a text cannot have been said in full: a floor against cut renders, not a proof."""
    hanzi = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    return (0.09 * hanzi + 0.025 * (len(text) - hanzi)) * _USUAL_RATE / rate


def answer(speaker: Speaker, question: dict[str, Any]) -> dict[str, Any]:
    path = Path(question["path"])
    raw = path.with_name(path.name + ".raw")
    try:
        speaker.speak(question["text"], question["language"], question["rate"], raw)
        _as_wav(raw)
        return {"seconds": keep_speech(raw, path, shortest_speech(question["text"], question["rate"]))}
    finally:
        raw.unlink(missing_ok=True)


def _as_wav(raw: Path) -> None:
    """macOS speaks into AIFF; its own converter is always there."""
    if raw.read_bytes()[:4] == b"FORM":
        options = ["-f", "WAVE", "-d", "LEI16@22050", "-c", "1"]
        subprocess.run(["afconvert", *options, str(raw), str(raw)], check=True, timeout=5)


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # the library prints; our answers must not mix with that
    speaker: Speaker | None = None
    for line in sys.stdin.buffer:
        try:
            speaker = speaker or (Espeak() if sys.platform == "linux" else System())
            reply = answer(speaker, json.loads(line))
        except Exception as error:  # noqa: BLE001  # the edge of a process: the parent decides
            reply = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(reply) + "\n")


if __name__ == "__main__":
    main()
