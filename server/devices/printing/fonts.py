"""The fonts of slips: the first that has a letter writes it, and what none has is known by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.later import ImageFont

FIRST = "paperang_p2_fonts_cjk"  # made for small sizes; has what every hall needs
MORE = ("manimgx_fonts_cjk", "manimgx_fonts")  # all of GB 18030-2022 level 2; emoji
# What a system may have for the rest, and where systems keep fonts.
SYSTEM = re.compile(
    r"(HanaMin|TW-(Kai|Sung)|BabelStoneHan|Jigmo|Plangothic|Unifont).*\.(ttf|otf|ttc)", re.IGNORECASE
)
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FORMATS = frozenset({".ttf", ".otf", ".ttc"})
INSTEAD = "〓"  # what typesetters put where a letter is missing; every Chinese font has it

FACES = 16  # looked at of a collection

_NOBODYS = "\U0010ffff"  # a font without a character draws for it what it draws for this one
_TRIED = 24  # dots
_REGULAR = 400
_CHINESE = " SC"  # a collection's face with the forms of the mainland


@dataclass(frozen=True, slots=True)
class Font:
    """One face of a file."""

    path: Path
    index: int = 0

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return _opened(self, size)

    def has(self, letter: str) -> bool:
        return letter.isspace() or _has(self, letter)


@lru_cache(maxsize=64)
def _opened(font: Font, size: int) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(font.path, size, font.index, layout_engine=ImageFont.Layout.BASIC)
    if "wght" in font.path.name or "VF" in font.path.name:
        face.set_variation_by_axes([_REGULAR])
    return face


@lru_cache(maxsize=16384)
def _has(font: Font, letter: str) -> bool:
    return _drawn(font, letter) not in (b"", _box(font))


@cache
def _box(font: Font) -> bytes:
    return _drawn(font, _NOBODYS)


def _drawn(font: Font, letter: str) -> bytes:
    mask = font.at(_TRIED).getmask(letter)
    return bytes(mask) + str(mask.size).encode() if mask.getbbox() else b""


@cache
def typeface(package: str = FIRST) -> Path:
    """The font file of an installed package; DeviceMisconfigured if there is none that can write 请."""
    for path in _files(package):
        if Font(path).has("请"):
            return path
    raise DeviceMisconfigured(f"no Chinese font in the package {package}")


def _files(package: str) -> list[Path]:
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return [path for folder in folders for path in _in(Path(folder))]


def _in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in FORMATS)


_own: list[Path] = []


def use_own(folder: Path) -> None:
    """Fonts a hall's owner put into this folder come right behind the first."""
    _own[:] = [folder]
    for known in (_chain, _system, font_of):
        known.cache_clear()


@lru_cache(maxsize=16384)
def font_of(letter: str) -> Font | None:
    """The first font that has the letter."""
    return next((font for font in (*_chain(), *_system_if_needed(letter)) if font.has(letter)), None)


def _system_if_needed(letter: str) -> Iterable[Font]:
    return _system() if not any(font.has(letter) for font in _chain()) else ()


@cache
def _chain() -> tuple[Font, ...]:
    own = [path for folder in _own for path in _in(folder)]
    packaged = [path for package in MORE for path in _files(package) if _writes(path)]
    return (Font(typeface()), *_faces([*own, *packaged]))


def _writes(path: Path) -> bool:
    """Of a package with the scripts of the world: hanzi and emoji."""
    return "CJK" in path.name or "Emoji" in path.name


@cache
def _system() -> tuple[Font, ...]:
    """Looked for once, and only when a letter is in no other font."""
    folders = [Path(folder).expanduser() for folder in FOLDERS]
    return tuple(_faces(path for folder in folders for path in _in(folder) if SYSTEM.match(path.name)))


def _faces(paths: Iterable[Path]) -> Iterator[Font]:
    """What is no font is passed over: an owner's folder may hold anything."""
    for path in paths:
        try:
            yield Font(path, _index(path))
        except OSError:
            continue


def _index(path: Path) -> int:
    if path.suffix.lower() != ".ttc":
        ImageFont.truetype(path, _TRIED)
        return 0
    names: list[str] = []
    try:
        while len(names) < FACES:
            names.append(ImageFont.truetype(path, _TRIED, len(names)).getname()[0] or "")
    except OSError:
        if not names:
            raise
    return next((n for n, name in enumerate(names) if name.endswith(_CHINESE)), 0)
