"""Whatever happened: what every screen was sent is what a view made from nothing would say, byte for byte.

And each view looks at no slot of the hall but those its screen is said to see, so that where none of them has
changed it need not be made again.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from inspect import isfunction
from typing import Any, cast

from hypothesis import settings
from hypothesis.stateful import invariant
from pydantic import TypeAdapter

from server.domain.areas import AREAS
from server.domain.hall import Hall
from server.domain.kept import CACHES
from server.domain.screens import SCREENS, Looking
from server.domain.views.names import nobody
from server.insight.waits import estimate
from server.watchers.screens.mailbox import Mailbox
from server.watchers.screens.push_views import Audience, Views
from server.watchers.screens.written import Written
from tests.test_hall_machine import HallMachine

adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
SLOTS = frozenset(slot for area in AREAS for slot in area.slots)
COUNTERS = [*"135"]
AUDIENCES = (
    *(Audience(screen, place) for place in COUNTERS for screen in ("counter", "window", "evaluator")),
    *(Audience(screen, "") for screen in ("manager", "guide", "lobby", "kiosk")),
    Audience("lobby", "A"),
    Audience("kiosk", "kiosk-1"),
)


class Screens(HallMachine):
    """The hall machine with a screen of each kind at each place."""

    def __init__(self) -> None:
        super().__init__()
        self.views = Views(self, lambda: self.now)
        self.boxes: dict[Audience, Mailbox] = {}
        self.shows: dict[Audience, bytes] = {}

    @invariant()
    def every_screen_shows_what_is(self) -> None:
        if self.hall.config is None:
            return
        for audience in AUDIENCES:
            if audience.place in COUNTERS and audience.place not in self.hall.counters:
                continue
            before = self.views._made_of.get(audience)
            if before is not None and not self.views.concerns(audience):
                assert self.shown(before, audience) == self.shown(self.hall, audience), audience
            self.look(audience)
            if audience.place in ("", "1"):
                self.looks_at_nothing_else(audience)
            made = made_from_nothing(self.views, audience)
            assert self.shows[audience] == made[0], audience
            assert json.loads(made[0]) == json.loads(made[1]), audience

    def looks_at_nothing_else(self, audience: Audience) -> None:
        hall, screen = Watched(self.hall), SCREENS[audience.screen]
        assert screen.show is not None
        with nothing_known():
            screen.show(
                Looking(
                    hall=cast(Hall, hall),
                    now=self.now,
                    place=audience.place,
                    waits=lambda: estimate(cast(Hall, hall), self.now),
                    pick=self.pick,
                    name_of=nobody,
                )
            )
        assert hall.looked_at
        assert hall.looked_at <= (SLOTS if screen.sees is None else screen.sees), audience

    def shown(self, hall: Hall, audience: Audience) -> Any:
        """At this moment, with these waits: what nobody has to be told of a change for."""
        show, waits = SCREENS[audience.screen].show, estimate(self.hall, self.now)
        assert show is not None
        return show(
            Looking(
                hall=hall,
                now=self.now,
                place=audience.place,
                waits=lambda: waits,
                pick=self.pick,
                name_of=nobody,
            )
        )

    def look(self, audience: Audience) -> None:
        if audience in self.boxes:
            self.views._push(audience, self.now)
        else:
            self.boxes[audience] = Mailbox()
            self.views.join(audience, self.boxes[audience])
        for message in self.boxes[audience].take():
            self.shows[audience] = message.partition(b',"view":')[2][:-1]


class Watched:
    """A hall that notes which of its slots are looked at; its own methods look through it."""

    def __init__(self, hall: Hall) -> None:
        self._hall, self.looked_at = hall, set[str]()

    def __getattr__(self, name: str) -> Any:
        own = getattr(Hall, name, None)
        if isinstance(own, property):
            assert own.fget is not None
            return own.fget(self)
        if isfunction(own):
            return own.__get__(self)
        self.looked_at.add(name)
        return getattr(self._hall, name)


@contextmanager
def nothing_known() -> Iterator[None]:
    known = [(generations, generations.young, generations.old) for generations in CACHES]
    for generations, *_ in known:
        generations.forget()
    yield
    for generations, young, old in known:
        generations.young, generations.old = young, old


def made_from_nothing(views: Views, audience: Audience) -> tuple[bytes, bytes]:
    """The view's JSON, and as the framework writes the same view."""
    with nothing_known():
        view: Any = views.view(audience, views._clock())
    return Written().view(view), adapter(type(view)).dump_json(view)


TestScreens = Screens.TestCase
TestScreens.settings = settings(max_examples=2, stateful_step_count=20)


def test_what_a_screen_sees_are_slots_of_the_areas() -> None:
    assert {f.name for f in fields(Hall)} >= SLOTS
    for name, screen in SCREENS.items():
        assert (screen.sees or frozenset()) <= SLOTS, name
