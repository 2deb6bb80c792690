"""What backup and restore say."""

import pytest

from server.safekeeping.texts import SAYS, both

PLACES = dict.fromkeys(
    ("file", "folder", "why", "data", "name", "release", "files", "what", "login", "said", "most"), "x"
)


@pytest.mark.parametrize("name", SAYS)
def test_both_languages_are_filled(name: str) -> None:
    zh, *en = both(name, **PLACES).split("\n")
    assert zh
    assert en
    assert "{" not in both(name, **PLACES)
