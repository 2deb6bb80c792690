"""The hall's zones as a small picture for slips: where a customer waits is black."""

from dataclasses import dataclass
from functools import lru_cache

from server.devices.printing.lettering import Ink
from server.devices.printing.slip_strip import Column
from server.devices.printing.slip_words import fitted, on_one_line, width_of
from server.domain.config.config import Zone
from server.domain.config.pieces.boards import Area

DEPTH = 0.4  # of the width: a map tells the way, it is no plan
BORDER, GAP = 2, 3  # dots
SMALLEST, LARGEST = 18, 34  # dots of writing; below that a zone bears its id


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMap:
    """What to draw."""

    zones: tuple[Zone, ...]
    own: str  # the zone a customer waits in
    language: str = "zh"

    @property
    def worth_drawing(self) -> bool:
        """A map without the customer's own zone helps nobody."""
        return any(zone.area and zone.id == self.own for zone in self.zones)


@lru_cache(maxsize=16)
def zone_map(zones: tuple[Zone, ...], own: str, dots: int = 576, language: str = "zh") -> Ink:
    """Black and white, `dots` wide; zones without an area are left out."""
    height = round(dots * DEPTH)
    sheet = Column(0, dots)
    sheet.box((0, 0, dots, height), hollow=1)
    for zone in zones:
        if zone.area:
            name = zone.name.in_(language)
            _zone(sheet, _corners(zone.area, (dots, height)), (name, zone.id), black=zone.id == own)
    sheet.y = height
    return sheet.paint(dots)


def _corners(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    left, top = round(width * area.x / 100), round(height * area.y / 100)
    right = round(width * (area.x + area.width) / 100)
    bottom = round(height * (area.y + area.height) / 100)
    return left + GAP, top + GAP, max(right - GAP, left + GAP + 1), max(bottom - GAP, top + GAP + 1)


def _zone(sheet: Column, corners: tuple[int, int, int, int], names: tuple[str, str], *, black: bool) -> None:
    left, top, right, bottom = corners
    radius = max(min(6, (right - left) // 2 - 1, (bottom - top) // 2 - 1), 0)
    sheet.box(corners, radius=radius, hollow=0 if black else BORDER)
    room = right - left - 4 * BORDER
    names = (on_one_line(names[0]), on_one_line(names[1]))
    name = names[0] if fitted(names[0], LARGEST, room) >= SMALLEST else names[1]
    size = max(min(fitted(name, LARGEST, room), bottom - top - 2 * BORDER), 1)
    if width_of(name, size) <= right - left:
        inside = Column(left, right - left, (top + bottom - round(size * 1.2)) // 2, sheet.marks)
        inside.words(name, size, align=0.5, white=black)
