import pytest

from server.access.sources import Source, network


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_one_place_is_an_address_or_a_houses_network(address: str, place: str) -> None:
    assert network(address) == place
    assert Source(address=address).at == f"at:{place}"


def test_a_browsers_secret_is_kept_as_a_hash_only() -> None:
    assert "secret-1" not in Source(browser="secret-1").by_browser
    assert Source().by_browser == ""
