"""Large libraries that no hall needs to open its doors: each is loaded when something of it is first used.

What reckons, draws or joins sounds says `from server.later import np`; a server that has opened its doors
loads them all at its leisure (`load`), so that the first customer's slip does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["PIL", "Image", "ImageChops", "ImageDraw", "ImageFont", "ImageOps", "load", "np", "pypdf", "segno"]


class Later:
    """Stands for a module; what was once asked of it is at hand from then on."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, asked: str) -> Any:
        attribute = getattr(import_module(self._name), asked)
        setattr(self, asked, attribute)
        return attribute


NAMES = ("numpy", "segno", "PIL.Image", "PIL.ImageChops", "PIL.ImageDraw", "PIL.ImageFont", "PIL.ImageOps")

if TYPE_CHECKING:
    import numpy as np
    import PIL
    import pypdf
    import segno
    from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps
else:
    np, segno, pypdf = Later("numpy"), Later("segno"), Later("pypdf")
    PIL, Image, ImageOps = Later("PIL"), Later("PIL.Image"), Later("PIL.ImageOps")
    ImageChops, ImageDraw, ImageFont = (Later(f"PIL.Image{part}") for part in ("Chops", "Draw", "Font"))


def load() -> None:
    """All of them; a second of a slow machine, so beside the loop."""
    for name in NAMES:
        import_module(name)
