"""Which roles a screen that asks to be paired can have, and where a device of a role can stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.access.devices import Device
from server.access.refusals import AccessRefused
from server.access.roles import DEVICE_ROLES
from server.domain.config.config import HallConfig
from server.domain.screens import SCREENS, At
from server.domain.text import Text

ROLES_OF: Mapping[str, tuple[str, ...]] = {
    name: screen.devices for name, screen in SCREENS.items() if screen.devices
}
STANDS_AT: Mapping[str, At] = {role: screen.at for screen in SCREENS.values() for role in screen.devices}
WITHOUT_PLACE = {
    "lobby_board": Text("全厅", "the whole hall"),
    "kiosk": Text("默认打印机", "the first printer"),
}
NOTHING = Text("", "")
NEEDS_A_COUNTER = frozenset(role for role, at in STANDS_AT.items() if at is At.COUNTER)


def screens_of(role: str) -> tuple[str, ...]:
    """The pages a device of this role shows."""
    return tuple(screen for screen, roles in ROLES_OF.items() if role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`taken`: a device of the same role stands there already."""

    id: str
    name: Text
    taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePlaces:
    """A device's role with the places to choose from; a board without a place speaks for the whole hall."""

    id: str
    name: Text
    needs_place: bool
    places: tuple[Place, ...]


def role_places(
    config: HallConfig | None, printers: Iterable[str], devices: Iterable[Device]
) -> tuple[RolePlaces, ...]:
    taken = {(d.role, d.place) for d in devices if d.revoked_at is None}
    return tuple(
        RolePlaces(
            id=role,
            name=name,
            needs_place=role in NEEDS_A_COUNTER,
            places=tuple(
                Place(id=place, name=called, taken=(role, place) in taken)
                for place, called in _places(role, config, printers)
            ),
        )
        for role, name in DEVICE_ROLES.items()
    )


def place_text(config: HallConfig | None, role: str, place: str) -> Text:
    """A counter's, a printer's or a zone's name; what has none is called by its id."""
    if not place:
        return WITHOUT_PLACE.get(role, NOTHING)
    known = dict(_places(role, config, ())).get(place, NOTHING) if role in STANDS_AT else NOTHING
    return Text(place, place) if known == NOTHING else known


def require_place(config: HallConfig | None, role: str, place: str) -> None:
    """Refuse with `unknown_place` a display at a counter that is not there."""
    if role in NEEDS_A_COUNTER and (config is None or place not in config.counter):
        raise AccessRefused("unknown_place", place=place)


def _places(role: str, config: HallConfig | None, printers: Iterable[str]) -> list[tuple[str, Text]]:
    if config is None:
        return []
    match STANDS_AT[role]:
        case At.COUNTER:
            return [(c.id, c.name) for c in config.counters]
        case At.ZONE:
            return [(z.id, z.name) for z in config.zones]
        case At.PRINTER:
            named = {p.id: p.name for p in config.printers}
            return [(one, named.get(one) or Text("", "")) for one in dict.fromkeys((*named, *printers))]
        case At.HALL:
            return []
