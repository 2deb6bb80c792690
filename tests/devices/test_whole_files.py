"""Whoever makes a file at the same time as another takes nothing from it."""

import asyncio
from pathlib import Path

import pytest

from server.devices.speaking.sounds import Reading, SoundStore
from server.devices.whole_files import appearing
from tests.devices.tone_voice import ToneVoice


def test_two_who_make_one_file_each_have_their_own_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with appearing(path) as first:
        first.write_bytes(b"first")
        with appearing(path) as second:
            second.write_bytes(b"second")
        assert path.read_bytes() == b"second"
    assert path.read_bytes() == b"first"
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_what_fails_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"before")
    with pytest.raises(FileNotFoundError), appearing(path) as part:
        part.with_name("b.wav").read_bytes()
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


async def test_one_call_asked_for_by_many_at_once_is_heard_by_all(tmp_path: Path) -> None:
    """A test of the voice failed when the hall's own words were joined in the same moment."""
    store = SoundStore(tmp_path, [ToneVoice()])
    for number in ("A001", "A002", "A003"):
        call = [Reading(language="zh", texts=(number, "请"))]
        sounds = await asyncio.gather(*(store.call_sound(call) for _ in range(12)))
        assert len({sound.name for sound in sounds}) == 1
        assert sounds[0].path.is_file()
    assert not list(tmp_path.glob("*.part"))
