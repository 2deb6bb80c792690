"""Finding voices by folder."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.voices import open_voice, voice_kinds


def test_every_voice_in_the_folder_is_found_by_its_kind() -> None:
    assert {"chime", "neural_zh", "pyttsx3", "recorded"} <= set(voice_kinds())


@pytest.mark.parametrize("kind", sorted(voice_kinds()))
async def test_every_voice_keeps_the_promise_of_its_package(kind: str, tmp_path: Path) -> None:
    voice = open_voice(kind, 140, tmp_path)
    assert voice.name
    assert voice.rate == 140
    assert voice.ahead_only is (kind == "neural_zh")
    assert (voice_kinds()[kind].__doc__ or "").count("\n") == 0
    await voice.close()
    await voice.close()


def test_an_unknown_kind_needs_a_person_and_names_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured, match="'parrot'; there are chime, neural_zh, pyttsx3, recorded"):
        open_voice("parrot", 150, tmp_path)
