from dataclasses import replace

import pytest

from server.access.devices import Device
from server.access.refusals import AccessRefused
from server.access.roles import DEVICE_ROLES
from server.api.doors.places import (
    NEEDS_A_COUNTER,
    ROLES_OF,
    RolePlaces,
    place_text,
    require_place,
    role_places,
)
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.text import Text
from tests.builders import a_config
from tests.hall_made import NOW


def a_device(role: str, place: str) -> Device:
    return Device(
        device_id="d",
        kind="device",
        name="d",
        role=role,
        place=place,
        paired_at=NOW,
        paired_by="x",
        revoked_at=None,
    )


def of(role: str, found: tuple[RolePlaces, ...]) -> RolePlaces:
    return next(one for one in found if one.id == role)


def test_every_role_is_some_screens_and_every_screen_has_one() -> None:
    assert {role for roles in ROLES_OF.values() for role in roles} == set(DEVICE_ROLES)
    assert [one.id for one in role_places(a_config(), [], [])] == list(DEVICE_ROLES)


def test_displays_stand_at_counters_kiosks_at_printers_and_boards_in_zones() -> None:
    config = replace(
        a_config(), printers=(PrinterConfig(id="p1", name=Text("门口", "Door"), kind="tcp", address="x"),)
    )
    found = role_places(config, ["p1", "slips"], [])
    assert [p.id for p in of("window_display", found).places] == [c.id for c in config.counters]
    assert [(p.id, p.name.zh) for p in of("kiosk", found).places] == [("p1", "门口"), ("slips", "")]
    assert [p.id for p in of("lobby_board", found).places] == [z.id for z in config.zones]
    assert of("print_agent", found).places == ()


def test_a_place_where_such_a_device_stands_is_taken_until_it_is_revoked() -> None:
    config = a_config()
    first = config.counters[0].id
    there = a_device("window_display", first)
    for device, taken in (
        (there, True),
        (replace(there, revoked_at=NOW), False),
        (a_device("keypad", first), False),
    ):
        assert of("window_display", role_places(config, [], [device])).places[0].taken is taken


def test_before_the_hall_is_set_up_there_is_no_place() -> None:
    assert all(one.places == () for one in role_places(None, ["p1"], []) if one.id != "kiosk")


@pytest.mark.parametrize("role", sorted(NEEDS_A_COUNTER))
def test_what_belongs_to_a_counter_needs_one_that_is_there(role: str) -> None:
    config = a_config()
    require_place(config, role, config.counters[0].id)
    require_place(config, "kiosk", "anywhere")
    for place in ("", "99"):
        with pytest.raises(AccessRefused):
            require_place(config, role, place)


@pytest.mark.parametrize(
    ("role", "place", "zh"),
    [
        ("counter_screen", "1", "1 号窗口"),
        ("kiosk", "p1", "东门打印机"),
        ("kiosk", "gone", "gone"),
        ("kiosk", "", "默认打印机"),
        ("lobby_board", "", "全厅"),
        ("admin", "", ""),
    ],
)
def test_where_a_device_stands_is_said_by_name(role: str, place: str, zh: str) -> None:
    printer = PrinterConfig(id="p1", name=Text("东门打印机", ""), kind="virtual")
    assert place_text(a_config(printers=(printer,)), role, place).zh == zh
