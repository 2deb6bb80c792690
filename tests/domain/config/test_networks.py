"""Which networks can be a hall's, and who is in one."""

import pytest

from server.domain.config.networks import is_within, network_of, networks_of
from server.domain.config.soundness.soundness import problems
from tests.builders import a_config

TWO = "192.168.8.0/24 fd00:8::/64"


@pytest.mark.parametrize(
    ("address", "is_in"),
    [
        ("192.168.8.77", True),
        ("::ffff:192.168.8.77", True),
        ("fd00:8::1%wlan0", True),
        ("192.168.9.77", False),
        ("fd00:9::1", False),
        ("", False),
        ("testclient", False),
        ("192.168.8.77, 10.0.0.1", False),
    ],
)
def test_who_is_in_the_hall_s_network(address: str, is_in: bool) -> None:
    assert is_within(address, TWO) is is_in


@pytest.mark.parametrize(
    "word", ["0.0.0.0/0", "10.0.0.0/8", "::/0", "fd00::/8", "127.0.0.0/24", "224.0.0.0/24", "hall", "1.2.3"]
)
def test_what_no_hall_has_is_refused_and_would_let_nobody_in(word: str) -> None:
    assert network_of(word) is None
    assert networks_of(word) == ()
    (problem,) = problems(a_config(hall_networks=f"192.168.8.0/24, {word}"))
    assert problem.where == "hall_networks"
    assert word in problem.zh


@pytest.mark.parametrize("text", ["", TWO, "192.168.8.1/24，203.0.113.9、10.2.0.0/16"])
def test_networks_are_written_as_people_write_lists(text: str) -> None:
    assert problems(a_config(hall_networks=text)) == []
    assert not is_within("192.168.7.1", text)
