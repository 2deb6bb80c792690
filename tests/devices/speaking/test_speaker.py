"""The server's own sound card, with a player program that behaves as told."""

import os
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking import speaker
from server.devices.speaking.sounds import Sound
from server.devices.speaking.speaker import ServerSpeaker


def player(folder: Path, script: str) -> str:
    program = folder / "player"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def sound(tmp_path: Path) -> Sound:
    path = tmp_path / "call.wav"
    path.write_bytes(b"RIFF")
    return Sound(name="call", path=path, seconds=0.05)


async def test_a_sound_goes_to_the_device_that_was_named(tmp_path: Path, sound: Sound) -> None:
    said = tmp_path / "said"
    played = await ServerSpeaker("hall", player(tmp_path, f'echo "$@" > {said}')).play(sound)
    assert played == "played"
    assert said.read_text().split() == ["-q", "-D", "hall", str(sound.path)]


async def test_a_missing_sound_card_is_a_failure(tmp_path: Path, sound: Sound) -> None:
    assert await ServerSpeaker("hall", player(tmp_path, "exit 1")).play(sound) == "failed"


async def test_a_player_that_hangs_is_ended(
    tmp_path: Path, sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaker, "BEYOND", 0.2)
    reads = tmp_path / "reads"
    os.mkfifo(reads)
    assert await ServerSpeaker("hall", player(tmp_path, f"exec cat {reads}")).play(sound) == "failed"
    with pytest.raises(OSError, match="No such device"):  # nobody does, however far it came
        os.open(reads, os.O_WRONLY | os.O_NONBLOCK)


def test_no_player_is_a_matter_for_a_person() -> None:
    with pytest.raises(DeviceMisconfigured):
        ServerSpeaker("hall", "no-such-player")
