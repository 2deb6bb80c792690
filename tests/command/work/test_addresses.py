"""What the terminal says of where a hall is opened."""

import pytest

from server.command.work import addresses as module
from server.command.work.addresses import addresses, pages

PAGES = {"kiosk", "lobby", "window", "counter", "guide", "evaluator", "manager", "reports", "setup"}


@pytest.fixture(autouse=True)
def on_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the kernel says of this machine, which differs from machine to machine."""
    monkeypatch.setattr(module, "own_address", lambda port: f"http://192.168.1.9:{port}")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_another_machine_is_led_to_the_machines_own_address(host: str) -> None:
    at = addresses(host, 8000)
    assert (at.near, at.elsewhere) == ("http://127.0.0.1:8000", "http://192.168.1.9:8000")
    assert at.widest == at.elsewhere


def test_the_public_address_wins() -> None:
    at = addresses("127.0.0.1", 8000, "https://hall.lan/")
    assert (at.near, at.widest) == ("http://127.0.0.1:8000", "https://hall.lan")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_where_nobody_else_comes_in_no_address_is_promised(host: str) -> None:
    at = addresses(host, 8000)
    assert at.elsewhere == ""
    assert at.widest == at.near == f"http://{'[::1]' if host == '::1' else '127.0.0.1'}:8000"


def test_a_server_at_one_address_is_found_there_from_here_too() -> None:
    at = addresses("192.168.1.9", 8000)
    assert at.near == at.elsewhere == "http://192.168.1.9:8000"


def test_without_a_network_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "own_address", lambda port: f"http://127.0.0.1:{port}")
    assert addresses("0.0.0.0", 8000).elsewhere == ""


def test_every_page_is_named_in_both_languages_or_in_what_can_be_written() -> None:
    lines = list(pages("http://10.0.0.1:8000", chinese=True))
    assert {line.split("/")[3] for line in lines} == PAGES
    assert lines[0].endswith("取号机  Kiosk")
    for line in pages("http://10.0.0.1:8000", chinese=False):
        line.encode("ascii")
