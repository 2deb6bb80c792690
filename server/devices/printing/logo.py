"""A hall's logo as the black and white dots a slip can carry."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.later import PIL, Image, ImageChops, ImageOps

WIDTH, HEIGHT = 576, 160  # dots
LARGEST = 5_000_000  # bytes
MOST_PIXELS = 50_000_000  # what unpacks to more is a trap
MIDDLE = 127
WHITE = 255


def as_logo(data: bytes, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """1 bit, scaled down to fit; DeviceMisconfigured says what is wrong with a picture that is none."""
    if len(data) > LARGEST:
        raise DeviceMisconfigured(f"the logo is larger than {LARGEST // 1_000_000} MB")
    grey = _cropped(_grey(data))
    grey.thumbnail((width, height), Image.Resampling.LANCZOS)
    return grey.point(lambda value: value > MIDDLE and WHITE, mode="1")


def _grey(data: bytes) -> Image.Image:
    """On white paper, whatever shines through."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise DeviceMisconfigured("the logo has too many pixels")
                clear = picture.convert("RGBA")
    except (PIL.UnidentifiedImageError, OSError, ValueError, SyntaxError) as problem:
        raise DeviceMisconfigured("the logo is no picture") from problem
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as trap:
        raise DeviceMisconfigured("the logo has too many pixels") from trap
    paper = Image.new("RGBA", clear.size, "white")
    return ImageOps.autocontrast(Image.alpha_composite(paper, clear).convert("L"))


def _cropped(grey: Image.Image) -> Image.Image:
    """Without the white around it, which costs paper."""
    ink = ImageChops.invert(grey).point(lambda value: value > MIDDLE and WHITE)
    box = ink.getbbox()
    if box is None:
        raise DeviceMisconfigured("the logo is white: nothing of it would be printed")
    return grey.crop(box)


@lru_cache(maxsize=8)
def logo_of(path: Path, width: int, height: int) -> Image.Image:
    """A logo's file is named by its content, so it never changes."""
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise DeviceMisconfigured(f"the logo {path.name} cannot be read") from missing
    return as_logo(data, width, height)
