"""pyttsx3 in a child process, with real WAV files.

Checklist: 1 module docstring · 2 rate is an int, limits are arguments · 3 no voice at all is the store's
business, here everything is DeviceUnavailable · 4 a process of its own · 5 one limit on every exchange ·
6 health is kept by the store · 7 killed and hung children below · 8 closes twice · 9 real sound ·
10 tone_voice.py · 11 class docstring · 12 logs nothing.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

import numpy as np
import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.speaking.waves import read_wave
from server.devices.voices.pyttsx3_child import ChildVoice
from tests.patience import given_up, patience

CALL = "请A零零一号"


@pytest.mark.parametrize(
    ("text", "language"),
    [(CALL, "zh"), ("到十二号窗口办理", "zh"), ("Ticket A, 0 0 1,", "en"), ("please go to counter 3", "en")],
)
async def test_a_phrase_becomes_a_file_that_is_heard(tmp_path: Path, text: str, language: str) -> None:
    voice = ChildVoice(150)
    seconds = await voice.render(text, language, tmp_path / "a.wav")
    sound = read_wave(tmp_path / "a.wav")
    await voice.close()
    assert seconds == pytest.approx(sound.seconds)
    assert 1.0 < seconds < 4.0
    assert np.abs(sound.samples).max() > 0.3
    assert np.sqrt(np.mean(sound.samples**2)) > 0.03


async def test_a_child_killed_between_requests_is_replaced(tmp_path: Path) -> None:
    voice = ChildVoice(150)
    first = await voice.render(CALL, "zh", tmp_path / "a.wav")
    killed = voice.pid
    assert killed
    os.kill(killed, signal.SIGKILL)
    assert await voice.render(CALL, "zh", tmp_path / "b.wav") == pytest.approx(first, rel=0.02)
    assert voice.pid != killed
    await voice.close()


async def test_a_child_killed_in_the_middle_of_a_request_is_replaced_and_asked_again(tmp_path: Path) -> None:
    voice = ChildVoice(150)
    await voice.render(CALL, "zh", tmp_path / "a.wav")
    assert voice.pid
    os.kill(voice.pid, signal.SIGSTOP)  # the question will lie unanswered until the kill
    async with patience(), asyncio.TaskGroup() as group:
        render = group.create_task(voice.render(CALL, "zh", tmp_path / "b.wav"))
        group.create_task(asyncio.to_thread(os.kill, voice.pid, signal.SIGKILL))
    assert render.result() > 1
    assert (tmp_path / "b.wav").exists()
    await voice.close()


async def test_a_child_that_hangs_is_killed_and_the_request_repeated(tmp_path: Path) -> None:
    voice = ChildVoice(150, render_seconds=0.3)
    await voice.render(CALL, "zh", tmp_path / "a.wav")
    hung = voice.pid
    assert hung
    os.kill(hung, signal.SIGSTOP)
    assert await voice.render(CALL, "zh", tmp_path / "b.wav") > 1
    assert voice.pid != hung
    with pytest.raises(ProcessLookupError):
        os.kill(hung, 0)
    await voice.close()


@pytest.mark.parametrize(
    "program",
    [
        (sys.executable, "-c", "raise SystemExit(3)"),
        (sys.executable, "-c", "print('no json', flush=True); input()"),
        ("/no/such/program",),
    ],
)
async def test_a_child_that_cannot_live_makes_the_voice_unavailable(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    voice = ChildVoice(150, program=program)
    with pytest.raises(DeviceUnavailable, match="pyttsx3"):
        await voice.render(CALL, "zh", tmp_path / "a.wav")
    await voice.close()


async def test_after_an_abandoned_request_the_next_answer_is_not_mistaken(tmp_path: Path) -> None:
    voice = ChildVoice(150)
    short = await voice.render("一", "zh", tmp_path / "a.wav")
    assert voice.pid
    os.kill(voice.pid, signal.SIGSTOP)
    with pytest.raises(TimeoutError):
        async with given_up():
            await voice.render("一", "zh", tmp_path / "b.wav")
    assert await voice.render(CALL, "zh", tmp_path / "c.wav") > 2 * short
    await voice.close()


async def test_many_at_once_are_each_answered_with_their_own_sound(tmp_path: Path) -> None:
    voice = ChildVoice(150)
    texts = ["一" * length for length in (1, 4, 8, 16)]
    async with patience():
        seconds = await asyncio.gather(
            *(voice.render(text, "zh", tmp_path / f"{len(text)}.wav") for text in texts)
        )
    assert seconds == sorted(seconds)
    assert [read_wave(tmp_path / f"{len(text)}.wav").seconds for text in texts] == pytest.approx(seconds)
    await voice.close()
