import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from server.devices.errors import DeviceMisconfigured
from server.devices.printing import logo
from server.devices.printing.logo import as_logo, logo_of


def picture(mode: str = "RGB", size: tuple[int, int] = (900, 300), kind: str = "PNG", **more: Any) -> bytes:
    """A dark bar on light ground."""
    sheet = Image.new(mode, size, "white" if mode != "RGBA" else (0, 0, 0, 0))
    sheet.paste(
        "navy" if mode != "L" else 40, (size[0] // 9, size[1] // 3, size[0] * 8 // 9, size[1] * 2 // 3)
    )
    kept = io.BytesIO()
    sheet.save(kept, kind, **more)
    return kept.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_a_picture_becomes_black_dots_that_fit(mode: str) -> None:
    dots = as_logo(picture(mode))
    assert (dots.mode, dots.width) == ("1", 576)
    assert dots.height <= 160
    assert (~np.asarray(dots)).mean() > 0.95  # the bar without the ground around it


def test_it_is_made_smaller_and_never_larger() -> None:
    assert as_logo(picture(size=(90, 30))).width == 70
    assert as_logo(picture(size=(300, 3000))).height == 160
    assert as_logo(picture(kind="JPEG"), 372, 103).width <= 372


@pytest.mark.parametrize("data", [b"", b"GIF", b"<svg/>", picture()[:200]])
def test_what_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(DeviceMisconfigured, match="no picture"):
        as_logo(data)


def test_a_picture_too_large_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DeviceMisconfigured, match="larger than 5 MB"):
        as_logo(bytes(5_000_001))
    monkeypatch.setattr(logo, "MOST_PIXELS", 1000)
    with pytest.raises(DeviceMisconfigured, match="too many pixels"):
        as_logo(picture())


def test_a_white_picture_is_said() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (90, 30), "white").save(blank, "PNG")
    with pytest.raises(DeviceMisconfigured, match="white"):
        as_logo(blank.getvalue())


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured, match=r"logo7\.png"):
        logo_of(tmp_path / "logo7.png", 576, 160)
