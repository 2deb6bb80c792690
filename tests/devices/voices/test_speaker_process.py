"""The program that speaks, with a real engine (Linux: espeak-ng)."""

import json
import subprocess
import sys
import wave
from array import array
from pathlib import Path
from typing import Any

import pytest

from server.devices.speaking.speech_texts import SPOKEN
from server.devices.voices import speaker_process
from server.devices.voices.speaker_process import chinese_voice, keep_speech, shortest_speech
from tests.patience import PATIENCE

# Asks the library for the phonemes of a text, in a process of its own: the library keeps global state.
PHONEMES = """
import ctypes, sys, espeakng_loader as loader
espeak = ctypes.CDLL(str(loader.get_library_path()))
espeak.espeak_Info.restype = espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
espeak.espeak_Initialize(1, 0, str(loader.get_data_path()).encode(), 0)
from server.devices.voices.speaker_process import chinese_voice
voice = {"zh": chinese_voice(espeak.espeak_Info(None).decode()), "en": "gmw/en-us"}[sys.argv[1]]
assert espeak.espeak_SetVoiceByName(voice.encode()) == 0
text = ctypes.c_char_p(sys.argv[2].encode())
while text.value:
    print(espeak.espeak_TextToPhonemes(ctypes.byref(text), 1, 0).decode())
"""


def _phonemes(language: str, text: str) -> str:
    command = [sys.executable, "-c", PHONEMES, language, text]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout


def _ask(*questions: dict[str, Any]) -> list[dict[str, Any]]:
    program = [sys.executable, "-P", speaker_process.__file__]
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run(program, input=lines, check=True, capture_output=True, text=True, timeout=PATIENCE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _question(text: str, path: Path, language: str = "zh", rate: int = 150) -> dict[str, Any]:
    return {"text": text, "language": language, "rate": rate, "path": str(path)}


def _wav(path: Path, samples: "array[int]") -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 10_000, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    return path


def test_the_chinese_voice_reads_a_call_as_chinese() -> None:
    said = _phonemes("zh", "请A零零一号")
    assert said.startswith("tS;h'i214N")  # qing3, not the English word "king"
    assert said.count("l'i35N") == 2  # ling2 ling2
    assert "(en)'eI(cmn)" in said  # the letter by its name


def test_the_english_voice_reads_the_letter_and_not_the_article() -> None:
    assert "t'IkI2t 'eI" in _phonemes("en", "Ticket A, 0 0 1,")


@pytest.mark.parametrize(
    ("version", "voice"),
    [
        ("1.51", "sit/cmn-latn-pinyin"),
        ("1.50.1", "sit/cmn-latn-pinyin"),
        ("1.52.0", "sit/cmn"),
        ("1.53-dev", "sit/cmn"),
        ("2.0", "sit/cmn"),
    ],
)
def test_the_voice_that_reads_hanzi_depends_on_the_version(version: str, voice: str) -> None:
    assert chinese_voice(version) == voice


def test_one_line_in_is_one_line_out_and_nothing_else_is_on_its_output(tmp_path: Path) -> None:
    texts = ["请A零零一号", "到三号窗口办理", "A一零三零号，最后一次呼叫"]
    answers = _ask(*(_question(text, tmp_path / f"{n}.wav") for n, text in enumerate(texts)))
    for n, said in enumerate(answers):
        with wave.open(str(tmp_path / f"{n}.wav"), "rb") as file:
            assert file.getnframes() / file.getframerate() == pytest.approx(said["seconds"])
            samples = array("h", file.readframes(file.getnframes()))
        assert max(map(abs, samples)) > 8_000
        assert max(map(abs, samples[: file.getframerate() // 10])) > 300  # speech begins at once
    assert len(list(tmp_path.iterdir())) == len(answers) == 3


def test_the_rate_is_kept_from_question_to_question(tmp_path: Path) -> None:
    rates = (100, 300, 100, 300)
    answers = _ask(*(_question("请A零零一号", tmp_path / "a.wav", rate=rate) for rate in rates))
    slow, fast, slow_again, fast_again = (said["seconds"] for said in answers)
    assert slow > 2 * fast
    assert (slow_again, fast_again) == pytest.approx((slow, fast), rel=0.02)


def test_texts_of_every_length_are_spoken_to_the_end_however_often(tmp_path: Path) -> None:
    """The engine works on a thread of its own; unless waited for, files are missing, empty or cut."""
    spoken = [(text.zh, "zh") for text in SPOKEN.values()] + [(text.en, "en") for text in SPOKEN.values()]
    texts = [*spoken, ("请A零零一号", "zh")] * 3
    answers = _ask(*(_question(text, tmp_path / "a.wav", language) for text, language in texts))
    seconds = [said["seconds"] for said in answers]
    once = len(seconds) // 3
    assert seconds[:once] == pytest.approx(seconds[once : 2 * once], rel=0.02)
    assert seconds[:once] == pytest.approx(seconds[2 * once :], rel=0.02)
    assert all(s > 2 * shortest_speech(text, 150) for s, (text, _) in zip(seconds, texts, strict=True))


def test_a_text_that_makes_no_sound_is_an_error_and_the_next_one_is_spoken(tmp_path: Path) -> None:
    silent, spoken = _ask(_question("，", tmp_path / "a.wav"), _question("请A零零一号", tmp_path / "b.wav"))
    assert "error" in silent
    assert spoken["seconds"] > 1
    assert [path.name for path in tmp_path.iterdir()] == ["b.wav"]


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    (said,) = _ask(_question("请A零零一号", tmp_path / "gone" / "a.wav"))
    assert "FileNotFoundError" in said["error"]


def test_a_language_it_does_not_speak_is_an_error(tmp_path: Path) -> None:
    (said,) = _ask(_question("Billett A 0 0 1", tmp_path / "a.wav", language="no"))
    assert "KeyError" in said["error"]


def test_silence_at_both_ends_is_cut_but_the_speech_is_whole(tmp_path: Path) -> None:
    quiet, loud = array("h", [5] * 4_000), array("h", [9_000, -9_000] * 5_000)
    raw = _wav(tmp_path / "raw.wav", quiet + loud + quiet)
    assert keep_speech(raw, tmp_path / "a.wav", 0.5) == pytest.approx(1.04, abs=0.001)


@pytest.mark.parametrize("samples", [array("h", [5] * 20_000), array("h"), array("h", [9_000] * 1_000)])
def test_silence_and_a_cut_render_are_never_a_success(tmp_path: Path, samples: "array[int]") -> None:
    with pytest.raises(ValueError, match="s of speech"):
        keep_speech(_wav(tmp_path / "raw.wav", samples), tmp_path / "a.wav", 0.5)
    assert not (tmp_path / "a.wav").exists()


def test_the_floor_follows_the_text_and_the_rate() -> None:
    assert shortest_speech("请A零零一号", 150) == pytest.approx(0.475)
    assert shortest_speech("请A零零一号", 300) == pytest.approx(0.2375)
