"""The hall from above: zones, and counters with what they do now (O41)."""

from dataclasses import dataclass

from server.domain.config.pieces.boards import Area, Spot
from server.domain.hall import CounterState, Hall
from server.domain.text import Text

STATES = {CounterState.CLOSED: "closed", CounterState.PAUSED: "paused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapZone:
    """`here`: the board that shows the map hangs in it."""

    id: str
    name: Text
    area: Area
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCounter:
    """`state` is "open", "paused" or "closed"."""

    id: str
    name: Text
    spot: Spot
    state: str
    room: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HallMap:
    zones: tuple[MapZone, ...]
    counters: tuple[MapCounter, ...]


def hall_map(hall: Hall, place: str) -> HallMap | None:
    """None for a hall that has drawn neither zone nor counter."""
    config = hall.setup
    zones = tuple(
        MapZone(id=z.id, name=z.name, area=z.area, here=z.id == place)
        for z in config.zones
        if z.area is not None
    )
    counters = tuple(
        MapCounter(
            id=c.id,
            name=c.name,
            spot=c.spot,
            state=STATES.get(hall.counters[c.id].state, "open"),
            room=c.room,
        )
        for c in config.counters
        if c.spot is not None
    )
    return HallMap(zones=zones, counters=counters) if zones or counters else None
