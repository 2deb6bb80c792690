from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.refusals import AccessRefused
from server.access.secrets import token_hash
from server.tables import DeviceRow

from .conftest import NOW

MANAGER = "person:1001"


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(AccessRefused) as refused:
        act()
    return refused.value.code


def holder(devices: Devices, token: str) -> Actor | None:
    return devices.find(token_hash(token))


def new(devices: Devices, name: str = "K1", role: str = "kiosk", place: str = "slips-1") -> str:
    return devices.issue_token(name, role, place, by=MANAGER, now=NOW)


def test_a_device_is_known_by_its_token(devices: Devices) -> None:
    assert holder(devices, new(devices)) == Actor(
        id="device:k1", kind="device", role="kiosk", name="K1", place="slips-1"
    )
    assert holder(devices, "anything") is None


def test_the_file_never_holds_the_token(devices: Devices, engine: Engine) -> None:
    token = new(devices)
    with Session(engine) as session:
        (row,) = session.exec(select(DeviceRow))
    assert row.token_hash == token_hash(token)
    assert token not in repr(row)


def test_a_token_with_a_persons_role_is_a_scripts(devices: Devices) -> None:
    actor = holder(devices, new(devices, "AB12", "region_office", ""))
    assert actor is not None
    assert (actor.id, actor.kind) == ("script:ab12", "script")


@pytest.mark.parametrize(
    ("name", "device_id"),
    [
        ("Kiosk 2 (door)", "kiosk-2-door"),
        ("取号机１", "取号机1"),
        ("--", "kiosk"),
        ("device:k1", "device-k1"),
    ],
)
def test_an_id_is_made_from_the_name(devices: Devices, name: str, device_id: str) -> None:
    new(devices, name)
    assert [d.device_id for d in devices.list()] == [device_id]


def test_no_id_is_given_twice_not_even_a_revoked_ones(devices: Devices) -> None:
    new(devices)
    devices.revoke("k1", NOW)
    new(devices)
    new(devices)
    assert [d.device_id for d in devices.list()] == ["k1", "k1-2", "k1-3"]


def test_devices_named_alike_at_the_same_moment_get_ids_of_their_own(devices: Devices) -> None:
    with ThreadPoolExecutor(4) as threads:
        tokens = list(threads.map(lambda _: new(devices), range(4)))
    actors = [holder(devices, token) for token in tokens]
    assert {a.id for a in actors if a} == {"device:k1", "device:k1-2", "device:k1-3", "device:k1-4"}


def test_a_device_gets_another_name_and_place_and_keeps_its_id(devices: Devices) -> None:
    token, before = new(devices), devices.revision
    devices.change("k1", name="门口取号机")
    devices.change("k1", place="slips-2")
    assert devices.revision > before
    assert holder(devices, token) == Actor(
        id="device:k1", kind="device", role="kiosk", name="门口取号机", place="slips-2"
    )
    assert devices.find_device("k1").place == "slips-2"
    devices.revoke("k1", NOW)
    assert code_of(lambda: devices.change("k1", name="x")) == "unknown_device"
    assert code_of(lambda: devices.find_device("k9")) == "unknown_device"


def test_a_revoked_device_is_unknown_and_stays_in_the_list(devices: Devices) -> None:
    token = new(devices)
    later = NOW + timedelta(hours=1)
    devices.revoke("k1", later)
    assert holder(devices, token) is None
    (device,) = devices.list()
    assert (device.paired_at, device.paired_by, device.revoked_at) == (NOW, MANAGER, later)


def test_a_new_token_ends_the_old_one(devices: Devices) -> None:
    old = new(devices)
    token = devices.rotate("k1")
    assert holder(devices, old) is None
    actor = holder(devices, token)
    assert actor is not None
    assert actor.id == "device:k1"


def test_what_is_not_there_can_be_neither_revoked_nor_renewed(devices: Devices) -> None:
    assert code_of(lambda: devices.revoke("k9", NOW)) == "unknown_device"
    assert code_of(lambda: devices.rotate("k9")) == "unknown_device"
    new(devices)
    devices.revoke("k1", NOW)
    assert code_of(lambda: devices.rotate("k1")) == "unknown_device"
    assert code_of(lambda: devices.revoke("k1", NOW)) == "unknown_device"


@pytest.mark.parametrize("role", ["system", "root", ""])
def test_a_token_needs_a_role_there_is(devices: Devices, role: str) -> None:
    assert code_of(lambda: new(devices, role=role)) == "unknown_role"
    assert not devices.list()


def test_a_screen_shows_a_code_a_manager_types_it_and_the_screen_gets_its_token(devices: Devices) -> None:
    waiting, secret = devices.ask_to_pair("window", NOW)
    assert devices.claim(secret, NOW) is None
    assert devices.pair(waiting.code, "窗口屏 3", "window_display", "3", by=MANAGER, now=NOW) == "window"
    token = devices.claim(secret, NOW)
    assert token is not None
    assert holder(devices, token) == Actor(
        id="device:窗口屏-3", kind="device", role="window_display", name="窗口屏 3", place="3"
    )
    assert devices.list()[0].paired_by == MANAGER
    assert code_of(lambda: devices.claim(secret, NOW)) == "code_expired"


@pytest.mark.parametrize("role", ["admin", "clerk", "system", "root"])
def test_a_code_never_makes_a_screen_a_person(devices: Devices, role: str) -> None:
    waiting, secret = devices.ask_to_pair("lobby", NOW)
    assert code_of(lambda: devices.pair(waiting.code, "x", role, "", by=MANAGER, now=NOW)) == "unknown_role"
    assert devices.claim(secret, NOW) is None


def test_a_device_of_another_hall_in_the_same_file_is_unknown_here(devices: Devices, engine: Engine) -> None:
    elsewhere = Devices(engine, "h2")
    token = new(devices)
    assert holder(elsewhere, token) is None
    assert code_of(lambda: elsewhere.revoke("k1", NOW)) == "unknown_device"
    new(elsewhere)
    assert [d.device_id for d in elsewhere.list()] == ["k1"]
