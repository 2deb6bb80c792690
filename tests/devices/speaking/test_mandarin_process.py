"""The program that speaks, as its parent runs it."""

import json
import subprocess
from pathlib import Path

import pytest

from server.devices.speaking.mandarin_process import speed
from server.devices.speaking.waves import read_wave
from server.devices.voices.neural_zh import PROGRAM, STYLE
from tests.patience import PATIENCE


def _ask(style: Path, folder: Path, *texts: str, to: Path) -> list[dict[str, object]]:
    lines = "".join(
        json.dumps({"text": text, "rate": 150, "path": str(to / f"{nth}.wav")}) + "\n"
        for nth, text in enumerate(texts)
    )
    program = [*PROGRAM, str(style), str(folder), "60"]
    done = subprocess.run(program, input=lines, check=True, capture_output=True, text=True, timeout=PATIENCE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_line_is_answered_and_what_cannot_be_said_stops_nothing(
    model_folder: Path, tmp_path: Path
) -> None:
    odd, call, silent = _ask(STYLE, model_folder, "请A001号", "到一号窗口", "", to=tmp_path)
    assert "'0'" in str(odd["cannot_say"])
    assert call["seconds"] == pytest.approx(read_wave(tmp_path / "1.wav").seconds)
    assert 1.0 < read_wave(tmp_path / "1.wav").seconds < 3.0
    assert silent == {"cannot_say": "nothing to say"}
    assert [path.name for path in tmp_path.iterdir()] == ["1.wav"]


def test_a_damaged_style_is_something_for_a_person_to_see_to(tmp_path: Path) -> None:
    (tmp_path / "style.bin").write_bytes(b"\0" * 522_240)
    (said,) = _ask(tmp_path / "style.bin", tmp_path, "到一号窗口", to=tmp_path)
    assert said == {"misconfigured": "style.bin is damaged; reinstall hallqueue"}


def test_a_line_that_is_no_question_is_an_error(tmp_path: Path) -> None:
    program = [*PROGRAM, str(STYLE), str(tmp_path), "60"]
    done = subprocess.run(program, input="{\n", check=True, capture_output=True, text=True, timeout=PATIENCE)
    assert "error" in json.loads(done.stdout)


def test_the_hall_sets_the_speed_within_what_stays_clear() -> None:
    assert [speed(rate) for rate in (60, 150, 160, 400)] == [
        0.85,
        0.95,
        pytest.approx(1.013, abs=0.001),
        1.15,
    ]


def test_where_to_go_is_said_slower() -> None:
    assert speed(150, slower=True) == 0.85
    assert speed(200, slower=True) == pytest.approx(1.133, abs=0.001)
