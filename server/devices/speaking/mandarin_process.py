"""A program of its own: one JSON question a line, spoken by the neural voice, one JSON answer a line.

Its arguments are the style file, the folder where the joined model is kept, and after how many seconds
without a question it ends: the model holds 400 MB. Whoever asks then starts it anew.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.mandarin_model import MandarinModel
from server.devices.speaking.mandarin_phonemes import Unsayable, tokens
from server.devices.speaking.mandarin_words import names_a_place, worded
from server.devices.speaking.waves import write_wave
from server.low_priority import step_back

_USUAL_RATE = 150  # words per minute, as halls set it
_USUAL_SPEED = 0.95
_SLOWER_SPEED = 0.85
_SPEEDS = (0.85, 1.15)  # slower adds a false start, faster was never tried
_BACK = 10  # steps


def answer(model: Callable[[], MandarinModel], question: dict[str, Any]) -> dict[str, Any]:
    """Raise Unsayable, without having waited for the model; ValueError when the text was not said."""
    sounds = tokens(worded(question["text"]))
    sound = model().speak(sounds, speed(question["rate"], slower=names_a_place(question["text"])))
    write_wave(Path(question["path"]), sound)
    return {"seconds": sound.seconds}


def speed(rate: int, *, slower: bool = False) -> float:
    """Where to go is said slower: 十七号 in a hurry is heard as 时期号."""
    usual = _SLOWER_SPEED if slower else _USUAL_SPEED
    return min(max(usual * rate / _USUAL_RATE, _SPEEDS[0]), _SPEEDS[1])


def next_line(idle: float) -> bytes:
    """Empty when the parent has gone; does not return when it asks nothing for so long."""
    bored = Timer(idle, os._exit, [0])
    bored.start()
    line = sys.stdin.buffer.readline()
    bored.cancel()
    return line


def main() -> None:
    step_back(_BACK)
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answers
    style, folder, idle = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    model = cache(lambda: MandarinModel(style, folder))  # loaded at the first question
    while line := next_line(idle):
        try:
            reply = answer(model, json.loads(line))
        except Unsayable as sign:
            reply = {"cannot_say": str(sign)}
        except DeviceMisconfigured as why:
            reply = {"misconfigured": str(why)}
        except Exception as error:  # noqa: BLE001  # the edge of a process: the parent decides
            reply = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(reply) + "\n")


if __name__ == "__main__":
    main()
