"""Finding strips by folder."""

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.strips import StripConfig, open_strip, strip_kinds


def test_every_strip_in_the_folder_is_found_by_its_kind() -> None:
    assert {"tcp_text", "serial_text"} <= set(strip_kinds())


@pytest.mark.parametrize("kind", sorted(strip_kinds()))
def test_every_strip_keeps_the_promise_of_its_package(kind: str) -> None:
    assert callable(open_strip(StripConfig(id="s", kind=kind, address="somewhere")).show)
    with pytest.raises(DeviceMisconfigured, match="s: ''"):
        open_strip(StripConfig(id="s", kind=kind, address=""))


def test_an_unknown_kind_needs_a_person_and_names_what_there_is() -> None:
    with pytest.raises(DeviceMisconfigured, match="'neon'; there are serial_text, tcp_text"):
        open_strip(StripConfig(id="s", kind="neon", address="x"))
