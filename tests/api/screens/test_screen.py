"""What a connected screen is called."""

import pytest

from server.access.actors import Actor
from server.api.screens.screen import Screen
from server.watchers.screens.push_views import Audience

BOARD = Actor(id="device:board", kind="device", role="lobby_board", name="board", place="")
CLERK = Actor(id="person:1201", kind="person", role="clerk", name="张伟", place="3")


@pytest.mark.parametrize(
    ("actor", "screen", "place", "name"),
    [
        (BOARD, "lobby", "", "lobby:board"),
        (BOARD, "lobby", "east", "lobby:east"),
        (CLERK, "manager", "", "manager"),
        (CLERK, "counter", "3", "counter:3"),
    ],
)
def test_a_screen_is_known_by_its_place_or_its_device_and_never_by_a_person(
    actor: Actor, screen: str, place: str, name: str
) -> None:
    here = Screen(token="t", actor=actor, audience=Audience(screen, place), place=place)
    assert (here.name, here.screen) == (name, screen)
