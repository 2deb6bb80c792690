"""Every screen is stated once and stands everywhere."""

import json

import pytest
from pydantic import TypeAdapter

from deploy.typescript import WIRE
from server.access.roles import DEVICE_ROLES, ROLES
from server.api.public.pages import PAGES
from server.domain.screens import SCREENS, At, Looking
from server.domain.views.names import nobody
from server.routing.fair_share import pick
from tests.builders import MORNING, Story

SHOWING = [name for name, screen in SCREENS.items() if screen.view]


@pytest.mark.parametrize("name", SHOWING)
def test_a_screen_shows_its_own_view(name: str) -> None:
    screen, hall = SCREENS[name], Story().hall
    assert screen.show is not None
    look = Looking(hall=hall, now=MORNING, place="1", waits=dict, pick=pick, name_of=nobody)
    view = screen.show(look)
    assert type(view) is screen.view
    assert json.loads(TypeAdapter(type(view)).dump_json(view))


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_its_names_and_opens_for_roles_that_there_are(name: str) -> None:
    screen = SCREENS[name]
    assert all((screen.name.zh, screen.name.en, screen.title.zh, screen.title.en))
    assert screen.opened_by <= set(ROLES)
    assert set(screen.devices) <= screen.opened_by & set(DEVICE_ROLES)
    assert f"  {name}: {{ at: " in WIRE.read_text(encoding="utf-8")


def test_every_screen_that_shows_something_has_its_page() -> None:
    assert set(SHOWING) <= set(PAGES)


def test_who_calls_or_is_called_is_shown_at_a_counter() -> None:
    """C27: what a screen sees hangs on its place where that is a counter."""
    assert {name for name, screen in SCREENS.items() if screen.at is At.COUNTER} == {
        "counter",
        "window",
        "evaluator",
    }
