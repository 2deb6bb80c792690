"""The hall's zones as a small picture for slips: where a customer waits is black."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from server.devices.slip_strip import BLACK, GREY, WHITE, face, fitted, on_one_line, width_of
from server.domain.boards import Area
from server.domain.config import Zone

DEPTH = 0.4  # of the width: a map tells the way, it is no plan
BORDER, GAP = 2, 3  # dots
SMALLEST, LARGEST = 18, 34  # dots of writing; below that a zone bears its id


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMap:
    """What to draw."""

    zones: tuple[Zone, ...]
    here: str  # the zone a customer waits in
    language: str = "zh"

    @property
    def worth_drawing(self) -> bool:
        """A map without the customer's own zone helps nobody."""
        return any(zone.area and zone.id == self.here for zone in self.zones)


def zone_map(zones: Sequence[Zone], here: str, dots: int = 576, language: str = "zh") -> Image.Image:
    """Black and white, `dots` wide; zones without an area are left out."""
    sheet = Image.new("L", (dots, round(dots * DEPTH)), WHITE)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, sheet.width - 1, sheet.height - 1), outline=BLACK, width=1)
    for zone in zones:
        if zone.area:
            name = zone.name.in_(language)
            _zone(draw, _corners(zone.area, sheet.size), (name, zone.id), black=zone.id == here)
    return sheet.point(lambda grey: grey > GREY and WHITE, mode="1")


def _corners(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    left, top = round(width * area.x / 100), round(height * area.y / 100)
    right = round(width * (area.x + area.width) / 100)
    bottom = round(height * (area.y + area.height) / 100)
    return left + GAP, top + GAP, max(right - GAP - 1, left + GAP), max(bottom - GAP - 1, top + GAP)


def _zone(
    draw: ImageDraw.ImageDraw, corners: tuple[int, int, int, int], names: tuple[str, str], *, black: bool
) -> None:
    left, top, right, bottom = corners
    draw.rounded_rectangle(corners, 6, BLACK if black else WHITE, BLACK, BORDER)
    room = right - left - 4 * BORDER
    names = (on_one_line(names[0]), on_one_line(names[1]))
    name = names[0] if fitted(names[0], LARGEST, room) >= SMALLEST else names[1]
    size = max(min(fitted(name, LARGEST, room), bottom - top - 2 * BORDER), 1)
    if width_of(name, size) <= right - left:
        middle = ((left + right) / 2, (top + bottom) / 2)
        draw.text(middle, name, fill=WHITE if black else BLACK, font=face(size), anchor="mm")
