"""Which voice a hall will hear."""

import re
import sys
from pathlib import Path

from server.devices.speaking.pack_building import voices
from server.devices.speaking.report import PHRASE, how_it_is, voice_report
from server.devices.voices.neural_zh import NeuralVoice
from server.devices.voices.pyttsx3_child import ChildVoice
from tests.devices.recorded_pack import record, recording
from tests.devices.tone_voice import ToneVoice

KINDS = ("recorded", "neural_zh", "pyttsx3")


async def test_the_first_voice_that_speaks_is_heard_and_the_others_say_why_not(tmp_path: Path) -> None:
    child = ChildVoice(150)
    neural = NeuralVoice(150, tmp_path, needs=("no_such_package",))
    report = await voice_report([*voices(("recorded",), 150, tmp_path), neural, child])
    await child.close()
    assert report.hears == "pyttsx3"
    heard, recorded, missing, speaks = (text.zh for text in report.texts)
    assert heard == "大厅会听到：pyttsx3"
    assert recorded == "recorded：没有这句话的声音"
    assert missing.startswith("neural_zh：不能读（missing no_such_package; `uv run --extra voice-zh")
    assert speaks.startswith(f"pyttsx3：能读（“{PHRASE}” 1.")


async def test_a_hall_with_recordings_hears_them(tmp_path: Path) -> None:
    record(tmp_path / "recorded", [f"zh/{PHRASE}.wav"], recording(1.2))
    report = await voice_report(voices(("recorded", "pyttsx3"), 150, tmp_path))
    assert report.hears == "recorded"
    assert len(report.texts) == 2


async def test_a_voice_that_speaks_ahead_says_so_and_an_odd_length_is_told() -> None:
    voice = ToneVoice("slow/1")
    voice.ahead_only = True
    report = await voice_report([voice], "请")
    assert report.hears == "slow"
    assert "提前合成" in report.texts[1].zh
    assert report.texts[2].zh == "“请”读成 0.1 秒，应为 1 至 3 秒"


async def test_a_hall_without_a_voice_is_told_that_it_hears_the_chime_only(tmp_path: Path) -> None:
    report = await voice_report(voices(("chime",), 150, tmp_path))
    assert report.hears == ""
    assert [text.en for text in report.texts] == [
        "the hall will hear the chime only",
        "chime: does not speak (this hall has the chime only)",
    ]


async def test_whoever_sets_the_hall_up_reads_no_name_of_ours_and_no_reason_of_a_machine(
    tmp_path: Path,
) -> None:
    (recorded,) = voices(("recorded",), 150, tmp_path)
    (chime,) = voices(("chime",), 150, tmp_path)
    child = ChildVoice(150)
    broken = ChildVoice(150, program=(sys.executable, "-c", "raise SystemExit"))
    neural = NeuralVoice(150, tmp_path, needs=("no_such_package",))
    told = [await how_it_is(voice) for voice in (recorded, neural, child, broken, chime)]
    await child.close()
    await broken.close()
    assert [state for state, _ in told] == ["missing", "missing", "ok", "failing", "missing"]
    texts = [text for _, text in told]
    assert not [t for t in texts for name in KINDS if name in t.zh or name in t.en]
    assert not [t for t in texts if re.search("[a-z]", t.zh.replace("hallqueue doctor", ""))]
