"""The hall without speech."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.voices.chime_only import open_voice


async def test_it_never_speaks_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable, match="chime only"):
        await open_voice(150, tmp_path).render("请A零零一号", "zh", tmp_path / "a.wav")
    assert not (tmp_path / "a.wav").exists()
