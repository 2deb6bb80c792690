"""Only new and changed network addresses are asked about, and the server's own never pass."""

from dataclasses import replace

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.pieces.boards import Strip
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.confirming import door_of, network_doors, unconfirmed
from tests.builders import a_config

K1 = PrinterConfig(id="K1", kind="tcp", address="192.168.1.50")


def hall(*printers: PrinterConfig) -> HallConfig:
    return a_config(printers=printers)


@pytest.mark.parametrize("typed", ["192.168.1.50", "192.168.1.50:9100", " 192.168.1.50:9100 "])
def test_a_door_is_the_same_however_it_was_typed(typed: str) -> None:
    assert door_of(typed) == "192.168.1.50:9100"
    assert network_doors(hall(replace(K1, address=typed))) == {"192.168.1.50:9100"}


def test_a_new_address_is_asked_about_until_it_is_confirmed() -> None:
    (asked,) = unconfirmed(hall(), hall(K1), ())
    assert (asked.where, "192.168.1.50" in asked.zh, "192.168.1.50" in asked.en) == (
        "printers[0].address",
        True,
        True,
    )
    assert unconfirmed(hall(), hall(K1), {"192.168.1.50:9100"}) == []
    assert unconfirmed(None, hall(K1), ()) == [asked]


def test_what_stands_in_the_set_up_is_not_asked_about_again() -> None:
    """A printer that is switched off keeps nobody from saving another setting, or its own name."""
    other = replace(K1, id="K2", dots=384)
    assert unconfirmed(hall(K1), hall(replace(K1, dots=384), other), ()) == []
    moved = replace(K1, address="192.168.1.51")
    assert [p.where for p in unconfirmed(hall(K1), hall(K1, moved), ())] == ["printers[1].address"]


def test_what_is_no_network_printer_is_not_asked_about() -> None:
    usb = PrinterConfig(id="K2", kind="usb", address="/dev/usb/lp0")
    assert unconfirmed(hall(), hall(usb, PrinterConfig(id="K3", kind="virtual")), ()) == []


def test_nobody_prints_at_the_servers_own_door() -> None:
    """C31."""
    own = replace(K1, address="localhost:8000")
    (refused,) = unconfirmed(hall(), hall(own), {"localhost:8000"}, own={"localhost:8000"})
    strip = Strip(id="door", kind="tcp_text", address="localhost:8000")
    (same,) = unconfirmed(hall(), a_config(strips=(strip,)), (), own={"localhost:8000"})
    assert (refused.where, same.where) == ("printers[0].address", "strips[0].address")
    assert "localhost:8000" in refused.zh
